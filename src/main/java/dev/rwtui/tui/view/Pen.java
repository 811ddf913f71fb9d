package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Style;
import dev.rwtui.tui.canvas.Text;

/** Writes one row from left to right. What goes beyond {@link #edge} is cut with an ellipsis. */
final class Pen {

    private final Region region;
    private final int row;
    private final Backdrop backdrop;
    private int column;
    private int edge;

    private Pen(Region region, int row, Backdrop backdrop) {
        this.region = region;
        this.row = row;
        this.backdrop = backdrop;
        this.edge = region.width();
    }

    static Pen on(Region region, int row) {
        return new Pen(region, row, Backdrop.PLAIN);
    }

    static Pen on(Region region, int row, Backdrop backdrop) {
        return new Pen(region, row, backdrop);
    }

    /** Goes on at that column. */
    Pen at(int newColumn) {
        column = newColumn;
        return this;
    }

    /** Columns left until the edge. */
    int room() {
        return Math.max(0, edge - column);
    }

    Pen write(String text, Ink ink) {
        return write(region.measured(text), ink);
    }

    Pen write(Text text, Ink ink) {
        Text cut = text.truncated(room(), region.canvas().repertoire());
        column = region.text(row, column, cut, new Style(ink, backdrop));
        return this;
    }

    /** Writes at the right edge and moves the edge before it, if {@code keep} columns stay free on its left. */
    Pen right(String text, Ink ink, int keep) {
        int width = Text.widthOf(text);
        if (width > 0 && room() - width >= keep) {
            region.text(row, edge - width, text, new Style(ink, backdrop));
            edge -= width;
        }
        return this;
    }
}
