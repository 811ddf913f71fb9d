package dev.rwtui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code stty -a} says of a terminal, as modes of RFC 4254 section 8: the control characters, the speed, and whether
 * it is UTF-8. The flags are left to the far side: here they are those of a program that reads single keys.
 */
public final class TerminalModes {

    private static final int IUTF8 = 42;
    private static final int INPUT_SPEED = 128;
    private static final int OUTPUT_SPEED = 129;
    private static final int DISABLED = 255;

    private static final Map<String, Integer> OPCODES = Map.ofEntries(
            Map.entry("intr", 1),
            Map.entry("quit", 2),
            Map.entry("erase", 3),
            Map.entry("kill", 4),
            Map.entry("eof", 5),
            Map.entry("eol", 6),
            Map.entry("eol2", 7),
            Map.entry("start", 8),
            Map.entry("stop", 9),
            Map.entry("susp", 10),
            Map.entry("dsusp", 11),
            Map.entry("rprnt", 12),
            Map.entry("reprint", 12),
            Map.entry("werase", 13),
            Map.entry("lnext", 14),
            Map.entry("swtch", 16),
            Map.entry("status", 17),
            Map.entry("discard", 18));

    private static final Pattern CHARACTER = Pattern.compile("(\\w+) = (<undef>|M-\\^?.|\\^.|[^;\\s])(?=;)");
    private static final Pattern SPEED = Pattern.compile("speed (\\d{1,9}) baud");
    private static final Pattern UTF8 = Pattern.compile("(?<!\\S)(-?)iutf8(?=[\\s;]|$)");

    private TerminalModes() {}

    /** Modes by their opcodes; none where it says nothing that is known. */
    public static Map<Integer, Integer> of(String said) {
        Map<Integer, Integer> modes = new HashMap<>();
        Matcher character = CHARACTER.matcher(said);
        while (character.find()) {
            Integer opcode = OPCODES.get(character.group(1));
            if (opcode != null) {
                modes.put(opcode, value(character.group(2)));
            }
        }
        Matcher speed = SPEED.matcher(said);
        if (speed.find()) {
            modes.put(INPUT_SPEED, Integer.parseInt(speed.group(1)));
            modes.put(OUTPUT_SPEED, Integer.parseInt(speed.group(1)));
        }
        Matcher utf8 = UTF8.matcher(said);
        if (utf8.find()) {
            modes.put(IUTF8, utf8.group(1).isEmpty() ? 1 : 0);
        }
        return modes;
    }

    /** {@code ^C}, {@code ^?}, {@code M-^?}, {@code x}, {@code <undef>}. */
    private static int value(String text) {
        if (text.equals("<undef>")) {
            return DISABLED;
        }
        if (text.startsWith("M-")) {
            return 128 | value(text.substring(2));
        }
        if (text.length() == 2) {
            return text.charAt(1) == '?' ? 127 : text.charAt(1) & 31;
        }
        return text.charAt(0);
    }
}
