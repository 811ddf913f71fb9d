package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Style;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.command.Availability;
import dev.rwtui.tui.command.Command;
import dev.rwtui.tui.command.KeyNames;
import dev.rwtui.tui.model.AppState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The last line: the keys that work here and now. Those that do not fit are left out; help and quit come last to go. */
final class Footer {

    private static final Set<Command> LAST_TO_GO = EnumSet.of(Command.HELP, Command.QUIT);

    private Footer() {}

    static void draw(AppState state, Region row) {
        row.fill(new Style(Ink.NORMAL, Backdrop.BAR));
        Set<String> named = new HashSet<>();
        List<Command> fitting = Arrays.stream(Command.values())
                .filter(Command::isInFooter)
                .filter(command -> command.contexts().contains(state.context()))
                .filter(command -> command.availability(state) instanceof Availability.Enabled)
                .filter(command -> named.add(command.label(state)))
                .toList();
        int kept = fitting.stream()
                .filter(LAST_TO_GO::contains)
                .mapToInt(command -> width(state, command))
                .sum();
        Pen pen = Pen.on(row, 0, Backdrop.BAR).at(1);
        for (Command command : fitting) {
            int width = width(state, command);
            boolean fits = LAST_TO_GO.contains(command) || pen.room() - kept >= width;
            if (fits) {
                pen.write(key(command), Ink.KEY).write(" " + command.label(state) + "  ", Ink.NORMAL);
                kept -= LAST_TO_GO.contains(command) ? width : 0;
            }
        }
    }

    private static int width(AppState state, Command command) {
        return Text.widthOf(key(command) + " " + command.label(state) + "  ");
    }

    private static String key(Command command) {
        return KeyNames.of(command.keys().get(0));
    }
}
