package dev.rwtui.cli;

import dev.rwtui.engine.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rwtui exec}: runs a command on a host, as {@code ssh HOST COMMAND} does. */
@Command(
        name = ExecCommand.NAME,
        sortOptions = false,
        description = {
            "Run COMMAND on HOST. Both outputs, standard input and the exit status are passed on; 128 and more is a signal, "
                    + "255 a failure of rwtui's own.",
            "What comes after HOST belongs to the command."
        })
final class ExecCommand implements Callable<Integer> {

    static final String NAME = "exec";

    private final World world;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandLineProgram program;

    @Parameters(index = "0", paramLabel = "HOST", description = "Alias in your configuration, or a name.")
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private String host;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "COMMAND",
            description = "Its words, joined by blanks for the login shell there.")
    private List<String> words = List.of();

    ExecCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        RemoteRun run = new RemoteRun(world, host);
        Order order = new Order.Command(String.join(" ", withoutMark(words)), world.environment());
        return run.run(program.file(), program.options(), order, new StreamCarrier(run, world.streams()));
    }

    private static List<String> withoutMark(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        if (!rest.isEmpty() && rest.get(0).equals("--")) {
            rest.remove(0);
        }
        return rest;
    }
}
