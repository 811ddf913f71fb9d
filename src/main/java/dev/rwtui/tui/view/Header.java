package dev.rwtui.tui.view;

import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Style;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Words;

/** The first line: program, configuration, how many hosts are up. */
final class Header {

    private Header() {}

    static void draw(AppState state, Region row) {
        row.fill(new Style(Ink.NORMAL, Backdrop.BAR));
        Pen pen = Pen.on(row, 0, Backdrop.BAR).write(" rwtui ", Ink.TITLE);
        state.client().note().ifPresent(note -> pen.right(note + " ", Ink.WARNING, 30));
        pen.write(" " + state.client().configLabel(), Ink.NORMAL).write(counts(state), Ink.FAINT);
    }

    private static String counts(AppState state) {
        if (!state.facts().configuration().isRead()) {
            return " · reading";
        }
        int hosts = state.facts().configuration().hosts().size();
        long up = state.facts().configuration().hosts().stream()
                .filter(host -> state.link(host.alias()) instanceof Link.Up)
                .count();
        return " · " + Words.count(hosts, "host") + " · " + up + " up";
    }
}
