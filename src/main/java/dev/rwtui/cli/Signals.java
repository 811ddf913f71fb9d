package dev.rwtui.cli;

import java.util.Map;

/** Signals by their names in RFC 4254 section 6.10, with the numbers that they have everywhere. */
final class Signals {

    private static final int DIED_OF_A_SIGNAL = 128;

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("HUP", 1),
            Map.entry("INT", 2),
            Map.entry("QUIT", 3),
            Map.entry("ILL", 4),
            Map.entry("TRAP", 5),
            Map.entry("ABRT", 6),
            Map.entry("FPE", 8),
            Map.entry("KILL", 9),
            Map.entry("SEGV", 11),
            Map.entry("PIPE", 13),
            Map.entry("ALRM", 14),
            Map.entry("TERM", 15));

    private Signals() {}

    /** What a shell says of a command that died of it; 255 for one of another name. */
    static int status(String name) {
        Integer number = NUMBERS.get(name);
        return number == null ? 255 : DIED_OF_A_SIGNAL + number;
    }
}
