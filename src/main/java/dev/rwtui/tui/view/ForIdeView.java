package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.ForIde;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Wrapped;
import java.util.List;

/** What an IDE needs of an environment, over the panes; what is too wide is wrapped here and copied as it is. */
final class ForIdeView {

    private ForIdeView() {}

    static void draw(AppState state, Overlay.ForIde shown, Region body) {
        List<String> lines = ForIde.lines(state, shown);
        boolean gone = lines.isEmpty();
        PageView.draw(
                body,
                "For " + shown.form().title(),
                Wrapped.rows(
                        state.client(),
                        gone
                                ? List.of(Wrapped.Line.indented("The environment is gone."))
                                : ForIde.wrappable(lines, shown.form())),
                gone ? GONE : THERE,
                shown.scroll());
    }

    private static final PageView.Inks THERE = new Inks(Ink.NORMAL);
    private static final PageView.Inks GONE = new Inks(Ink.FAINT);

    private record Inks(Ink ink) implements PageView.Inks {

        @Override
        public Ink head(int line) {
            return Ink.FAINT;
        }

        @Override
        public Ink text(int line) {
            return ink;
        }
    }
}
