package dev.rwtui.ssh.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code ssh -G} or rwtui say to a question. */
sealed interface OracleAnswer {

    /** @param lines as printed */
    record Dump(List<String> lines) implements OracleAnswer {

        private Map<String, List<String>> byKeyword() {
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (String line : lines) {
                int blank = line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ');
                values.computeIfAbsent(line.substring(0, blank), keyword -> new ArrayList<>())
                        .add(line.substring(Math.min(line.length(), blank + 1)));
            }
            return values;
        }

        /** The values of a keyword, in order. */
        List<String> values(String keyword) {
            return byKeyword().getOrDefault(keyword, List.of());
        }
    }

    /**
     * @param place the file and the line of the first complaint that has any; {@code FILE:LINE}
     * @param words what was said
     */
    record Refusal(Optional<String> place, String words) implements OracleAnswer {}

    /**
     * One thing that differs.
     *
     * @param what the keyword, or {@code verdict}, {@code place}, {@code order}
     */
    record Difference(String what, String words) {
        @Override
        public String toString() {
            return what + ": " + words;
        }
    }

    /** What differs between the answer of {@code ssh} and that of rwtui; empty where nothing does. */
    static List<Difference> compare(OracleAnswer theirs, OracleAnswer ours) {
        if (theirs instanceof Dump mine && ours instanceof Dump other) {
            return compare(mine, other);
        }
        if (theirs instanceof Refusal mine && ours instanceof Refusal other) {
            return mine.place().isEmpty() || mine.place().equals(other.place())
                    ? List.of()
                    : List.of(difference("place", mine.words(), other.words()));
        }
        return List.of(difference("verdict", verdict(theirs), verdict(ours)));
    }

    private static List<Difference> compare(Dump theirs, Dump ours) {
        Set<String> keywords = new LinkedHashSet<>(theirs.byKeyword().keySet());
        keywords.addAll(ours.byKeyword().keySet());
        List<Difference> differences = new ArrayList<>();
        for (String keyword : keywords) {
            if (!theirs.values(keyword).equals(ours.values(keyword))) {
                differences.add(difference(keyword, theirs.values(keyword), ours.values(keyword)));
            }
        }
        if (differences.isEmpty() && !theirs.lines().equals(ours.lines())) {
            differences.add(difference("order", theirs.lines(), ours.lines()));
        }
        return differences;
    }

    private static Difference difference(String what, Object theirs, Object ours) {
        return new Difference(what, "ssh says " + theirs + ", rwtui " + ours);
    }

    private static String verdict(OracleAnswer answer) {
        return answer instanceof Refusal refusal ? "no (" + refusal.words().strip() + ")" : "yes";
    }
}
