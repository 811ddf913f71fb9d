package dev.rwtui.cli;

import dev.rwtui.engine.Order;
import dev.rwtui.engine.Run;
import dev.rwtui.shell.LocalTerminal;
import dev.rwtui.ssh.model.RemoteTerminal;
import dev.rwtui.ssh.model.TerminalSize;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rwtui shell}: a shell on a host, as {@code ssh HOST} gives. */
@Command(
        name = ShellCommand.NAME,
        sortOptions = false,
        description = {
            "Open a shell on HOST, or what RemoteCommand says. ~. at the beginning of a line ends it whatever the far side "
                    + "does, ~? tells what else there is.",
            "The exit status is that of the shell; 255 is a failure of rwtui's own."
        })
final class ShellCommand implements Callable<Integer> {

    static final String NAME = "shell";

    private final World world;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandLineProgram program;

    @Parameters(index = "0", paramLabel = "HOST", description = "Alias in your configuration, or a name.")
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private String host;

    ShellCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<LocalTerminal> terminal = world.terminals().standard();
        Order order = new Order.Shell(
                world.environment(),
                terminal.flatMap(ShellCommand::described).orElseGet(this::unknown),
                terminal.isPresent() ? Order.Input.TERMINAL : Order.Input.OTHER);
        RemoteRun run = new RemoteRun(world, host);
        return run.run(
                program.file(), program.options(), order, (running, inbox) -> carry(run, terminal, running, inbox));
    }

    private int carry(RemoteRun run, Optional<LocalTerminal> terminal, Run.Running running, BlockingQueue<Object> inbox)
            throws InterruptedException {
        boolean both = running.execution().hasTerminal() && terminal.isPresent();
        RemoteRun.Carrier carrier =
                both ? new TerminalCarrier(run, terminal.get()) : new StreamCarrier(run, world.streams());
        return carrier.carry(running, inbox);
    }

    private static Optional<RemoteTerminal> described(LocalTerminal terminal) {
        try {
            return Optional.of(terminal.described());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private RemoteTerminal unknown() {
        return new RemoteTerminal(world.environment().getOrDefault("TERM", ""), new TerminalSize(0, 0), Map.of());
    }
}
