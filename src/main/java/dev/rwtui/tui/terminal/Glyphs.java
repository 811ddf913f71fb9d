package dev.rwtui.tui.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stand-in for each grapheme that is more than one plain character: a character of the private use area, which Lanterna
 * takes for one narrow character. So the width of text is measured in one place alone, the canvas, and Lanterna's own
 * opinion (wrong for emoji and marks) is never asked. The canvas lets no private character through: none can be mistaken.
 */
final class Glyphs {

    /** Stands for the right half of a wide grapheme: nothing is sent for it, the left half has moved the cursor. */
    static final char RIGHT_HALF = '\ue000';

    private static final char FIRST = '\ue001';
    private static final char LAST = '\uf8ff';

    private final Map<String, Character> standIns = new HashMap<>();
    private final List<String> graphemes = new ArrayList<>();

    /** Whether it is time to begin anew, between two frames: half of the stand-ins are given. */
    boolean isFull() {
        return graphemes.size() > (LAST - FIRST) / 2;
    }

    void clear() {
        standIns.clear();
        graphemes.clear();
    }

    /**
     * The grapheme itself or its stand-in; that of the right half for empty text; a question mark where one frame has more
     * graphemes than there are stand-ins.
     */
    char of(String grapheme) {
        if (grapheme.isEmpty()) {
            return RIGHT_HALF;
        }
        if (grapheme.length() == 1 && grapheme.charAt(0) < 0x7f) {
            return grapheme.charAt(0);
        }
        Character known = standIns.get(grapheme);
        if (known != null) {
            return known;
        }
        return FIRST + graphemes.size() > LAST ? '?' : next(grapheme);
    }

    private char next(String grapheme) {
        char standIn = (char) (FIRST + graphemes.size());
        graphemes.add(grapheme);
        standIns.put(grapheme, standIn);
        return standIn;
    }

    /** What to send for text of Lanterna's. */
    String original(String text) {
        if (text.length() == 1 && text.charAt(0) < 0x7f) {
            return text;
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST || c > LAST) {
                all.append(c == RIGHT_HALF ? "" : c);
            } else {
                all.append(graphemes.get(c - FIRST));
            }
        }
        return all.toString();
    }
}
