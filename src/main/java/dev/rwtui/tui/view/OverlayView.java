package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.command.HelpPage;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.LogPage;
import dev.rwtui.tui.model.MachinePage;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Words;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.util.List;
import java.util.stream.Collectors;

/** Help, log and the question whether to quit. */
final class OverlayView {

    private static final int KEYS = 13;

    private OverlayView() {}

    static void draw(AppState state, Overlay overlay, Region body) {
        if (SyncView.draw(state, overlay, body)) {
            return;
        }
        if (overlay instanceof Overlay.Help help) {
            help(help, body);
        } else if (overlay instanceof Overlay.Log log) {
            log(state, log, body);
        } else if (overlay instanceof Overlay.Packages packages) {
            PackagesView.draw(state, packages, body);
        } else if (overlay instanceof Overlay.MachineView machine) {
            MachineLines.draw(
                    state.client(), machine.host().value(), MachinePage.of(state, machine), machine.scroll(), body);
        } else if (overlay instanceof Overlay.FreeGpus free) {
            MachineLines.draw(
                    state.client(),
                    "Hosts with " + Words.count(free.count(), "free GPU") + " or more",
                    MachinePage.of(state, free),
                    free.scroll(),
                    body);
        } else if (overlay instanceof Overlay.Comparing comparing) {
            ComparisonView.draw(state, comparing, body);
        } else if (overlay instanceof Overlay.ForIde forIde) {
            ForIdeView.draw(state, forIde, body);
        } else if (overlay instanceof Overlay.CommandLine line) {
            CommandLineView.draw(state, line, body);
        } else {
            confirmQuit(state, body);
        }
    }

    private static void help(Overlay.Help help, Region body) {
        List<HelpPage.Line> lines = HelpPage.lines();
        Region inside = Modal.frame(body, "Keys");
        int last = Math.max(0, lines.size() - inside.height());
        int first = Math.min(help.scroll(), last);
        for (int row = 0; row < Math.min(inside.height(), lines.size()); row++) {
            HelpPage.Line line = lines.get(first + row);
            Pen.on(inside, row, Backdrop.MODAL)
                    .write(line.keys(), Ink.KEY)
                    .at(line.keys().isEmpty() ? 0 : KEYS)
                    .write(line.text(), line.keys().isEmpty() ? Ink.TITLE : Ink.NORMAL);
        }
        more(body, first, last);
    }

    private static void more(Region body, int first, int last) {
        Pen pen = Pen.on(body.part(2, body.height() - 1, body.width() - 4, 1), 0, Backdrop.MODAL);
        if (first < last) {
            pen.write(" ↓ more ", Ink.KEY);
        } else if (first > 0) {
            pen.write(" end ", Ink.FAINT);
        }
    }

    /** Newest at the bottom; wrapped, since this is where a long cause is read in full. */
    private static void log(AppState state, Overlay.Log log, Region body) {
        List<LogPage.Entry> entries = LogPage.lines(state);
        Region inside = Modal.frame(body, log.back() == 0 ? "Log" : "Log, " + log.back() + " back");
        if (entries.isEmpty()) {
            inside.text(0, 0, "Nothing has happened yet.", new dev.rwtui.tui.canvas.Style(Ink.FAINT, Backdrop.MODAL));
        }
        int end = Math.max(0, entries.size() - log.back());
        int start = end;
        int used = 0;
        while (start > 0
                && used
                                + paper(state, entries.subList(start - 1, start), inside)
                                        .size()
                        <= inside.height()) {
            start--;
            used += paper(state, entries.subList(start, start + 1), inside).size();
        }
        int from = start == end ? Math.max(0, end - 1) : start;
        int until = start == 0 ? entries.size() : end;
        paper(state, entries.subList(from, until), inside).draw(inside, Backdrop.MODAL);
    }

    private static Paper paper(AppState state, List<LogPage.Entry> entries, Region inside) {
        Paper paper = new Paper(inside);
        for (LogPage.Entry entry : entries) {
            String time = Clock.of(entry, state.client().zone());
            paper.field(time, entry.text().isBlank() ? "(nothing)" : entry.text(), ink(entry.severity()));
        }
        return paper;
    }

    static Ink ink(Event.Severity severity) {
        return switch (severity) {
            case INFO -> Ink.NORMAL;
            case WARNING -> Ink.WARNING;
            case ERROR -> Ink.BAD;
        };
    }

    private static void confirmQuit(AppState state, Region body) {
        List<TunnelStatus> open = state.facts().openTunnels();
        int connections =
                open.stream().mapToInt(tunnel -> tunnel.traffic().open()).sum();
        String names = open.stream()
                .map(tunnel -> tunnel.id().host() + " " + tunnel.id().forward().port())
                .sorted()
                .collect(Collectors.joining(", "));
        Paper paper = new Paper(Modal.measure(body))
                .say(
                        Words.count(open.size(), "tunnel") + " would close"
                                + (connections == 0 ? "" : ", with " + Words.count(connections, "connection")) + ":",
                        Ink.NORMAL)
                .say(names, Ink.STRONG)
                .atMost(body.height() - 6)
                .blank()
                .line(
                        new Paper.Span("n", Ink.KEY),
                        new Paper.Span(" stay (default)   ", Ink.STRONG),
                        new Paper.Span("y", Ink.KEY),
                        new Paper.Span(" quit", Ink.NORMAL));
        paper.draw(Modal.open(body, "Quit rwtui?", paper.size()), Backdrop.MODAL);
    }
}
