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
     */
    record Entry(String subject, Releases releases, String reason) {}

    /** Those that are for this {@code ssh}. */
    static OracleDivergences of(OpenSsh ssh) throws IOException {
        return new OracleDivergences(
                Arrays.stream(OracleCorpus.text("/ssh-config/divergences.txt").split("(?m)^=== "))
                        .skip(1)
                        .map(OracleDivergences::entry)
                        .filter(entry -> entry.releases().include(ssh))
                        .toList());
    }

    private static Entry entry(String text) {
        List<String> lines = text.lines().toList();
        Releases releases = Releases.ALL;
        int next = 1;
        for (; next < lines.size(); next++) {
            if (lines.get(next).startsWith("since ")) {
                releases = releases.from(lines.get(next).substring("since ".length()));
            } else if (lines.get(next).startsWith("before ")) {
                releases = releases.until(lines.get(next).substring("before ".length()));
            } else {
                break;
            }
        }
        String reason = String.join(" ", lines.subList(next, lines.size())).strip();
        if (reason.isEmpty()) {
            throw new IllegalArgumentException(lines.get(0) + " has no reason");
        }
        return new Entry(lines.get(0), releases, reason);
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
