package dev.rwtui.tui.canvas;

/** How a cell is to look, by meaning. */
public record Style(Ink ink, Backdrop backdrop) {

    public static final Style PLAIN = new Style(Ink.NORMAL, Backdrop.PLAIN);
}
