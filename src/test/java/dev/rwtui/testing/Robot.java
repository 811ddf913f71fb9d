package dev.rwtui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Order;
import dev.rwtui.engine.Run;
import dev.rwtui.shell.Leaving;
import dev.rwtui.ssh.model.RemoteTerminal;
import dev.rwtui.ssh.model.TerminalSize;
import dev.rwtui.tui.BugReport;
import dev.rwtui.tui.Program;
import dev.rwtui.tui.effect.Browser;
import dev.rwtui.tui.effect.Clipboard;
import dev.rwtui.tui.effect.EffectRunner;
import dev.rwtui.tui.effect.Shells;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Client;
import dev.rwtui.tui.terminal.Typing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Drives the real program: bytes go into its key parser, cells are read back, the engine is the test's own. Every step
 * waits until the program is idle.
 */
public final class Robot implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private static final Map<String, String> BYTES = Map.ofEntries(
            Map.entry("Enter", "\r"),
            Map.entry("Esc", "\u001b"),
            Map.entry("Tab", "\t"),
            Map.entry("Backspace", "\u007f"),
            Map.entry("Up", "\u001b[A"),
            Map.entry("Down", "\u001b[B"),
            Map.entry("Right", "\u001b[C"),
            Map.entry("Left", "\u001b[D"),
            Map.entry("S-Tab", "\u001b[Z"),
            Map.entry("PgUp", "\u001b[5~"),
            Map.entry("PgDn", "\u001b[6~"),
            Map.entry("Home", "\u001b[H"),
            Map.entry("End", "\u001b[F"),
            Map.entry("C-c", "\u0003"),
            Map.entry("C-l", "\f"),
            Map.entry("C-u", "\u0015"),
            Map.entry("C-z", "\u001a"));

    public final FakeConsole console = new FakeConsole();
    public final FakeTimers timers = new FakeTimers();
    public final FakeEngine engine;
    public final List<BugReport> bugs = new CopyOnWriteArrayList<>();
    /** What happens while a shell has the terminal, and how it ends. */
    public volatile Supplier<Leaving> shell = () -> {
        throw new AssertionError("nobody expected a shell");
    };

    private final Program program;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    /** Starts the program at 80 by 24; {@code notices} are what the engine tells at once. */
    public Robot(Notice... notices) {
        engine = new FakeEngine(notices);
        Clipboard clipboard = (text, terminal) -> {
            terminal.accept("copy:" + text);
            return "the robot's clipboard";
        };
        Browser browser = url -> console.log.add("browse " + url);
        Engine.Client client = new Engine.Client(Optional.empty(), Engine.Attendance.ATTENDED);
        Shells shells = new Shells() {
            @Override
            public Order.Shell order() {
                RemoteTerminal terminal = new RemoteTerminal("xterm", new TerminalSize(80, 24), Map.of());
                return new Order.Shell(Map.of(), terminal, Order.Input.TERMINAL);
            }

            @Override
            public Leaving serve(Run.Running running, String title) {
                console.log.add("shell " + title);
                running.execution().close();
                return shell.get();
            }
        };
        // While a shell has the terminal the loop goes on.
        Executor blocking = task -> new Thread(task, "robot-blocking").start();
        EffectRunner effects = new EffectRunner(
                new EffectRunner.Tools(engine, client, timers, blocking, clipboard, browser, () -> shells));
        AppState initial = AppState.initial(new Client(
                80,
                24,
                Client.Glyphs.UTF_8,
                "~/.ssh/config",
                FakeTimers.START,
                ZoneOffset.UTC,
                "/home/anthonyhu/code/vision",
                Optional.empty()));
        program = new Program(initial, new Program.Parts(console, effects, timers, Duration.ZERO, bugs::add));
        Thread loop = new Thread(() -> exit.complete(program.run()), "robot-loop");
        loop.setDaemon(true);
        loop.start();
        settle();
    }

    public Program program() {
        return program;
    }

    /** Presses keys by name, or types the text where it is no name of a key; each waits for the one before. */
    public Robot press(String... keys) {
        for (String key : keys) {
            byte[] bytes = BYTES.getOrDefault(key, key).getBytes(StandardCharsets.UTF_8);
            Typing.into(program.input(), bytes);
            settle();
        }
        return this;
    }

    /** Presses keys while something is under way that does not end by itself. */
    public void pressUnsettled(String... keys) {
        for (String key : keys) {
            Typing.into(program.input(), BYTES.getOrDefault(key, key).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Waits until that stands on the screen, while something is under way. */
    public void awaitSees(String text) {
        Waiting.until(() -> screen().contains(text));
    }

    /** The engine says something. */
    public Robot told(Notice notice) {
        engine.tell(notice);
        return settle();
    }

    /** Turns the clock, a second or less at a time. */
    public Robot advance(Duration duration) {
        Duration left = duration;
        while (!left.isZero()) {
            Duration part = left.compareTo(A_SECOND) < 0 ? left : A_SECOND;
            timers.advance(part);
            settle();
            left = left.minus(part);
        }
        return this;
    }

    public Robot sees(String text) {
        assertThat(screen()).contains(text);
        return this;
    }

    public Robot doesNotSee(String text) {
        assertThat(screen()).doesNotContain(text);
        return this;
    }

    public String screen() {
        return String.join("\n", console.rows());
    }

    /** Waits for the program to end; its exit code. */
    public int exitCode() {
        try {
            return exit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the program does not end", e);
        }
    }

    /** Waits until nothing is under way. A program that has ended is idle. */
    public Robot settle() {
        try {
            if (!exit.isDone() && !program.awaitIdle(PATIENCE) && !exit.isDone()) {
                throw new AssertionError("the program is busy for ever");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    @Override
    public void close() {
        program.close(0);
        exitCode();
    }
}
