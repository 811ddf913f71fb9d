package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.command.Completion;
import dev.rwtui.tui.command.Completion.Suggestion;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Words;
import java.util.List;

/** A command that is being typed, at the bottom, with what could be meant above it. */
final class CommandLineView {

    private static final int SUGGESTIONS_AT_MOST = 7;

    /** Columns from the words to what they mean. */
    private static final int GAP = 3;

    private CommandLineView() {}

    static void draw(AppState state, Overlay.CommandLine line, Region body) {
        List<Suggestion> all = Completion.of(state, line.text());
        int room = Math.max(1, Math.min(SUGGESTIONS_AT_MOST, body.height() / 2 - 3));
        int shown = Math.min(room, Math.max(1, all.size()));
        int height = shown + 3;
        Region box = body.part(1, body.height() - height - 1, body.width() - 2, height);
        Region inside = Modal.frame(box, title(line, all));
        int chosen = Completion.place(all, line);
        int first = Scroll.first(Math.max(0, chosen), all.size(), shown);
        int words = width(all.subList(first, Math.min(all.size(), first + shown)), inside);
        for (int row = 0; row < Math.min(shown, all.size()); row++) {
            suggestion(inside, row, all.get(first + row), words);
            if (first + row == chosen) {
                inside.lay(row, Backdrop.SELECTED);
            }
        }
        if (all.isEmpty()) {
            Pen.on(inside, 0, Backdrop.MODAL).write(nothing(line), Ink.FAINT);
        }
        input(line, inside, shown);
    }

    private static String title(Overlay.CommandLine line, List<Suggestion> all) {
        int place = Completion.place(all, line);
        return place == Completion.NOT_THERE ? "Command" : "Command, " + (place + 1) + " of " + all.size();
    }

    private static String nothing(Overlay.CommandLine line) {
        return line.text().stripLeading().startsWith("connect ")
                ? "No alias is like that; Enter connects the name as it is."
                : line.text().indexOf(' ') >= 0
                        ? "Nothing to suggest; Enter tries it as it is."
                        : "No command is like that.";
    }

    private static int width(List<Suggestion> shown, Region inside) {
        int widest = shown.stream()
                .mapToInt(suggestion -> Text.widthOf(suggestion.shown()))
                .max()
                .orElse(0);
        return Math.min(widest, inside.width() / 2);
    }

    private static void suggestion(Region inside, int row, Suggestion suggestion, int words) {
        boolean works = suggestion.reason().isEmpty();
        Ink ink = suggestion.line().isEmpty() || !works ? Ink.FAINT : Ink.KEY;
        Pen.on(inside, row, Backdrop.MODAL)
                .write(shown(inside, suggestion.shown(), words), ink)
                .at(words + GAP)
                .write(
                        works
                                ? suggestion.explanation()
                                : "✕ " + suggestion.reason().get(),
                        works ? Ink.NORMAL : Ink.FAINT);
    }

    private static String shown(Region inside, String text, int columns) {
        return text.startsWith("/") || text.startsWith("~")
                ? Words.end(text, columns)
                : inside.truncated(text, columns).toString();
    }

    /** The end of a long line is what is being typed. */
    private static void input(Overlay.CommandLine line, Region inside, int row) {
        String text = line.text();
        while (Text.widthOf(text) > inside.width() - 2) {
            text = text.substring(text.offsetByCodePoints(0, 1));
        }
        Pen.on(inside, row, Backdrop.MODAL).write(":", Ink.TITLE).write(text, Ink.STRONG);
        inside.showCursor(Math.min(inside.width() - 1, 1 + Text.widthOf(text)), row);
    }
}
