package dev.rwtui.tui.terminal;

import java.util.Map;

/** Names of the keys that control characters and sequences stand for; empty for those that stand for none. */
final class SequenceKeys {

    private static final String NONE = "";

    private static final Map<Character, String> BY_LETTER = Map.ofEntries(
            Map.entry('A', "Up"),
            Map.entry('B', "Down"),
            Map.entry('C', "Right"),
            Map.entry('D', "Left"),
            Map.entry('H', "Home"),
            Map.entry('F', "End"),
            Map.entry('P', "F1"),
            Map.entry('Q', "F2"),
            Map.entry('R', "F3"),
            Map.entry('S', "F4"));

    private static final Map<String, String> BY_NUMBER = Map.ofEntries(
            Map.entry("1", "Home"),
            Map.entry("2", "Insert"),
            Map.entry("3", "Delete"),
            Map.entry("4", "End"),
            Map.entry("5", "PgUp"),
            Map.entry("6", "PgDn"),
            Map.entry("7", "Home"),
            Map.entry("8", "End"),
            Map.entry("11", "F1"),
            Map.entry("12", "F2"),
            Map.entry("13", "F3"),
            Map.entry("14", "F4"),
            Map.entry("15", "F5"),
            Map.entry("17", "F6"),
            Map.entry("18", "F7"),
            Map.entry("19", "F8"),
            Map.entry("20", "F9"),
            Map.entry("21", "F10"),
            Map.entry("23", "F11"),
            Map.entry("24", "F12"));

    private SequenceKeys() {}

    /** A byte below 0x20, or DEL. */
    static String control(int b) {
        return switch (b) {
            case '\r', '\n' -> "Enter";
            case '\t' -> "Tab";
            case 0x08, 0x7f -> "Backspace";
            case 0x00 -> "C- ";
            default -> "C-" + Character.toLowerCase((char) (b + 0x40));
        };
    }

    /** {@code ESC [ [ A} to {@code E}. */
    static String linuxConsole(int b) {
        return b >= 'A' && b <= 'E' ? "F" + (b - 'A' + 1) : NONE;
    }

    /**
     * {@code ESC [} parameters last. A cursor report looks like F3 with modifiers and a private prefix like none of the
     * keys: both are swallowed.
     */
    static String csi(String parameters, char last) {
        if (last == 'Z') {
            return "S-Tab";
        }
        String[] parts = parameters.split(";", -1);
        String name = last == '~' ? BY_NUMBER.getOrDefault(parts[0], NONE) : BY_LETTER.getOrDefault(last, NONE);
        boolean lettersTakeOne = last == '~' || parts[0].isEmpty() || parts[0].equals("1");
        boolean report = last == 'R' && !parameters.isEmpty();
        if (name.isEmpty() || !lettersTakeOne || report || parts.length > 2) {
            return NONE;
        }
        return parts.length == 2 ? modified(name, parts[1]) : name;
    }

    /** {@code ESC O} parameters last: application mode, and old terminals' modifiers as a digit. */
    static String ss3(String parameters, char last) {
        String name = last == 'M' ? "Enter" : BY_LETTER.getOrDefault(last, NONE);
        return name.isEmpty() || parameters.isEmpty() ? name : modified(name, parameters);
    }

    /** {@code C-}, {@code M-}, {@code S-}, in this order. */
    static String withAlt(String name) {
        return name.startsWith("C-") && name.length() > 2
                ? "C-" + withAlt(name.substring(2))
                : name.startsWith("M-") ? name : "M-" + name;
    }

    /** xterm: 1 and a bit each for Shift, Alt, Control and Meta. */
    private static String modified(String name, String modifier) {
        if (!modifier.matches("\\d{1,2}")) {
            return NONE;
        }
        int bits = Integer.parseInt(modifier) - 1;
        if (bits < 0 || bits > 15) {
            return NONE;
        }
        String shift = (bits & 1) == 0 ? "" : "S-";
        String meta = (bits & 0b1010) == 0 ? "" : "M-";
        String control = (bits & 4) == 0 ? "" : "C-";
        return control + meta + shift + name;
    }
}
