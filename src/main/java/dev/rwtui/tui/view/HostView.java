package dev.rwtui.tui.view;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Survey;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
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

    private static final int PYTHONS_AT_LEAST = 3;

    /** Rows of a pane that has room for more of the code than the verdict, without the focus. */
    private static final int CODE_FROM = 26;

    private static final int CODE_AT_MOST = 4;
    private static final int CODE_FOCUSED_AT_LEAST = 6;

    private final AppState state;
    private final HostSummary host;
    private final Region box;
    private final Region text;
    private final Pane pane;

    private HostView(AppState state, HostSummary host, Region box) {
        this.state = state;
        this.host = host;
        this.box = box;
        this.text = box.inside();
        this.pane = state.screen().pane();
    }

    static void draw(AppState state, Region box) {
        box.frame(new Style(Ink.BORDER, Backdrop.PLAIN));
        state.shown().ifPresent(host -> new HostView(state, host, box).draw());
    }

    /** From top to bottom; what is focused is told in full, and what is left belongs to the log. */
    private void draw() {
        title();
        int code = codeAtLeast();
        int pythons = pythonsAtLeast();
        int height = text.height() - pythons - code;
        Paper session = SessionText.of(state, host, text);
        int rows = state.shownTunnels().size();
        int wanted = Math.min(rows, TUNNELS_AT_LEAST);
        int above = Math.max(1, Math.min(session.size(), height - 1 - Math.max(1, wanted)));
        session.draw(text.part(0, 0, text.width(), above), Backdrop.PLAIN);
        int next = 1 + above;
        next = tunnels(next, wanted, height - above - 1, pythons + code);
        if (pythons > 0) {
            next = pythons(next, code);
        }
        if (code > 0) {
            next = code(next, code);
        }
        recent(next + 1);
    }

    private int tunnels(int from, int wanted, int left, int keep) {
        Optional<TunnelStatus> marked = state.marked();
        Paper tunnel = marked.map(status -> TunnelText.of(state, status, text)).orElseGet(() -> hint(text));
        int rows = state.shownTunnels().size();
        int details = isBelow() && marked.isPresent() ? left : left - 1 - tunnel.size();
        int shown = Math.max(0, Math.min(rows, Math.max(Math.min(wanted, left), isBelow() ? 0 : details)));
        tunnelRows(from, shown);
        int next = from + 1 + shown;
        int bottom = box.height() - 1 - keep;
        if (marked.isEmpty()) {
            Region place = text.part(0, next - 1, text.width(), Math.max(0, bottom - next));
            tunnel.draw(place, Backdrop.PLAIN);
            next = Math.min(bottom, next + tunnel.size());
        } else if (!isBelow() && bottom - next >= DETAILS_AT_LEAST) {
            rule(next, " " + TunnelRows.name(marked.get().id().forward()) + " ", pane == Pane.TUNNELS, Ink.NORMAL);
            tunnel.draw(text.part(0, next, text.width(), bottom - next - 1), Backdrop.PLAIN);
            next = Math.min(bottom, next + 1 + tunnel.size());
        }
        return next;
    }

    /** Rows of that part with its title; none while nothing can be known. */
    private int pythonsAtLeast() {
        boolean shown =
                state.shownSurvey().isPresent() || state.link(host.alias()) instanceof Link.Up || pane == Pane.PYTHON;
        return shown
                ? 1
                        + Math.max(
                                1,
                                Math.min(pythonRows(), state.shownEnvironments().size()))
                : 0;
    }

    /** Rows that are kept for environments; where all else is in the way, for the marked one alone. */
    private int pythonRows() {
        return pane == Pane.SYNC && text.height() < CODE_FROM ? 1 : PYTHONS_AT_LEAST;
    }

    /** Whether the focus is on what comes after the tunnels. */
    private boolean isBelow() {
        return pane == Pane.PYTHON || pane == Pane.SYNC;
    }

    /** Rows of the code with its title; none while there is nothing to say of it. */
    private int codeAtLeast() {
        if (pane == Pane.SYNC) {
            int lines = SyncText.of(state, host.alias(), text, text.height()).size();
            return 1 + Math.min(lines, Math.max(CODE_FOCUSED_AT_LEAST, text.height() / 2));
        }
        boolean up = state.facts().code().repository().isPresent() && state.link(host.alias()) instanceof Link.Up;
        boolean known = up
                || state.facts().syncs().reading(host.alias()).isPresent()
                || state.syncStep(host.alias()).isPresent();
        int summary = SyncText.summary(state, host.alias(), text).size();
        return known ? 1 + Math.min(summary, text.height() < CODE_FROM ? 1 : CODE_AT_MOST) : 0;
    }

    private int code(int from, int keep) {
        int left = box.height() - 1 - from - 1;
        boolean focused = pane == Pane.SYNC;
        int rows = focused ? left : Math.min(left, keep - 1);
        Paper paper = focused
                ? SyncText.of(state, host.alias(), text, rows)
                : SyncText.summary(state, host.alias(), text).atMost(rows);
        rule(from, " 4 Sync ", focused, focused ? Ink.TITLE : Ink.NORMAL);
        String sides = SyncText.title(state, host.alias(), box.width() - 14);
        Pen.on(box.part(9, from, box.width() - 11, 1), 0).write(sides.isEmpty() ? "" : " " + sides + " ", Ink.FAINT);
        int shown = Math.max(0, Math.min(rows, paper.size()));
        paper.draw(text.part(0, from, text.width(), shown), Backdrop.PLAIN);
        if (focused) {
            sides(from, from + shown + 1);
        }
        return from + 1 + shown;
    }

    private int pythons(int from, int keep) {
        int bottom = box.height() - 1 - keep;
        int left = bottom - from - 1;
        int all = Math.max(1, state.shownEnvironments().size());
        Paper details = pane == Pane.PYTHON ? PythonText.of(state, text) : new Paper(text);
        int beside = pane == Pane.PYTHON ? 1 + details.size() : pane == Pane.SYNC ? left : logAtLeast(left);
        int shown = Math.max(0, Math.min(all, Math.max(Math.min(pythonRows(), left), left - beside)));
        rule(from, " 3 Python ", pane == Pane.PYTHON, pane == Pane.PYTHON ? Ink.TITLE : Ink.NORMAL);
        Pen.on(box.part(1, from, box.width() - 3, 1), 0).right(survey(shown), Ink.FAINT, 12);
        PythonRows.draw(state, box.part(1, from + 1, box.width() - 2, shown));
        int next = from + 1 + shown;
        if (pane == Pane.PYTHON) {
            sides(from, next + 1);
            String name = state.markedEnvironment().map(Environment::name).orElse("python");
            if (details.size() > 0 && bottom - next >= DETAILS_AT_LEAST) {
                rule(next, " " + name + " ", pane == Pane.PYTHON, Ink.NORMAL);
                details.draw(text.part(0, next, text.width(), bottom - next - 1), Backdrop.PLAIN);
                next = Math.min(bottom, next + 1 + details.size());
            }
        }
        return next;
    }

    /** Of that many rows; none where there is no room for it beside some environments. */
    private static int logAtLeast(int rows) {
        int log = 1 + RECENT_AT_LEAST;
        return rows >= PYTHONS_AT_LEAST + log ? log : 0;
    }

    /** How far the search is, where that is not plain. */
    private String survey(int shown) {
        Optional<Survey> survey = state.shownSurvey();
        int all = state.shownEnvironments().size();
        String part = shown < all ? shown + " of " + all : "";
        String stage = survey.filter(one -> one.stage() == Survey.Stage.RUNNING).isPresent()
                ? "looking"
                : survey.filter(one -> !one.unfinished().isEmpty()).isPresent() ? "not finished" : "";
        String both = part.isEmpty() || stage.isEmpty() ? part + stage : part + ", " + stage;
        return both.isEmpty() ? "" : " " + both + " ";
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

    private void tunnelRows(int row, int shown) {
        rule(row, " 2 Tunnels ", pane == Pane.TUNNELS, pane == Pane.TUNNELS ? Ink.TITLE : Ink.NORMAL);
        if (pane == Pane.TUNNELS) {
            sides(row, row + shown + 1);
        }
        int all = state.shownTunnels().size();
        if (shown < all) {
            Pen.on(box.part(1, row, box.width() - 3, 1), 0).right(" " + shown + " of " + all + " ", Ink.FAINT, 12);
        }
        TunnelRows.draw(state, box.part(1, row + 1, box.width() - 2, shown));
    }

    /** The line above a part; brighter around the one that has the focus. */
    private void rule(int row, String title, boolean bright, Ink ink) {
        if (row < box.height() - 1) {
            box.divider(row, new Style(bright ? Ink.BORDER_FOCUSED : Ink.BORDER, Backdrop.PLAIN));
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
        rule(top, " ! Log ", pane == Pane.TUNNELS, Ink.NORMAL);
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
