package dev.rwtui.app;

import dev.rwtui.cli.CommandLineProgram;
import dev.rwtui.cli.ExitCode;
import dev.rwtui.cli.World;
import dev.rwtui.platform.DevTty;
import dev.rwtui.platform.PosixSignals;
import dev.rwtui.platform.SystemTimers;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything but the dashboard: standard output and error, and an engine when a command asks for one. */
final class Subcommands {

    private final PrintWriter out = writer(FileDescriptor.out);
    private final PrintWriter err = writer(FileDescriptor.err);
    private final LogFile log = LogFile.in(
            Directories.of(System.getenv(), Path.of(System.getProperty("user.home"))),
            Instant.now(),
            ProcessHandle.current().pid());

    private Subcommands() {}

    static int run(String... arguments) {
        return new Subcommands().execute(arguments);
    }

    private int execute(String... arguments) {
        Threads threads = new Threads(this::bug);
        World world = new World(
                out,
                err,
                (file, options) -> {
                    log.installQuietly();
                    Engines engines = new Engines(threads, new SystemTimers(threads.timers()));
                    return engines.local(
                            engines.connector(), new ConfigurationFiles(Sites.ofThisMachine(), file, options));
                },
                new ConfiguredResolutions(Sites::ofThisMachine),
                DevTty::open,
                Subcommands::listen,
                Optional.ofNullable(System.getenv("SSH_AUTH_SOCK")),
                Version.text());
        try {
            return CommandLineProgram.run(world, arguments);
        } catch (RuntimeException e) {
            bug(e);
            return ExitCode.BUG.status();
        }
    }

    private void bug(Throwable bug) {
        log.installQuietly();
        Logger logger = LoggerFactory.getLogger(Subcommands.class);
        logger.error("bug", bug);
        err.println("rwtui: this is a bug in rwtui: " + bug + "; the report is in " + log.path());
        err.flush();
    }

    private static void listen(Consumer<ExitCode> listener) {
        PosixSignals.handle("INT", () -> listener.accept(ExitCode.INTERRUPTED));
        PosixSignals.handle("TERM", () -> listener.accept(ExitCode.TERMINATED));
        PosixSignals.handle("HUP", () -> listener.accept(ExitCode.TERMINATED));
    }

    /**
     * In the locale's own character set: what it cannot say becomes a question mark, not a wrong character. Not by way of
     * {@link System#out}, which keeps it to itself that the reader has gone.
     */
    private static PrintWriter writer(FileDescriptor stream) {
        String name = System.getProperty("native.encoding", System.getProperty("sun.jnu.encoding", "UTF-8"));
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), charset), false);
    }
}
