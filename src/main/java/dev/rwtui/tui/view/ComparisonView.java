package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.ComparisonPage;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Wrapped;
import java.util.List;

/** How two environments differ, over the panes. */
final class ComparisonView implements PageView.Inks {

    private final List<ComparisonPage.Line> lines;

    private ComparisonView(List<ComparisonPage.Line> lines) {
        this.lines = lines;
    }

    static void draw(AppState state, Overlay.Comparing shown, Region body) {
        List<ComparisonPage.Line> lines = ComparisonPage.of(shown);
        PageView.draw(
                body,
                shown.here().words() + " and " + shown.there().words(),
                Wrapped.rows(state.client(), ComparisonPage.wrappable(lines)),
                new ComparisonView(lines),
                shown.scroll());
    }

    @Override
    public Ink head(int line) {
        return Ink.NORMAL;
    }

    @Override
    public Ink text(int line) {
        return switch (lines.get(line).part()) {
            case VERDICT -> Ink.STRONG;
            case HEADING -> Ink.TITLE;
            case DIFFERENCE, COMMAND -> Ink.NORMAL;
            case NOTE -> Ink.FAINT;
            case FAILURE -> Ink.BAD;
        };
    }
}
