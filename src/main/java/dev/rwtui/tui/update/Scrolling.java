package dev.rwtui.tui.update;

import dev.rwtui.tui.command.HelpPage;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.ComparisonPage;
import dev.rwtui.tui.model.ForIde;
import dev.rwtui.tui.model.LogPage;
import dev.rwtui.tui.model.MachinePage;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.PackagesPage;

/** Moving through help and log. */
final class Scrolling {

    private Scrolling() {}

    /** Down by some lines, or up by negative ones, stopping at the ends. */
    static AppState by(AppState state, int lines) {
        Overlay over = state.screen().overlay().orElse(new Overlay.ConfirmQuit());
        if (over instanceof Overlay.Help help) {
            int last = Math.max(0, HelpPage.lines().size() - Overlay.room(state.client()));
            return state.with(state.screen().with(new Overlay.Help(clamp(help.scroll() + (long) lines, last))));
        }
        if (over instanceof Overlay.Packages shown) {
            int last = Math.max(0, PackagesPage.of(state, shown).size() - Overlay.room(state.client()));
            int first = clamp(shown.scroll() + (long) lines, last);
            return state.with(state.screen().with(new Overlay.Packages(shown.environment(), first, shown.filter())));
        }
        if (over instanceof Overlay.MachineView shown) {
            int last = Math.max(0, MachinePage.of(state, shown).size() - Overlay.room(state.client()));
            int first = clamp(shown.scroll() + (long) lines, last);
            return state.with(state.screen().with(new Overlay.MachineView(shown.host(), first)));
        }
        if (over instanceof Overlay.FreeGpus shown) {
            int last = Math.max(0, MachinePage.of(state, shown).size() - Overlay.room(state.client()));
            int first = clamp(shown.scroll() + (long) lines, last);
            return state.with(state.screen().with(new Overlay.FreeGpus(shown.count(), first)));
        }
        if (over instanceof Overlay.Comparing shown) {
            int last = Math.max(0, ComparisonPage.of(shown).size() - Overlay.room(state.client()));
            int first = clamp(shown.scroll() + (long) lines, last);
            return state.with(
                    state.screen().with(new Overlay.Comparing(shown.here(), shown.there(), shown.compared(), first)));
        }
        if (over instanceof Overlay.ForIde shown) {
            int last = Math.max(0, ForIde.lines(state, shown).size() - Overlay.room(state.client()));
            int first = clamp(shown.scroll() + (long) lines, last);
            return state.with(state.screen().with(new Overlay.ForIde(shown.environment(), shown.form(), first)));
        }
        return over instanceof Overlay.Log log ? logBy(state, log, lines) : state;
    }

    private static AppState logBy(AppState state, Overlay.Log log, int lines) {
        int first = Math.max(0, LogPage.lines(state).size() - Overlay.room(state.client()));
        return state.with(state.screen().with(new Overlay.Log(clamp(log.back() - (long) lines, first))));
    }

    /** A new line does not move what is being read further up. */
    static AppState keepingPlace(AppState state) {
        return state.screen().overlay().orElse(null) instanceof Overlay.Log log && log.back() > 0
                ? logBy(state, log, -1)
                : state;
    }

    private static int clamp(long wanted, int last) {
        return (int) Math.max(0, Math.min(last, wanted));
    }
}
