package dev.rwtui.tui.view;

import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Style;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.LogPage;
import dev.rwtui.tui.model.Pane;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.util.List;
import java.util.Optional;

/** Everything about the shown host: the way to it, its tunnels, what is known of the marked one. */
final class HostView {

    private static final int TUNNELS_AT_LEAST = 4;
    private static final int DETAILS_AT_LEAST = 3;
    private static final int RECENT_AT_LEAST = 3;
    private static final int RECENT_AT_MOST = 8;

    private final AppState state;
    private final HostSummary host;
    private final Region box;
    private final Region text;
    private final boolean focused;

    private HostView(AppState state, HostSummary host, Region box) {
        this.state = state;
        this.host = host;
        this.box = box;
        this.text = box.inside();
        this.focused = state.screen().pane() == Pane.TUNNELS;
    }

    static void draw(AppState state, Region box) {
        box.frame(new Style(Ink.BORDER, Backdrop.PLAIN));
        state.shown().ifPresent(host -> new HostView(state, host, box).draw());
    }

    private void draw() {
        title();
        Paper session = SessionText.of(state, host, text);
        Optional<TunnelStatus> marked = state.marked();
        Paper tunnel = marked.map(status -> TunnelText.of(state, status, text)).orElseGet(() -> hint(text));
        int rows = state.shownTunnels().size();
        int wanted = Math.min(rows, TUNNELS_AT_LEAST);
        int above = Math.max(1, Math.min(session.size(), text.height() - 1 - Math.max(1, wanted)));
        int left = text.height() - above - 1;
        int shown = Math.max(0, Math.min(rows, Math.max(Math.min(wanted, left), left - 1 - tunnel.size())));
        session.draw(text.part(0, 0, text.width(), above), Backdrop.PLAIN);
        tunnels(1 + above, shown);
        int details = 1 + above + 1 + shown;
        if (marked.isEmpty()) {
            tunnel.draw(text.part(0, details - 1, text.width(), text.height()), Backdrop.PLAIN);
            details += tunnel.size();
        } else if (box.height() - 1 - details >= DETAILS_AT_LEAST) {
            rule(details, " " + TunnelRows.name(marked.get().id().forward()) + " ", Ink.NORMAL);
            tunnel.draw(text.part(0, details, text.width(), text.height()), Backdrop.PLAIN);
            details += 1 + tunnel.size();
        }
        recent(details + 1);
    }

    private void title() {
        Region edge = box.part(1, 0, box.width() - 3, 1);
        Pen pen = Pen.on(edge, 0);
        Look look = SessionText.title(state, host);
        pen.right(
                " " + look.sign() + " " + look.words() + " ",
                look.ink(),
                Text.widthOf(host.alias().value()) + 3);
        pen.write(" " + host.alias() + " ", Ink.TITLE);
        List<Paper.Span> route = Route.of(host, state.link(host.alias()), state.now());
        if (SessionText.fitsTitle(host, look, route, box.width())) {
            pen.write("── ", Ink.BORDER);
            route.forEach(span -> pen.write(span.text(), span.ink()));
            pen.write(" ", Ink.BORDER);
        }
    }

    private void tunnels(int row, int shown) {
        rule(row, " 2 Tunnels ", focused ? Ink.TITLE : Ink.NORMAL);
        if (focused) {
            sides(row, row + shown + 1);
        }
        int all = state.shownTunnels().size();
        if (shown < all) {
            Pen.on(box.part(1, row, box.width() - 3, 1), 0).right(" " + shown + " of " + all + " ", Ink.FAINT, 12);
        }
        TunnelRows.draw(state, box.part(1, row + 1, box.width() - 2, shown));
    }

    private void rule(int row, String title, Ink ink) {
        if (row < box.height() - 1) {
            box.divider(row, new Style(focused ? Ink.BORDER_FOCUSED : Ink.BORDER, Backdrop.PLAIN));
            Pen.on(box.part(1, row, box.width() - 2, 1), 0).write(title, ink);
        }
    }

    /** The newest lines of the log about this host, at the bottom, where there is room for some. */
    private void recent(int from) {
        List<LogPage.Entry> entries = LogPage.about(state, host.alias());
        int rows = Math.min(Math.min(RECENT_AT_MOST, entries.size()), box.height() - 2 - from);
        if (rows < Math.min(RECENT_AT_LEAST, entries.size()) || rows <= 0) {
            return;
        }
        int top = box.height() - 2 - rows;
        rule(top, " ! Log ", Ink.NORMAL);
        Paper paper = new Paper(text);
        entries.subList(entries.size() - rows, entries.size())
                .forEach(entry -> paper.line(
                        new Paper.Span(Clock.of(entry, state.client().zone()) + "  ", Ink.FAINT),
                        new Paper.Span(entry.text(), OverlayView.ink(entry.severity()))));
        paper.draw(text.part(0, top, text.width(), rows), Backdrop.PLAIN);
    }

    private void sides(int from, int until) {
        Style style = new Style(Ink.BORDER_FOCUSED, Backdrop.PLAIN);
        for (int row = from + 1; row < Math.min(until, box.height() - 1); row++) {
            box.text(row, 0, "│", style);
            box.text(row, box.width() - 1, "│", style);
        }
    }

    private Paper hint(Region place) {
        return new Paper(place)
                .say(host.alias() + " has no forward. To add one, write under its Host line and press R:", Ink.FAINT)
                .say("LocalForward 6006 127.0.0.1:6006", Ink.NORMAL);
    }
}
