package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Style;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Configuration;
import java.util.List;

/** Nothing to list: where rwtui looked, and what to write there. */
final class EmptyView {

    private static final List<String> SAMPLE = List.of(
            "# The gateway of the lab",
            "Host gate",
            "    HostName      gate.example.org",
            "    User          you",
            "",
            "# The machine behind it",
            "Host gpu",
            "    User          you",
            "    ProxyJump     gate",
            "    LocalForward  6006 127.0.0.1:6006");

    private static final int ROWS_FOR_BLANKS = 24;

    private EmptyView() {}

    static void draw(AppState state, Region box) {
        box.frame(new Style(Ink.BORDER, Backdrop.PLAIN));
        Region text = box.inside();
        Configuration configuration = state.facts().configuration();
        Paper paper = new Paper(text);
        if (configuration.isRead()) {
            missing(configuration, gap(paper, text), text);
        } else {
            paper.blank().say("Reading the configuration.", Ink.NORMAL);
        }
        paper.draw(text, Backdrop.PLAIN);
    }

    private static void missing(Configuration configuration, Paper paper, Region text) {
        paper.say("No host to show.", Ink.TITLE);
        gap(paper, text).say("rwtui lists the hosts of your ssh configuration, and found none in:", Ink.NORMAL);
        configuration
                .files()
                .forEach(file -> paper.line(
                        new Paper.Span("  " + file.file(), Ink.STRONG),
                        new Paper.Span("  " + file.presence(), Ink.FAINT)));
        gap(paper, text).say("Write this there, with your own names, and press R:", Ink.NORMAL);
        gap(paper, text);
        SAMPLE.forEach(line -> paper.line(new Paper.Span("  " + line, Ink.KEY)));
    }

    private static Paper gap(Paper paper, Region text) {
        return text.height() >= ROWS_FOR_BLANKS ? paper.blank() : paper;
    }
}
