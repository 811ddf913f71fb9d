package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Toast;

/** A message on the line above the footer. */
final class ToastView {

    private ToastView() {}

    static void draw(Toast toast, Region row) {
        Look look = look(toast.severity());
        Text text = row.truncated(" " + look.sign() + " " + toast.text() + " ", row.width() - 4);
        Pen.on(row, 0, Backdrop.BAR).at(2).write(text, look.ink());
    }

    private static Look look(Event.Severity severity) {
        return switch (severity) {
            case INFO -> new Look("✓", "", Ink.STRONG);
            case WARNING -> new Look("!", "", Ink.WARNING);
            case ERROR -> new Look("✕", "", Ink.BAD);
        };
    }
}
