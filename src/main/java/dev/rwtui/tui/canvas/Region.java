package dev.rwtui.tui.canvas;

/**
 * A rectangle of a canvas with coordinates of its own; nothing drawn through it falls outside of it. A negative width or
 * height counts as 0.
 */
public record Region(Canvas canvas, int left, int top, int width, int height) {

    public Region {
        width = Math.max(0, width);
        height = Math.max(0, height);
    }

    /** A rectangle inside of this one, cut where it would leave it. */
    public Region part(int column, int row, int columns, int rows) {
        int from = Math.max(0, column);
        int above = Math.max(0, row);
        int until = Math.min(width, column + columns);
        int below = Math.min(height, row + rows);
        return new Region(canvas, left + from, top + above, until - from, below - above);
    }

    /** Draws {@code text} and returns the column after it, whether or not all of it was inside. */
    public int text(int row, int column, Text text, Style style) {
        int at = column;
        for (Grapheme grapheme : text.graphemes()) {
            if (row >= 0 && row < height && at >= 0 && at + grapheme.width() <= width) {
                canvas.put(new Position(left + at, top + row), grapheme, style);
            }
            at += grapheme.width();
        }
        return at;
    }

    /** Draws a string, sanitised. */
    public int text(int row, int column, String text, Style style) {
        return text(row, column, measured(text), style);
    }

    /** Sanitised for this canvas. */
    public Text measured(String text) {
        return Text.of(text, canvas.repertoire());
    }

    /** Sanitised and cut to {@code columns} with an ellipsis. */
    public Text truncated(String text, int columns) {
        return measured(text).truncated(columns, canvas.repertoire());
    }

    /** Blanks every cell. */
    public void fill(Style style) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                canvas.put(new Position(left + column, top + row), Grapheme.SPACE, style);
            }
        }
    }

    /** Lays what a row shows on another backdrop. */
    public void lay(int row, Backdrop backdrop) {
        if (row >= 0 && row < height) {
            for (int column = 0; column < width; column++) {
                canvas.restyle(new Position(left + column, top + row), backdrop);
            }
        }
    }

    /** A frame along the edge; nothing where there is no room for one. */
    public void frame(Style style) {
        if (width < 2 || height < 2) {
            return;
        }
        rule(0, "┌", "┐", style);
        for (int row = 1; row < height - 1; row++) {
            text(row, 0, "│", style);
            text(row, width - 1, "│", style);
        }
        rule(height - 1, "└", "┘", style);
    }

    /** A line across a frame, joined to its sides. */
    public void divider(int row, Style style) {
        rule(row, "├", "┤", style);
    }

    private void rule(int row, String start, String end, Style style) {
        text(row, 0, start + "─".repeat(Math.max(0, width - 2)) + end, style);
    }

    /** What a frame leaves free, with one blank column on both sides. */
    public Region inside() {
        return part(2, 1, width - 4, height - 2);
    }

    /** Shows the cursor at a place of this region; no effect outside of it. */
    public void showCursor(int column, int row) {
        if (column >= 0 && column < width && row >= 0 && row < height) {
            canvas.showCursor(left + column, top + row);
        }
    }
}
