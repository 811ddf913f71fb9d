package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.model.MachinePage;
import java.util.List;

/** What a machine has, over the panes. */
final class MachineLines {

    private MachineLines() {}

    static void draw(String title, List<MachinePage.Line> lines, int scroll, Region body) {
        Region inside = Modal.frame(body, title);
        int last = Math.max(0, lines.size() - inside.height());
        int first = Math.min(scroll, last);
        for (int row = 0; row < Math.min(inside.height(), lines.size()); row++) {
            MachinePage.Line line = lines.get(first + row);
            boolean inner = line.part() == MachinePage.Part.VALUE || line.part() == MachinePage.Part.GOOD;
            Pen.on(inside, row, Backdrop.MODAL)
                    .write(line.part() == MachinePage.Part.GOOD ? "○ " : inner ? "  " : "", Ink.GOOD)
                    .write(line.text(), ink(line.part()));
        }
        Pen.on(body.part(2, body.height() - 1, body.width() - 4, 1), 0, Backdrop.MODAL)
                .write(first < last ? " ↓ more " : "", Ink.KEY);
    }

    private static Ink ink(MachinePage.Part part) {
        return switch (part) {
            case HEADING -> Ink.TITLE;
            case VALUE -> Ink.NORMAL;
            case GOOD -> Ink.GOOD;
            case NOTE -> Ink.FAINT;
            case FAILURE -> Ink.BAD;
        };
    }
}
