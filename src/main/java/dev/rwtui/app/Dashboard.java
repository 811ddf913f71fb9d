package dev.rwtui.app;

import dev.rwtui.engine.ConfigurationReader;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Request;
import dev.rwtui.platform.PosixSignals;
import dev.rwtui.platform.StandardKeyboard;
import dev.rwtui.platform.StandardTerminal;
import dev.rwtui.platform.SttyTty;
import dev.rwtui.platform.SystemBrowser;
import dev.rwtui.platform.SystemClipboard;
import dev.rwtui.platform.SystemTimers;
import dev.rwtui.platform.TerminalShells;
import dev.rwtui.ssh.jsch.JschConnector;
import dev.rwtui.tui.Program;
import dev.rwtui.tui.TerminalConsole;
import dev.rwtui.tui.effect.EffectRunner;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Client;
import dev.rwtui.tui.terminal.ColourLevel;
import dev.rwtui.tui.terminal.Display;
import dev.rwtui.tui.terminal.KeyReader;
import dev.rwtui.tui.terminal.Tty;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The full-screen program, put together. The launcher has prepared the terminal and says so by system properties. */
final class Dashboard {

    private static final int USAGE = 2;
    private static final int HUNG_UP = 129;
    private static final int INTERRUPTED = 130;
    private static final int TERMINATED = 143;

    /** With a quarter more for the rescue it ends within 2 s. */
    private static final Duration GRACE = Duration.ofMillis(1500);

    /** A window that is dragged sends a storm of signals; the size is asked for when it has calmed. */
    private static final Duration RESIZE_CALM = Duration.ofMillis(40);

    private final Map<String, String> environment = System.getenv();
    private final Records records = Records.begunByTheLauncher(environment);
    private final Threads threads = new Threads(records::bug);
    private final SystemTimers timers = new SystemTimers(threads.timers());

    private Dashboard() {}

    /** Runs until the user quits; the exit status. */
    static int run(DashboardArguments arguments) {
        Dashboard dashboard = new Dashboard();
        try {
            return arguments.place() == DashboardArguments.Place.DEMO ? dashboard.demo() : dashboard.users(arguments);
        } catch (IOException e) {
            dashboard.records.farewell("rwtui: " + e.getMessage());
            return USAGE;
        }
    }

    private int users(DashboardArguments arguments) throws IOException {
        ConfigurationReader configuration = new ConfigurationFiles(
                new Sites(threads.blocking()), arguments.configurationFile(), arguments.options());
        return show(
                new Engines(threads, timers, environment),
                configuration,
                arguments.configurationFile().orElse("~/.ssh/config"),
                Optional.empty(),
                Optional.ofNullable(environment.get("SSH_AUTH_SOCK")),
                told -> told.accept(Path.of(System.getProperty("user.dir"))));
    }

    private int demo() throws IOException {
        try (DemoWorld world = new DemoWorld()) {
            Engines engines = new Engines(threads, timers, DemoWorld.environment(environment));
            return show(engines, world, "demo", Optional.of(DemoWorld.NOTE), Optional.empty(), world::whenStarted);
        }
    }

    private int show(
            Engines engines,
            ConfigurationReader configuration,
            String label,
            Optional<String> note,
            Optional<String> agentSocket,
            Consumer<Consumer<Path>> repository)
            throws IOException {
        JschConnector connector = engines.connector();
        Engine engine = engines.local(connector, configuration, engines.fileWatch(records::warn));
        engine.subscribe(records::write);
        Engine.Client asking = new Engine.Client(agentSocket, Engine.Attendance.ATTENDED);
        repository.accept(start -> engine.submit(new Request.OpenRepository(start.toString()), asking));
        Tty tty = new SttyTty(System.getProperty("rwtui.tty.saved", ""), System.getProperty("rwtui.tty.raw", ""));
        Tty.Extent extent =
                SttyTty.extent(System.getProperty("rwtui.tty.size", "")).orElse(new Tty.Extent(80, 24));
        ColourLevel colours = ColourLevel.of(environment);
        Display display = new Display(new FileOutputStream(FileDescriptor.out), extent, colours, "rwtui");
        Client client = new Client(
                extent.columns(),
                extent.rows(),
                Locales.glyphs(environment),
                label,
                timers.now(),
                ZoneId.systemDefault(),
                System.getProperty("user.dir"),
                note);
        records.heading(Circumstances.lines(client, colours.name(), environment));
        records.takeStandardStreams();
        SizeChanges sizes = new SizeChanges();
        AtomicReference<KeyReader> keys = new AtomicReference<>();
        Program program = new Program(
                AppState.initial(client),
                new Program.Parts(
                        new TerminalConsole(display, tty, keys::get),
                        effects(engine, asking, sizes),
                        timers,
                        Program.FRAME,
                        report -> records.bug(report)));
        keys.set(new KeyReader(new StandardKeyboard(), program.input(), program::hungUp));
        Threads.named("rwtui-keys").newThread(keys.get()).start();
        sizes.listen(program::resized);
        listen(program, sizes, hardStop(display, tty));
        threads.blocking().execute(records::begin);
        connector.warmUp();
        return program.run();
    }

    private EffectRunner effects(Engine engine, Engine.Client asking, SizeChanges sizes) {
        return new EffectRunner(new EffectRunner.Tools(
                engine,
                asking,
                timers,
                threads.blocking(),
                new SystemClipboard(environment),
                new SystemBrowser(environment),
                () -> shells(sizes)));
    }

    private TerminalShells shells(SizeChanges sizes) {
        return new TerminalShells(
                new StandardTerminal(
                        System.getProperty("rwtui.tty.saved", ""), environment.getOrDefault("TERM", ""), sizes::lend),
                environment);
    }

    private HardStop hardStop(Display display, Tty tty) {
        return new HardStop(
                Threads.numbered("rwtui-stop-"),
                GRACE,
                () -> {
                    records.farewell("rwtui: did not end in order within " + GRACE.toMillis() + " ms, and was stopped");
                    try {
                        display.abandon();
                        tty.restore();
                    } catch (IOException e) {
                        records.bug(e);
                    }
                },
                Runtime.getRuntime()::halt);
    }

    private void listen(Program program, SizeChanges sizes, HardStop hardStop) {
        PosixSignals.handle(
                "WINCH",
                () -> timers.after(RESIZE_CALM, () -> threads.blocking().execute(sizes::changed)));
        PosixSignals.handle("CONT", program::continued);
        ending("TERM", TERMINATED, program, hardStop);
        ending("HUP", HUNG_UP, program, hardStop);
        ending("INT", INTERRUPTED, program, hardStop);
    }

    private static void ending(String signal, int status, Program program, HardStop hardStop) {
        PosixSignals.handle(signal, () -> {
            hardStop.arm(status);
            program.close(status);
        });
    }
}
