package dev.rwtui.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Everything that {@code rwtui} does without its screen. */
@Command(
        name = "rwtui",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        description = "Hosts and tunnels of your ssh_config on one screen. Without a command: the dashboard.",
        subcommands = {DemoCommand.class, HostsCommand.class, UpCommand.class},
        footer = {
            "",
            "Exit codes: 0 done, 1 the answer is no, 2 usage or configuration, 3 unreachable,",
            "4 refused (authentication, host key, a question nobody could answer), 70 bug,",
            "130 and 143 interrupted before it was done."
        })
public final class CommandLineProgram implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandSpec spec;

    @Option(
            names = "-F",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Read FILE in place of ~/.ssh/config and the system's file; none reads no file.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "-o",
            paramLabel = "KEYWORD=VALUE",
            scope = ScopeType.INHERIT,
            description = "An option in the format of ssh_config(5); it comes before every file.")
    private List<String> options = new ArrayList<>();

    private CommandLineProgram() {}

    /** Runs one command and returns the exit status. */
    public static int run(World world, String... arguments) {
        CommandLine commandLine = new CommandLine(new CommandLineProgram(), new Factory(world))
                .setOut(world.out())
                .setErr(world.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    throw e;
                });
        commandLine.getCommandSpec().version("rwtui " + world.version());
        int status = commandLine.execute(arguments);
        world.out().flush();
        world.err().flush();
        return status;
    }

    Optional<String> file() {
        return file;
    }

    List<String> options() {
        return List.copyOf(options);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "rwtui: which command?");
    }

    /** Gives each command the world it acts in. */
    private record Factory(World world) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == UpCommand.class) {
                return type.cast(new UpCommand(world));
            }
            if (type == HostsCommand.class) {
                return type.cast(new HostsCommand(world));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
