package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.OracleAnswer.Difference;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where rwtui means to say something else than {@code ssh}: {@code ssh-config/divergences.txt}. Remembers which of them it
 * has seen.
 */
final class OracleDivergences {

    private final List<Entry> entries;
    private final Set<Entry> seen = new HashSet<>();

    private OracleDivergences(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * One of them.
     *
     * @param subject {@code case TITLE} or {@code keyword KEYWORD}
     * @param release a part of what the {@code ssh} calls itself; empty for whatever it does
     */
    record Entry(String subject, Releases releases, String release, String reason) {

        private Entry with(String line) {
            int blank = line.indexOf(' ');
            String rest = line.substring(blank + 1);
            return switch (blank < 0 || !reason.isEmpty() ? "" : line.substring(0, blank)) {
                case "since" -> new Entry(subject, releases.from(rest), release, reason);
                case "before" -> new Entry(subject, releases.until(rest), release, reason);
                case "release" -> new Entry(subject, releases, rest, reason);
                default -> new Entry(subject, releases, release, reason + line + " ");
            };
        }

        private boolean isFor(OpenSsh ssh) {
            return releases.include(ssh) && ssh.release().contains(release);
        }
    }

    /** Those that are for this {@code ssh}. */
    static OracleDivergences of(OpenSsh ssh) throws IOException {
        return new OracleDivergences(
                Arrays.stream(OracleCorpus.text("/ssh-config/divergences.txt").split("(?m)^=== "))
                        .skip(1)
                        .map(OracleDivergences::entry)
                        .filter(entry -> entry.isFor(ssh))
                        .toList());
    }

    private static Entry entry(String text) {
        List<String> lines = text.lines().toList();
        Entry entry = new Entry(lines.get(0), Releases.ALL, "", "");
        for (String line : lines.subList(1, lines.size())) {
            entry = entry.with(line);
        }
        if (entry.reason().isBlank()) {
            throw new IllegalArgumentException(entry.subject() + " has no reason");
        }
        return entry;
    }

    /** The differences that are not meant. */
    List<Difference> unmeant(String title, List<Difference> differences) {
        Set<String> subjects = entries.stream().map(Entry::subject).collect(Collectors.toSet());
        differences.forEach(difference -> {
            note("case " + title);
            note("keyword " + difference.what());
        });
        return subjects.contains("case " + title)
                ? List.of()
                : differences.stream()
                        .filter(difference -> !subjects.contains("keyword " + difference.what()))
                        .toList();
    }

    private void note(String subject) {
        entries.stream().filter(entry -> entry.subject().equals(subject)).forEach(seen::add);
    }

    /** Those that no question has shown. */
    List<Entry> unseen() {
        return entries.stream().filter(entry -> !seen.contains(entry)).toList();
    }
}
