package dev.rwtui.tui.update;

import dev.rwtui.tui.command.HelpPage;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.ComparisonPage;
import dev.rwtui.tui.model.ForIde;
import dev.rwtui.tui.model.LogPage;
import dev.rwtui.tui.model.MachinePage;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.PackagesPage;
import dev.rwtui.tui.model.PlanPage;
import dev.rwtui.tui.model.SyncPages;
import dev.rwtui.tui.model.Wrapped;
import java.util.List;

/** Moving through what is read. */
final class Scrolling {

    private Scrolling() {}

    /** Down by some lines, or up by negative ones, stopping at the ends. */
    static AppState by(AppState state, int lines) {
        Overlay over = state.screen().overlay().orElse(new Overlay.ConfirmQuit());
        if (over instanceof Overlay.Page page) {
            int last = Math.max(0, size(state, page) - Overlay.room(state));
            return state.with(state.screen().with(page.at(clamp(page.scroll() + (long) lines, last))));
        }
        return over instanceof Overlay.Log log ? logBy(state, log, lines) : state;
    }

    private static int size(AppState state, Overlay.Page page) {
        if (page instanceof Overlay.Packages packages) {
            return PackagesPage.of(state, packages).size();
        }
        if (page instanceof Overlay.ForIde forIde) {
            return rows(state, ForIde.wrappable(ForIde.lines(state, forIde), forIde.form()));
        }
        if (page instanceof Overlay.Comparing comparing) {
            return rows(state, ComparisonPage.wrappable(ComparisonPage.of(comparing)));
        }
        if (page instanceof Overlay.Plan plan) {
            return PlanPage.of(state.client(), plan.plan()).size();
        }
        if (page instanceof Overlay.Differences differences) {
            return SyncPages.of(state, differences).size();
        }
        if (page instanceof Overlay.BackupText text) {
            return SyncPages.of(state, text).size();
        }
        if (page instanceof Overlay.SyncDone done) {
            return SyncPages.of(state, done).size();
        }
        if (page instanceof Overlay.MachineView machine) {
            return rows(state, MachinePage.wrappable(MachinePage.of(state, machine)));
        }
        return page instanceof Overlay.FreeGpus free
                ? rows(state, MachinePage.wrappable(MachinePage.of(state, free)))
                : HelpPage.lines().size();
    }

    private static int rows(AppState state, List<Wrapped.Line> lines) {
        return Wrapped.rows(state.client(), lines).size();
    }

    private static AppState logBy(AppState state, Overlay.Log log, int lines) {
        int first = Math.max(0, LogPage.lines(state).size() - Overlay.room(state));
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
