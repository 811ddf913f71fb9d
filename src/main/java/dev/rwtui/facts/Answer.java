package dev.rwtui.facts;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one part of the script with a limit has said.
 *
 * @param sections text by name, without the line ends around it; what comes before the first is named by nothing
 */
record Answer(Map<String, String> sections, End end) {

    enum End {
        DONE,
        /** Its tool says that it has failed. */
        FAILED,
        /** Its time was over, or it was killed. */
        LATE
    }

    Answer {
        sections = Map.copyOf(sections);
    }

    /** Lines that begin with the sign open a section or end the text: {@code SIGN df}, {@code SIGN end 0}. */
    static Answer parse(String sign, String text) {
        Map<String, String> sections = new LinkedHashMap<>();
        String name = "";
        StringBuilder section = new StringBuilder();
        End end = End.LATE;
        for (String line : text.split("\n", -1)) {
            if (!line.startsWith(sign + " ")) {
                section.append(line).append('\n');
                continue;
            }
            sections.put(name, trimmed(section));
            section.setLength(0);
            name = line.substring(sign.length() + 1);
            if (name.startsWith("end ")) {
                end = end(name.substring("end ".length()));
            }
        }
        sections.put(name, trimmed(section));
        return new Answer(sections, end);
    }

    private static End end(String status) {
        return switch (status) {
            case "0" -> End.DONE;
            // timeout(1) ends with 124, what it has killed with 128 + 9.
            case "late", "124", "137" -> End.LATE;
            default -> End.FAILED;
        };
    }

    /** Of line ends alone: the separator of squeue counts as white space in Java. */
    private static String trimmed(CharSequence section) {
        int begin = 0;
        int end = section.length();
        while (begin < end && section.charAt(begin) == '\n') {
            begin++;
        }
        while (end > begin && section.charAt(end - 1) == '\n') {
            end--;
        }
        return section.subSequence(begin, end).toString();
    }

    /** Empty where it was not said. */
    String section(String name) {
        return sections.getOrDefault(name, "");
    }
}
