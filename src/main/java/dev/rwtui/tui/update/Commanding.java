package dev.rwtui.tui.update;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.tui.command.Availability;
import dev.rwtui.tui.command.Command;
import dev.rwtui.tui.command.Completion;
import dev.rwtui.tui.command.Completion.Suggestion;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Overlay.CommandLine;
import dev.rwtui.tui.model.Pending;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Typing a command after a colon, and running it. */
final class Commanding {

    private static final int LENGTH_AT_MOST = 500;

    private Commanding() {}

    static AppState begun(AppState state) {
        return showing(state, CommandLine.EMPTY);
    }

    /** Line ends and other controls are left out. */
    static AppState typed(AppState state, String more) {
        return changed(state, line -> {
            StringBuilder text = new StringBuilder(line.text());
            more.codePoints()
                    .filter(c -> !Character.isISOControl(c))
                    .limit(Math.max(0, LENGTH_AT_MOST - text.codePointCount(0, text.length())))
                    .forEach(text::appendCodePoint);
            return line.typed(text.toString());
        });
    }

    static AppState erased(AppState state) {
        return state.commandLine().filter(line -> line.text().isEmpty()).isPresent()
                ? left(state)
                : changed(state, line -> line.typed(Finding.withoutLast(line.text())));
    }

    static AppState erasedAll(AppState state) {
        return changed(state, line -> CommandLine.EMPTY);
    }

    /** What was wrong with the line goes with it. */
    static AppState left(AppState state) {
        boolean complained = state.screen()
                .toast()
                .filter(toast -> toast.severity() == Event.Severity.WARNING)
                .isPresent();
        return state.with(
                complained
                        ? state.screen().withoutOverlay().withoutToast()
                        : state.screen().withoutOverlay());
    }

    /** Round and round; one step before the first is the typed text itself. */
    static AppState chosen(AppState state, int step) {
        return changed(state, line -> {
            List<Suggestion> all = Completion.of(state, line.text());
            int next = Math.floorMod(Completion.place(all, line) + 1 + step, all.size() + 1) - 1;
            return new CommandLine(
                    line.text(),
                    next == Completion.NOT_THERE
                            ? Optional.empty()
                            : Optional.of(all.get(next).shown()));
        });
    }

    /** The chosen suggestion, else the first that can be taken, becomes the text. */
    static AppState completed(AppState state) {
        return changed(state, line -> {
            List<Suggestion> all = Completion.of(state, line.text());
            int place = Completion.place(all, line);
            Optional<String> wanted = place != Completion.NOT_THERE
                    ? all.get(place).line()
                    : all.stream()
                            .flatMap(suggestion -> suggestion.line().stream())
                            .findFirst();
            return wanted.map(line::typed).orElse(line);
        });
    }

    static Step run(AppState state) {
        CommandLine line = state.commandLine().orElse(CommandLine.EMPTY);
        List<Suggestion> all = Completion.of(state, line.text());
        int place = Completion.place(all, line);
        if (place != Completion.NOT_THERE) {
            Optional<String> chosen = all.get(place).line();
            // What is not whole yet is completed first.
            return chosen.isPresent() && !chosen.get().endsWith(" ")
                    ? run(state, chosen.get())
                    : Step.of(completed(state));
        }
        // What a person chose may be gone since: then the typed text is not what they mean either.
        return line.chosen().isPresent()
                ? Step.of(changed(state, gone -> gone.typed(gone.text())))
                : run(state, line.text());
    }

