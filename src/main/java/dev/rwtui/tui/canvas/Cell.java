package dev.rwtui.tui.canvas;

/**
 * One cell.
 *
 * @param text one grapheme; empty in the right half of a wide one
 * @param width columns it takes, 1 or 2; 0 in the right half of a wide one
 */
public record Cell(String text, int width, Style style) {

    public static final Cell BLANK = new Cell(" ", 1, Style.PLAIN);
}
