package dev.rwtui.tui.update;

import dev.rwtui.tui.command.Availability;
import dev.rwtui.tui.command.Command;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Context;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Key;
import dev.rwtui.tui.model.Toast;
import java.util.Optional;

/** From a key to what it does. */
final class Keys {

    private Keys() {}

    static Step pressed(AppState state, Key key) {
        Optional<Command> command = Command.of(key, state.context());
        if (!state.client().hasRoom() && command.filter(Keys::needsNoSight).isEmpty()) {
            return Step.of(state);
        }
        if (command.isPresent()) {
            return run(state, command.get());
        }
        return key.isCharacter() ? Step.of(typed(state, key.name())) : Step.of(state);
    }

    /** Text for whatever is being typed. */
    static AppState typed(AppState state, String text) {
        return switch (state.context()) {
            case FINDING -> Finding.typed(state, text);
            case COMMANDING -> Commanding.typed(state, text);
            case HOSTS,
                    TUNNELS,
                    PYTHON,
                    SYNC,
                    HELP,
                    LOG,
                    PACKAGES,
                    FOR_IDE,
                    COMPARING,
                    MACHINE,
                    PLAN,
                    SYNC_FAILED,
                    BACKUPS,
                    SYNC_PAGE,
                    CONFIRMING,
                    QUITTING,
                    HOST_KEY,
                    ANSWERING -> state;
        };
    }

    /** What a person may ask for who sees nothing but that the terminal is too small. */
    private static boolean needsNoSight(Command command) {
        return command.contexts().size() == Context.values().length;
    }

    static Step run(AppState state, Command command) {
        if (command.availability(state) instanceof Availability.Disabled disabled) {
            return Step.of(telling(state, Event.Severity.WARNING, disabled.reason()));
        }
        return Actions.run(state, command);
    }

    /** That something began; what comes of it is told otherwise. */
    static AppState beginning(AppState state, String text) {
        return state.with(state.screen().with(Toast.begun(text)));
    }

    /** The next tick tells the message when it ends. */
    static AppState telling(AppState state, Event.Severity severity, String text) {
        return state.with(state.screen().with(Toast.of(severity, text)));
    }
}
