package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.model.Client;
import dev.rwtui.tui.model.MachinePage;
import dev.rwtui.tui.model.Wrapped;
import java.util.List;

/** What a machine has, over the panes. */
final class MachineLines implements PageView.Inks {

    private final List<MachinePage.Line> lines;

    private MachineLines(List<MachinePage.Line> lines) {
        this.lines = lines;
    }

    static void draw(Client client, String title, List<MachinePage.Line> lines, int scroll, Region body) {
        List<Wrapped.Row> rows = Wrapped.rows(client, MachinePage.wrappable(lines));
        PageView.draw(body, title, rows, new MachineLines(lines), scroll);
    }

    @Override
    public Ink head(int line) {
        return Ink.GOOD;
    }

    @Override
    public Ink text(int line) {
        return switch (lines.get(line).part()) {
            case HEADING -> Ink.TITLE;
            case VALUE -> Ink.NORMAL;
            case GOOD -> Ink.GOOD;
            case NOTE -> Ink.FAINT;
            case FAILURE -> Ink.BAD;
        };
    }
}
