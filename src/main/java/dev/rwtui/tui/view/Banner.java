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
        return !configuration.problems().isEmpty() || !configuration.skipped().isEmpty();
    }

    static void draw(AppState state, Region row) {
        Configuration configuration = state.facts().configuration();
        boolean bad = !configuration.problems().isEmpty();
        int more = configuration.problems().size() + configuration.skipped().size() - 1;
        String first = bad
                ? configuration.problems().get(0)
                : configuration.skipped().get(0) + ": this Match block is skipped";
        Ink ink = bad ? Ink.BAD : Ink.WARNING;
        row.fill(Style.PLAIN);
        Pen pen = Pen.on(row, 0);
        if (more > 0) {
            pen.right(" and " + more + " more: ! shows all ", Ink.WARNING, 20);
        }
        pen.write(" ⚠ ", ink).write(first, ink);
    }
}
