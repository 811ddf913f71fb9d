package dev.rwtui.tui.canvas;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns any string into graphemes that are safe to show and of known width. Remote text is hostile: what comes out holds
 * no control character (C0, C1, DEL), no bidi control, nothing of zero width but a few marks over a visible character, no
 * variation selector and no lone surrogate.
 */
public final class Sanitizer {

    private static final int TAB_COLUMNS = 4;
    private static final int MARKS_AT_MOST = 4;
    private static final int CONTROL_PICTURE = '·';

    private final Repertoire repertoire;
    private final List<Grapheme> graphemes = new ArrayList<>();
    private int marks;

    private Sanitizer(Repertoire repertoire) {
        this.repertoire = repertoire;
    }

    /** In order; each is one cell or, for a wide one, two. */
    static List<Grapheme> graphemes(String text, Repertoire repertoire) {
        Sanitizer sanitizer = new Sanitizer(repertoire);
        text.codePoints().forEach(sanitizer::add);
        return sanitizer.graphemes;
    }

    private void add(int c) {
        switch (CharacterKind.of(c)) {
            case NARROW -> put(c, 1);
            case WIDE -> put(c, 2);
            case COMBINING -> putMark(c);
            case BLANK -> put(' ', 1);
            case TAB -> {
                for (int i = 0; i < TAB_COLUMNS; i++) {
                    put(' ', 1);
                }
            }
            case CONTROL -> put(CONTROL_PICTURE, 1);
            case INVISIBLE -> {}
            case UNCERTAIN -> put('?', 1);
        }
    }

    private void put(int c, int width) {
        int shown = repertoire.shown(c);
        graphemes.add(Grapheme.of(shown, shown == c ? width : 1));
        marks = 0;
    }

    private void putMark(int mark) {
        if (graphemes.isEmpty() || marks == MARKS_AT_MOST || repertoire == Repertoire.ASCII) {
            return;
        }
        int last = graphemes.size() - 1;
        Grapheme base = graphemes.get(last);
        if (base.equals(Grapheme.UNKNOWN) || base.isSpace()) {
            return;
        }
        graphemes.set(last, new Grapheme(base.text() + Character.toString(mark), base.width()));
        marks++;
    }
}
