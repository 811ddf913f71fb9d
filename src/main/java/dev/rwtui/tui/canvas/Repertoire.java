package dev.rwtui.tui.canvas;

import java.util.Map;

/** Which characters the terminal's character set has. */
public enum Repertoire {
    UNICODE,
    /** Drawing characters get a stand-in of the same width, so that both look alike; anything else becomes {@code ?}. */
    ASCII;

    private static final Map<Integer, Character> STAND_INS = standIns(
            "─━│┃┌┐└┘├┤┬┴┼╴╶…·→←↑↓●○◐◌✕✗✓◆◇▸▲▼█░–—‘’“”•×⚠≈⇄", "--||+++++++++--~.><^v*o%-xx+#o>^v#.--''\"\"*x!~=");

    private static Map<Integer, Character> standIns(String originals, String replacements) {
        Map<Integer, Character> table = new java.util.HashMap<>();
        for (int i = 0; i < originals.length(); i++) {
            table.put((int) originals.charAt(i), replacements.charAt(i));
        }
        return Map.copyOf(table);
    }

    /** What is shown for a character of this repertoire's own or for its stand-in. */
    int shown(int codePoint) {
        if (this == UNICODE || codePoint < 0x7f) {
            return codePoint;
        }
        return STAND_INS.getOrDefault(codePoint, '?');
    }
}
