package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.Toast;
import java.util.List;

/** A message at the bottom of a place, as many rows high as it needs and there are. */
final class ToastView {

    private static final int MARGIN = 2;

    private ToastView() {}

    static void draw(Toast toast, Region place) {
        Look look = look(toast);
        String sign = " " + look.sign() + " ";
        int indent = Text.widthOf(sign);
        int room = place.width() - 2 * MARGIN - indent - 1;
        List<Text> lines = place.measured(toast.text()).wrapped(room);
        int shown = Math.min(lines.size(), place.height());
        int widest = lines.stream().mapToInt(Text::width).max().orElse(0);
        for (int i = 0; i < shown; i++) {
            int row = place.height() - shown + i;
            boolean cut = i == shown - 1 && shown < lines.size();
            String text = lines.get(i) + (cut ? " …" : "");
            Pen.on(place, row, Backdrop.BAR).at(MARGIN).write(" ".repeat(indent + widest + 1), look.ink());
            Pen.on(place, row, Backdrop.BAR)
                    .at(MARGIN)
                    .write(i == 0 ? sign : " ".repeat(indent), look.ink())
                    .write(place.truncated(text, room), look.ink());
        }
    }

    private static Look look(Toast toast) {
        return switch (toast.severity()) {
            case INFO -> new Look(toast.stage() == Toast.Stage.BEGUN ? "◐" : "✓", "", Ink.STRONG);
            case WARNING -> new Look("!", "", Ink.WARNING);
            case ERROR -> new Look("✕", "", Ink.BAD);
        };
    }
}
