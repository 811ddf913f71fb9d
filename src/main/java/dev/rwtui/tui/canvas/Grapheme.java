package dev.rwtui.tui.canvas;

/**
 * What goes into one cell: a harmless character with the marks drawn over it.
 *
 * @param width columns it takes, 1 or 2
 */
public record Grapheme(String text, int width) {

    private static final Grapheme[] PLAIN = plain();

    static final Grapheme SPACE = PLAIN[' '];

    /** Stands for a character that no one can be sure of. */
    static final Grapheme UNKNOWN = PLAIN['?'];

    static Grapheme of(int codePoint, int width) {
        return codePoint < PLAIN.length && width == 1
                ? PLAIN[codePoint]
                : new Grapheme(Character.toString(codePoint), width);
    }

    boolean isSpace() {
        return text.equals(" ");
    }

    private static Grapheme[] plain() {
        Grapheme[] all = new Grapheme[0x7f];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Grapheme(Character.toString(i), 1);
        }
        return all;
    }
}
