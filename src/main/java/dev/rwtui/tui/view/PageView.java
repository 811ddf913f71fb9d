package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import java.util.List;

/** Lines over the panes, as many as there is room for. */
final class PageView {

    private PageView() {}

    /**
     * Draws them from a line on.
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
