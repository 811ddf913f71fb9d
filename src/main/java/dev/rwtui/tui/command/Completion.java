package dev.rwtui.tui.command;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.Survey;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Overlay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What could be meant by a command that is not typed to its end. */
public final class Completion {

    /** More are of no use to anybody: another letter finds what is meant. */
    private static final int AT_MOST = 50;

    private static final String CONNECT = Command.CONNECT.word() + " ";
    private static final String MAP = Command.MAP.word() + " ";
    private static final String FREE_GPU = Command.FREE_GPU.word() + " ";
    private static final String COMPARE = Command.COMPARE.word() + " ";

    private Completion() {}

    /**
     * One thing that could be meant.
     *
     * @param line the whole command; empty for a hint that cannot be taken
     * @param shown the part of it that a person reads
     * @param explanation in a few words
     * @param reason why it cannot work now; empty where it can
     */
    public record Suggestion(Optional<String> line, String shown, String explanation, Optional<String> reason) {}

    public static final int NOT_THERE = -1;

    /** Which of them is chosen; {@link #NOT_THERE} where none is, or where it is gone. */
    public static int place(List<Suggestion> all, Overlay.CommandLine line) {
        for (int i = 0; i < all.size(); i++) {
            if (line.chosen().filter(all.get(i).shown()::equals).isPresent()) {
                return i;
            }
        }
        return NOT_THERE;
    }

    /** The best first: what begins like the text, then what has it inside; in the order of the table or of the hosts. */
    public static List<Suggestion> of(AppState state, String text) {
        String typed = text.stripLeading();
        if (typed.startsWith(COMPARE)) {
            return environments(state, typed.substring(COMPARE.length()));
        }
        if (typed.startsWith(FREE_GPU)) {
            return List.of(
                    new Suggestion(Optional.empty(), "NUMBER", "how many are wanted on one machine", Optional.empty()));
        }
        if (typed.startsWith(MAP)) {
            return clones(state, typed.substring(MAP.length()).strip());
        }
        return typed.startsWith(CONNECT)
                ? names(state, typed.substring(CONNECT.length()).strip())
                : typed.indexOf(' ') >= 0 ? List.of() : commands(state, typed);
    }

    private static List<Suggestion> commands(AppState state, String typed) {
        List<Suggestion> found = new ArrayList<>();
        for (Command command : byLikeness(Command.typed(), command -> rank(command.word(), typed))) {
            Optional<String> reason =
                    command.availability(state) instanceof Availability.Disabled disabled && command != Command.CONNECT
                            ? Optional.of(disabled.reason())
                            : Optional.empty();
            String line = command == Command.CONNECT ? CONNECT : command.word();
            String shown = command == Command.CONNECT ? command.word() + " NAME" : command.word();
            found.add(new Suggestion(Optional.of(line), shown, command.help(), reason));
        }
        return found;
    }

    /** Aliases and alternatives, then patterns as a hint. */
    private static List<Suggestion> names(AppState state, String typed) {
        List<Suggestion> all = new ArrayList<>();
        for (HostSummary host : state.facts().configuration().hosts()) {
            host.names()
                    .filter(name -> rank(name.value(), typed) < NO_MATCH)
                    .forEach(name -> all.add(named(host, name)));
        }
        List<Suggestion> found = byLikeness(all, suggestion -> rank(suggestion.shown(), typed));
        if (found.size() < AT_MOST) {
            state.facts().configuration().patterns().stream()
                    .filter(pattern -> couldMatch(pattern, typed))
                    .limit(AT_MOST - found.size())
                    .forEach(pattern -> found.add(new Suggestion(
                            Optional.empty(), pattern, "a pattern: type a name that it covers", Optional.empty())));
        }
        return found;
    }

    /** Those of the repository's origin that were found on the shown host. */
    private static List<Suggestion> clones(AppState state, String typed) {
        List<Suggestion> found = new ArrayList<>();
        state.shownSurvey().map(Survey::clones).orElse(List.of()).stream()
                .filter(path -> rank(path, typed) < NO_MATCH)
                .limit(AT_MOST)
                .map(path ->
                        new Suggestion(Optional.of(MAP + path), path, "a clone of the same origin", Optional.empty()))
                .forEach(found::add);
        if (found.isEmpty() && !typed.startsWith("/") && !typed.startsWith("~")) {
            found.add(new Suggestion(
                    Optional.empty(), "PATH", "where the repository is: /path or ~/path", Optional.empty()));
        }
        return found;
    }

    /** Every other one that is known, wherever it is; then what else may be typed. */
    private static List<Suggestion> environments(AppState state, String typed) {
        int start = typed.lastIndexOf(' ') + 1;
        String before = typed.substring(0, start);
        List<Suggestion> all = new ArrayList<>();
        for (HostSummary host : state.facts().configuration().hosts()) {
            state.facts().pythons().environments(host.alias()).stream()
                    .filter(one -> one.name().indexOf(' ') < 0)
                    .filter(one ->
                            !host.alias().equals(state.screen().selected().orElse(null))
                                    || !state.markedEnvironment().equals(Optional.of(one)))
                    .map(one -> new Suggestion(
                            Optional.of(COMPARE + before + host.alias() + ":" + one.name()),
                            host.alias() + ":" + one.name(),
                            one.kind().word() + " " + one.version().orElse(""),
                            Optional.empty()))
                    .forEach(all::add);
        }
        List<Suggestion> found = byLikeness(all, suggestion -> rank(suggestion.shown(), typed.substring(start)));
        if (typed.substring(start).isEmpty()) {
            found.add(new Suggestion(Optional.empty(), ".:NAME", "an environment of this machine", Optional.empty()));
            found.add(new Suggestion(
                    Optional.empty(), "FILE", "environment.yml, requirements.txt, a lock file", Optional.empty()));
        }
        return found;
    }

    private static Suggestion named(HostSummary host, HostAlias name) {
        String where = host.user().isEmpty() ? "" : host.user() + "@" + host.destination();
        String explanation = name.equals(host.alias()) ? where : "the same as " + host.alias();
        return new Suggestion(Optional.of(CONNECT + name), name.value(), explanation, host.refusal());
    }

    /** Whether a name that begins like this could still be covered. */
    private static boolean couldMatch(String pattern, String typed) {
        int wildcard = 0;
        while (wildcard < pattern.length() && "*?".indexOf(pattern.charAt(wildcard)) < 0) {
            wildcard++;
        }
        String fixed = pattern.substring(0, wildcard);
        return typed.startsWith(fixed) || fixed.startsWith(typed);
    }

    private static final int NO_MATCH = 2;

    /** 0 where it begins like that, 1 where it has it inside, whatever the case. */
    private static int rank(String word, String typed) {
        String name = word.toLowerCase(Locale.ROOT);
        String wanted = typed.toLowerCase(Locale.ROOT);
        return name.startsWith(wanted) ? 0 : name.contains(wanted) ? 1 : NO_MATCH;
    }

    private interface Ranking<T> {
        int of(T candidate);
    }

    private static <T> List<T> byLikeness(List<T> candidates, Ranking<T> ranking) {
        List<T> found = new ArrayList<>();
        for (int rank = 0; rank < NO_MATCH; rank++) {
            int wanted = rank;
            Predicate<T> fits = candidate -> ranking.of(candidate) == wanted;
            candidates.stream().filter(fits).limit(AT_MOST - found.size()).forEach(found::add);
        }
        return found;
    }
}
