package dev.rwtui.tui.model;

import dev.rwtui.tui.canvas.Repertoire;
import dev.rwtui.tui.canvas.Text;
import java.util.ArrayList;
import java.util.List;

/** Lines over the panes in rows of the screen: moving through them and drawing them have to agree on where these begin. */
public final class Wrapped {

    /** Columns of a frame and its margins. */
    private static final int FRAME = 4;

    private Wrapped() {}

    /**
     * A line as wide as it likes.
     *
     * @param head what stands before its first row: blanks, a sign, a label
     * @param further columns from the end of the head to where its other rows begin
     */
    public record Line(String head, String text, int further) {

        /** One whose blanks at the beginning stay before all of its rows. */
        public static Line indented(String text) {
            String stripped = text.stripLeading();
            String blanks = text.substring(0, text.length() - stripped.length());
            return new Line(blanks, stripped, blanks.isEmpty() ? 0 : 2);
        }
    }

    /**
     * What fits on the screen of a line.
     *
     * @param line its index
     * @param head empty but in its first row
     * @param column where {@code text} begins
     */
    public record Row(int line, String head, int column, Text text) {}

    /** At least one for each line. */
    public static List<Row> rows(Client client, List<Line> lines) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int begins = Text.widthOf(line.head());
            int goesOn = begins + line.further();
            int columns = client.columns() - FRAME;
            Text text = Text.of(line.text(), repertoire(client));
            List<Text> parts = begins + text.width() <= columns ? List.of(text) : text.wrapped(columns - goesOn);
            for (int j = 0; j < parts.size(); j++) {
                rows.add(j == 0 ? new Row(i, line.head(), begins, parts.get(j)) : new Row(i, "", goesOn, parts.get(j)));
            }
        }
        return rows;
    }

    /** What the terminal of that client can show. */
    public static Repertoire repertoire(Client client) {
        return switch (client.glyphs()) {
            case UTF_8 -> Repertoire.UNICODE;
            case ASCII -> Repertoire.ASCII;
        };
    }
}
