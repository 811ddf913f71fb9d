package dev.rwtui.tui.canvas;

import java.util.Arrays;
import java.util.Optional;

/**
 * A grid of cells to draw on. Every text passes {@link Sanitizer}, nothing outside of the grid is drawn, and a wide
 * character is either there with both halves or not at all. Belongs to the one thread that draws; then only read.
 */
public final class Canvas {

    private final int width;
    private final int height;
    private final Repertoire repertoire;
    private final Cell[] cells;
    private Optional<Position> cursor = Optional.empty();

    /** Blank. A negative size counts as 0. */
    public Canvas(int width, int height, Repertoire repertoire) {
        this.width = Math.max(0, width);
        this.height = Math.max(0, height);
        this.repertoire = repertoire;
        this.cells = new Cell[this.width * this.height];
        Arrays.fill(cells, Cell.BLANK);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public Repertoire repertoire() {
        return repertoire;
    }

    /** What is at a place inside of the grid. */
    public Cell cell(int column, int row) {
        if (!contains(column, row)) {
            throw new IndexOutOfBoundsException("no cell " + column + "," + row + " in " + width + "x" + height);
        }
        return cells[row * width + column];
    }

    /** Where the terminal's cursor is to be shown; empty to hide it. */
    public Optional<Position> cursor() {
        return cursor;
    }

    /** Shows the cursor there; no effect outside of the grid. */
    public void showCursor(int column, int row) {
        if (contains(column, row)) {
            cursor = Optional.of(new Position(column, row));
        }
    }

    /** The whole grid as a place to draw on. */
    public Region region() {
        return new Region(this, 0, 0, width, height);
    }

    /** Draws {@code text} from there to the right and returns the column after it; what falls outside is not drawn. */
    public int text(int row, int column, String text, Style style) {
        return region().text(row, column, Text.of(text, repertoire), style);
    }

    /** Nothing where not all of it is inside. */
    void put(Position at, Grapheme grapheme, Style style) {
        int column = at.column();
        int row = at.row();
        if (!contains(column, row) || !contains(column + grapheme.width() - 1, row)) {
            return;
        }
        release(column, row);
        if (grapheme.width() == 2) {
            release(column + 1, row);
            set(column + 1, row, new Cell("", 0, style));
        }
        set(column, row, new Cell(grapheme.text(), grapheme.width(), style));
    }

    /** Changes how cells look, not what they show. */
    void restyle(Position at, Backdrop backdrop) {
        if (contains(at.column(), at.row())) {
            Cell cell = cell(at.column(), at.row());
            set(
                    at.column(),
                    at.row(),
                    new Cell(cell.text(), cell.width(), new Style(cell.style().ink(), backdrop)));
        }
    }

    /** Blanks the other half of a wide character that is about to lose this one. */
    private void release(int column, int row) {
        Cell there = cell(column, row);
        if (there.width() == 2) {
            set(column + 1, row, new Cell(" ", 1, there.style()));
        } else if (there.width() == 0) {
            set(column - 1, row, new Cell(" ", 1, there.style()));
        }
    }

    private void set(int column, int row, Cell cell) {
        cells[row * width + column] = cell;
    }

    private boolean contains(int column, int row) {
        return column >= 0 && column < width && row >= 0 && row < height;
    }
}
