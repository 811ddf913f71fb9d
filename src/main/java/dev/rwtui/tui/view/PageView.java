package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.model.Wrapped;
import java.util.List;

/** Lines over the panes, as many as there is room for. */
final class PageView {

    private PageView() {}

    /** What the parts of a line mean. */
    interface Inks {

        Ink head(int line);

        Ink text(int line);
    }

    /** Draws rows from one of them on. */
    static void draw(Region body, String title, List<Wrapped.Row> rows, Inks inks, int scroll) {
        draw(body, title, rows.stream().map(row -> spans(row, inks)).toList(), scroll, "");
    }

    private static List<Paper.Span> spans(Wrapped.Row row, Inks inks) {
        String head = row.head().isEmpty() ? " ".repeat(row.column()) : row.head();
        return List.of(
                new Paper.Span(head, inks.head(row.line())),
                new Paper.Span(row.text().toString(), inks.text(row.line())));
    }

    /**
     * Draws lines from one of them on, cut at the edge.
     *
     * @param foot said below them; empty for nothing
     */
    static void draw(Region body, String title, List<List<Paper.Span>> lines, int scroll, String foot) {
        Region inside = Modal.frame(body, title);
        int last = Math.max(0, lines.size() - inside.height());
        int first = Math.min(scroll, last);
        for (int row = 0; row < Math.min(inside.height(), lines.size()); row++) {
            Pen pen = Pen.on(inside, row, Backdrop.MODAL);
            lines.get(first + row).forEach(span -> pen.write(span.text(), span.ink()));
        }
        Pen.on(body.part(2, body.height() - 1, body.width() - 4, 1), 0, Backdrop.MODAL)
                .write(foot.isEmpty() ? "" : " " + foot + " ", Ink.FAINT)
                .write(first < last ? " ↓ more " : "", Ink.KEY);
    }
}
