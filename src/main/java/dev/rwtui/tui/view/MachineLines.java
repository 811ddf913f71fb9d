package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.model.MachinePage;
import java.util.List;

/** What a machine has, over the panes. */
final class MachineLines {

    private MachineLines() {}

    static void draw(String title, List<MachinePage.Line> lines, int scroll, Region body) {
        PageView.draw(body, title, lines.stream().map(MachineLines::spans).toList(), scroll, "");
    }

    private static List<Paper.Span> spans(MachinePage.Line line) {
        String sign = switch (line.part()) {
            case GOOD -> "○ ";
            case VALUE -> "  ";
            case HEADING, NOTE, FAILURE -> "";
        };
        return List.of(new Paper.Span(sign, Ink.GOOD), new Paper.Span(line.text(), ink(line.part())));
    }

    private static Ink ink(MachinePage.Part part) {
        return switch (part) {
            case HEADING -> Ink.TITLE;
            case VALUE -> Ink.NORMAL;
            case GOOD -> Ink.GOOD;
            case NOTE -> Ink.FAINT;
            case FAILURE -> Ink.BAD;
        };
    }
}
