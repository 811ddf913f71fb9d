package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Style;

/** A framed box over the panes. */
final class Modal {

    private static final int WIDTH_AT_MOST = 76;

    private Modal() {}

    /** As wide as a text in a modal of this screen can be. */
    static Region measure(Region all) {
        return all.part(0, 0, Math.min(WIDTH_AT_MOST, all.width() - 4) - 4, all.height());
    }

    /** Draws an empty box in the middle with room for so many rows, and returns what is inside of it. */
    static Region open(Region all, String title, int rows) {
        int width = Math.min(WIDTH_AT_MOST, all.width() - 4);
        int height = Math.min(rows + 2, all.height() - 2);
        Region box = all.part((all.width() - width) / 2, Math.max(1, (all.height() - height) / 2), width, height);
        return frame(box, title);
    }

    /** An empty box on all of that place. */
    static Region frame(Region box, String title) {
        box.fill(new Style(Ink.NORMAL, Backdrop.MODAL));
        box.frame(new Style(Ink.BORDER_FOCUSED, Backdrop.MODAL));
        Pen.on(box.part(2, 0, box.width() - 4, 1), 0, Backdrop.MODAL).write(" " + title + " ", Ink.TITLE);
        return box.inside();
    }
}
