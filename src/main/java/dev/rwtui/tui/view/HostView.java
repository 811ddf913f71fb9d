package dev.rwtui.tui.view;

import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Style;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Pane;

/** Everything about the shown host: the way to it, its tunnels, what is known of the marked one. */
final class HostView {

    private HostView() {}

    static void draw(AppState state, Region box) {
        box.frame(new Style(Ink.BORDER, Backdrop.PLAIN));
        state.shown().ifPresent(host -> draw(state, box, host));
    }

    private static void draw(AppState state, Region box, HostSummary host) {
        Pen.on(box, 0).at(2).write(" " + host.alias() + " ", Ink.TITLE);
        boolean focused = state.screen().pane() == Pane.TUNNELS;
        box.divider(2, new Style(focused ? Ink.BORDER_FOCUSED : Ink.BORDER, Backdrop.PLAIN));
        Pen.on(box, 2).at(2).write(" 2 Tunnels ", focused ? Ink.TITLE : Ink.NORMAL);
        TunnelRows.draw(state, box.part(1, 3, box.width() - 2, box.height() - 4));
    }
}
