package dev.rwtui.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        subcommands = {
            DemoCommand.class,
            HostsCommand.class,
            ConfigCommand.class,
            UpCommand.class,
            ExecCommand.class,
            ShellCommand.class,
            EnvsCommand.class,
            FactsCommand.class,
            GitCommand.class,
            DoctorCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 the answer is no, 2 usage or configuration, 3 unreachable,",
            "4 refused (authentication, host key, a question nobody could answer),",
            "5 stopped for safety, 70 bug, 130 and 143 interrupted before it was done."
        })
public final class CommandLineProgram implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandSpec spec;

    private CommandWords words = new CommandWords(Optional.empty(), List.of(), List.of());

    private CommandLineProgram() {}

    /** Runs one command and returns the exit status. */
    public static int run(World world, String... arguments) {
        CommandLineProgram program = new CommandLineProgram();
        CommandLine commandLine = new CommandLine(program, new Factory(world))
                .setOut(world.out())
                .setErr(world.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                // A word with an @ is a word: me@host.
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    throw e;
                });
        commandLine.getSubcommands().entrySet().stream()
                .filter(command -> command.getKey().equals(ExecCommand.NAME))
                .forEach(command -> command.getValue().setStopAtPositional(true));
        commandLine.getCommandSpec().version("rwtui " + world.version());
        int status = commandLine.execute(program.without(arguments));
        world.out().flush();
        world.err().flush();
        return status;
    }

    /** What is left for picocli. */
    private String[] without(String... arguments) {
        Optional<CommandWords> parsed = CommandWords.parse(arguments);
        words = parsed.orElse(words);
        return parsed.map(taken -> taken.rest().toArray(String[]::new)).orElse(arguments);
    }

    // Both are taken out before picocli sees them, which forgets those before the command where there are some after
    // it.
    // They stand here for the help, and for the complaint about one that lacks its value.

    @Option(
            names = "-F",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Read FILE in place of ~/.ssh/config and the system's file; none reads no file.")
    void takeFile(String value) {}

    @Option(
            names = "-o",
            paramLabel = "KEYWORD=VALUE",
            scope = ScopeType.INHERIT,
            description = "An option in the format of ssh_config(5); it comes before every file.")
    void takeOptions(List<String> values) {}

    /** The argument of {@code -F}. */
    Optional<String> file() {
        return words.configurationFile();
    }

    /** The arguments of {@code -o}, in order. */
    List<String> options() {
        return words.options();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "rwtui: which command?");
    }

    /** Gives each command the world it acts in. */
    private record Factory(World world) implements CommandLine.IFactory {

        private static final Map<Class<?>, Function<World, Object>> COMMANDS = Map.ofEntries(
                Map.entry(ConfigCommand.class, ConfigCommand::new),
                Map.entry(DoctorCommand.class, DoctorCommand::new),
                Map.entry(EnvsCommand.class, EnvsCommand::new),
                Map.entry(ExecCommand.class, ExecCommand::new),
                Map.entry(FactsCommand.class, FactsCommand::new),
                Map.entry(GitBackupsCommand.class, GitBackupsCommand::new),
                Map.entry(GitStatusCommand.class, GitStatusCommand::new),
                Map.entry(GitSyncCommand.class, GitSyncCommand::new),
                Map.entry(GitUndoCommand.class, GitUndoCommand::new),
                Map.entry(HostsCommand.class, HostsCommand::new),
                Map.entry(ShellCommand.class, ShellCommand::new),
                Map.entry(UpCommand.class, UpCommand::new));

        @Override
        public <K> K create(Class<K> type) throws Exception {
            Function<World, Object> command = COMMANDS.get(type);
            if (command != null) {
                return type.cast(command.apply(world));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
