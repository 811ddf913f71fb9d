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

    /**
     * Whether this is so.
     *
     * @param wanted a line, {@code without KEYWORD}, {@code refused} or {@code refused at PLACE}
     */
    boolean says(String wanted);

    /** What it says of the keywords that are wanted, or all of a refusal. */
    default String about(List<String> wanted) {
        return toString();
    }

    /** @param lines as printed */
    record Dump(List<String> lines) implements OracleAnswer {

        private static final String WITHOUT = "without ";

        private Map<String, List<String>> byKeyword() {
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (String line : lines) {
                int blank = line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ');
                values.computeIfAbsent(line.substring(0, blank), keyword -> new ArrayList<>())
                        .add(line.substring(Math.min(line.length(), blank + 1)));
            }
            return values;
        }

        static Dump of(List<Explained> explained) {
            return new Dump(explained.stream()
                    .map(line -> line.keyword() + " " + line.value())
                    .toList());
        }

        @Override
        public boolean says(String wanted) {
            return wanted.startsWith(WITHOUT)
                    ? values(wanted.substring(WITHOUT.length())).isEmpty()
                    : lines.contains(wanted);
        }

        @Override
        public String about(List<String> wanted) {
            return wanted.stream()
                    .map(line -> (line.startsWith(WITHOUT) ? line.substring(WITHOUT.length()) : line).split(" ", 2)[0])
                    .distinct()
                    .map(keyword -> keyword + " " + values(keyword))
                    .toList()
                    .toString();
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
    record Refusal(Optional<String> place, String words) implements OracleAnswer {

        static Refusal of(ConfigurationException refusal) {
            Problem first = refusal.problems().get(0);
            String place = first.line() == 0 ? first.file() : first.file() + ":" + first.line();
            return new Refusal(Optional.of(place), refusal.problems().toString());
        }

        @Override
        public boolean says(String wanted) {
            return wanted.equals("refused")
                    || place.map(where -> wanted.equals("refused at " + where)).orElse(false);
        }
    }

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
