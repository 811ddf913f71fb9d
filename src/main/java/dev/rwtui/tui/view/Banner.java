package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Style;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Configuration;

/** A line for what is wrong with the configuration, there only where something is. */
final class Banner {

    private Banner() {}

    static boolean isNeeded(AppState state) {
        Configuration configuration = state.facts().configuration();
        return !configuration.problems().isEmpty();
    }

    static void draw(AppState state, Region row) {
        Configuration configuration = state.facts().configuration();
        int more = configuration.problems().size() - 1;
        row.fill(Style.PLAIN);
        Pen pen = Pen.on(row, 0);
        if (more > 0) {
            pen.right(" and " + more + " more: ! shows all ", Ink.WARNING, 20);
        }
        pen.write(" ⚠ ", Ink.BAD).write(configuration.problems().get(0), Ink.BAD);
    }
}
