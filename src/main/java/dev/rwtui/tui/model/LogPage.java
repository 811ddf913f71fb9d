package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the log shows: the problems of the configuration, then what rwtui did. */
public final class LogPage {

    private LogPage() {}

    /** Oldest first. */
    public static List<Entry> lines(AppState state) {
        List<Entry> all = new ArrayList<>();
        Configuration configuration = state.facts().configuration();
        configuration
                .problems()
                .forEach(problem -> all.add(new Entry(Optional.empty(), Event.Severity.ERROR, problem)));
        state.facts().log().forEach(line -> all.add(new Entry(Optional.of(line), line.severity(), text(line))));
        return all;
    }

    /** What was logged about one host, without its name, oldest first. */
    public static List<Entry> about(AppState state, HostAlias host) {
        return state.facts().log().stream()
                .filter(line -> line.host().equals(Optional.of(host)))
                .map(line -> new Entry(Optional.of(line), line.severity(), line.text()))
                .toList();
    }

    private static String text(Event.LogLine line) {
        return line.host().map(host -> host + ": ").orElse("") + line.text();
    }

    /**
     * One line.
     *
     * @param logged empty for what has no time
     */
    public record Entry(Optional<Event.LogLine> logged, Event.Severity severity, String text) {}
}
