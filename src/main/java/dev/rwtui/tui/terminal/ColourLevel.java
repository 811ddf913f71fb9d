package dev.rwtui.tui.terminal;

import java.util.Map;

/** How many colours the terminal is given. */
public enum ColourLevel {
    /** Bold, dim, reverse and underline alone. */
    MONO,
    SIXTEEN,
    PALETTE,
    TRUE_COLOUR;

    /** From the environment: {@code NO_COLOR} (no-color.org), {@code COLORTERM}, {@code TERM}. */
    public static ColourLevel of(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || term.isEmpty() || term.equals("dumb")) {
            return MONO;
        }
        // GNU screen takes "38;2;r;g;b" for attributes of their own, and tells nobody of its parent's abilities.
        boolean screen =
                environment.containsKey("STY") || (term.startsWith("screen") && !environment.containsKey("TMUX"));
        String depth = environment.getOrDefault("COLORTERM", "");
        boolean direct = depth.equals("truecolor") || depth.equals("24bit") || term.endsWith("-direct");
        if (direct && !screen) {
            return TRUE_COLOUR;
        }
        return screen || term.contains("256color") ? PALETTE : SIXTEEN;
    }
}
