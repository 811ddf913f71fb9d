package dev.rwtui.app;

import dev.rwtui.cli.CommandLineProgram;
import dev.rwtui.cli.ConfigReport;
import dev.rwtui.cli.ExitCode;
import dev.rwtui.cli.World;
import dev.rwtui.platform.DevTty;
import dev.rwtui.platform.PosixSignals;
import dev.rwtui.platform.StandardTerminal;
import dev.rwtui.platform.SystemTimers;
import dev.rwtui.shell.LocalTerminal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything but the dashboard: standard output and error, and an engine when a command asks for one. */
final class Subcommands {

    private Subcommands() {}

    /** Any command, by way of picocli. */
    static int run(String... arguments) {
        Output output = new Output();
        Threads threads = new Threads(output::bug);
        Sites sites = new Sites(threads.blocking());
        World world = new World(
                output.out(),
                output.err(),
                new World.Streams(
                        new FileInputStream(FileDescriptor.in),
                        new FileOutputStream(FileDescriptor.out),
                        new FileOutputStream(FileDescriptor.err)),
                (file, options) -> {
                    Engines engines = engines(output, threads);
                    return engines.local(engines.connector(), new ConfigurationFiles(sites, file, options));
                },
                new ConfiguredResolutions(sites),
                new Examinations(sites, () -> engines(output, threads)),
                new Terminals(),
                Subcommands::listen,
                System.getenv(),
                Version.text());
        try {
            return CommandLineProgram.run(world, arguments);
        } catch (RuntimeException e) {
            output.bug(e);
            return ExitCode.BUG.status();
        }
    }

    private static Engines engines(Output output, Threads threads) {
        output.log();
        return new Engines(threads, new SystemTimers(threads.timers()), System.getenv());
    }

    /** {@code rwtui config}, with nothing loaded that it has no use for. */
    static int config(ConfigReport.Query query) {
        Output output = new Output();
        Sites sites =
                new Sites(task -> Threads.named("rwtui-lookup").newThread(task).start());
        try {
            ExitCode code = ConfigReport.print(query, new ConfiguredResolutions(sites), output.out(), output.err());
            output.out().flush();
            output.err().flush();
            return code.status();
        } catch (RuntimeException e) {
            output.bug(e);
            return ExitCode.BUG.status();
        }
    }

    private static final class Terminals implements World.Terminals {

        @Override
        public Optional<World.Terminal> open() {
            return DevTty.open();
        }

        @Override
        public Optional<LocalTerminal> standard() {
            return StandardTerminal.find(
                    System.getenv().getOrDefault("TERM", ""), listener -> PosixSignals.handle("WINCH", listener));
        }
    }

    private static void listen(Consumer<ExitCode> listener) {
        PosixSignals.handle("INT", () -> listener.accept(ExitCode.INTERRUPTED));
        PosixSignals.handle("TERM", () -> listener.accept(ExitCode.TERMINATED));
        PosixSignals.handle("HUP", () -> listener.accept(ExitCode.TERMINATED));
    }
}