    private static Step run(AppState state, String text) {
        List<String> words = Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return Step.of(left(state));
        }
        Optional<Command> command = named(words.get(0));
        if (command.isEmpty()) {
            return Step.of(Keys.telling(state, Event.Severity.WARNING, unknown(words.get(0))));
        }
        List<String> arguments = words.subList(1, words.size());
        return switch (command.get()) {
            case CONNECT -> connect(state, arguments);
            case COMPARE -> compare(state, arguments);
            case FREE_GPU -> freeGpus(state, arguments);
            case MAP -> map(state, text.strip().substring(words.get(0).length()).strip());
            case FIND -> Step.of(found(left(state), String.join(" ", arguments)));
            default ->
                arguments.isEmpty()
                        ? Keys.run(left(state), command.get())
                        : Step.of(Keys.telling(
                                state, Event.Severity.WARNING, command.get().word() + " takes no argument"));
        };
    }

    /** By its word, or by a beginning that only one has. */
    private static Optional<Command> named(String word) {
        List<Command> alike = Command.typed().stream()
                .filter(command -> command.word().startsWith(word))
                .toList();
        return alike.stream()
                .filter(command -> command.word().equals(word))
                .findFirst()
                .or(() -> alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty());
    }

    private static String unknown(String word) {
        String alike = Command.typed().stream()
                .map(Command::word)
                .filter(known -> known.startsWith(word.substring(0, word.offsetByCodePoints(0, 1))))
                .collect(Collectors.joining(", "));
        return "there is no command " + word + (alike.isEmpty() ? "" : "; near it: " + alike);
    }

    private static AppState found(AppState state, String text) {
        AppState begun = Finding.begun(state);
        return text.isEmpty() ? begun : Finding.kept(Finding.typed(Finding.erasedAll(begun), text));
    }

    private static Step freeGpus(AppState state, List<String> arguments) {
        boolean counts = arguments.size() == 1 && arguments.get(0).matches("[1-9][0-9]{0,3}");
        return arguments.isEmpty() || counts
                ? Actions.freeGpus(left(state), counts ? Integer.parseInt(arguments.get(0)) : 1)
                : Step.of(Keys.telling(
                        state, Event.Severity.WARNING, "free-gpu takes how many are wanted on one machine"));
    }

    /** A path may have blanks. */
    private static Step map(AppState state, String path) {
        if (Command.MAP.availability(state) instanceof Availability.Disabled disabled) {
            return Step.of(Keys.telling(state, Event.Severity.WARNING, disabled.reason()));
        }
        return path.startsWith("/") || path.equals("~") || path.startsWith("~/")
                ? Pythonic.map(left(state), path)
                : Step.of(Keys.telling(state, Event.Severity.WARNING, "map takes a path on the host: /path or ~/path"));
    }

    private static Step compare(AppState state, List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            return Step.of(Keys.telling(
                    state,
                    Event.Severity.WARNING,
                    "compare takes one or two: HOST:NAME, HOST:/path, .:NAME for here, or a file"));
        }
        List<EnvironmentRef> named = arguments.stream()
                .map(text -> EnvironmentRef.parse(text, state.client().directory()))
                .toList();
        if (named.size() == 2) {
            return Pythonic.compare(left(state), named.get(0), named.get(1));
        }
        return state.markedEnvironment().isPresent()
                ? Pythonic.compare(left(state), named.get(0))
                : Step.of(Keys.telling(state, Event.Severity.WARNING, "no environment is known here yet"));
    }

    private static Step connect(AppState state, List<String> arguments) {
        if (arguments.isEmpty()) {
            return Keys.run(left(state), Command.CONNECT);
        }
        if (arguments.size() > 1 || arguments.get(0).startsWith("-")) {
            return Step.of(Keys.telling(
                    state,
                    Event.Severity.WARNING,
                    "connect takes one name: an alias, user@name or ssh://user@name:port"));
        }
        HostAlias name = new HostAlias(arguments.get(0));
        return state.facts()
                .configuration()
                .called(name)
                .map(host -> connect(left(state), host))
                .orElseGet(() -> connect(left(state), name));
    }

    /** One that is listed: as if its row had been picked and Enter pressed. */
    private static Step connect(AppState state, HostSummary host) {
        AppState picked = Selection.showing(state, host);
        return Command.CONNECT.availability(picked) instanceof Availability.Disabled disabled
                ? Step.of(Keys.telling(picked, Event.Severity.WARNING, disabled.reason()))
                : Actions.run(picked, Command.CONNECT);
    }

    /** One that nobody has named yet: the engine will list it, and then it is picked. */
    private static Step connect(AppState state, HostAlias name) {
        AppState told = Keys.beginning(state, "connecting " + name);
        return Step.of(
                told.with(told.screen().wishing(Pending.of(Pending.Wish.CONNECT, name))), new Effect.Connect(name));
    }

    /** A host that is listed now because a person has asked for it; empty where this reading lists none. */
    static Optional<HostSummary> arrived(AppState before, AppState now) {
        return before.screen().pending().stream()
                .filter(pending -> pending.wish() == Pending.Wish.CONNECT)
                .map(Pending::host)
                .filter(name -> before.facts().configuration().called(name).isEmpty())
                .flatMap(name -> now.facts().configuration().called(name).stream())
                .findFirst();
    }

    private interface Change {
        CommandLine of(CommandLine line);
    }

    private static AppState changed(AppState state, Change change) {
        return state.commandLine().map(line -> showing(state, change.of(line))).orElse(state);
    }

    private static AppState showing(AppState state, Overlay line) {
        return state.with(state.screen().with(line));
    }
}
