package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Execution;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Run;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.RemoteCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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

    /** rwtui's own failures, as with {@code ssh}. */
    private static final int FAILED = 255;

    private static final int BROKEN_PIPE = 141;

    private static final Duration CLOSE = Duration.ofSeconds(2);

    /** How long a command has to end after it was told to. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final World world;
    private final BlockingQueue<Object> inbox = new LinkedBlockingQueue<>();

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

    /** The process runs, or will not. */
    private record Started(Run run) {}

    private record Ended() {}

    @Override
    public Integer call() throws InterruptedException {
        Optional<World.Terminal> terminal = world.terminals().open();
        Engine engine = world.engines().start(program.file(), program.options());
        world.interrupts().listen(inbox::add);
        engine.subscribe(inbox::add);
        try {
            return run(engine, terminal);
        } finally {
            engine.close(CLOSE);
            terminal.ifPresent(World.Terminal::close);
        }
    }

    private int run(Engine engine, Optional<World.Terminal> terminal) throws InterruptedException {
        Engine.Attendance attendance = terminal.isPresent() ? Engine.Attendance.ATTENDED : Engine.Attendance.UNATTENDED;
        CompletableFuture<Run> awaited = engine.run(
                new HostAlias(host),
                new RemoteCommand(String.join(" ", withoutMark(words)), world.environment()),
                new Engine.Client(world.agentSocket(), attendance));
        CompletableFuture<Void> ignored = awaited.thenAccept(run -> inbox.add(new Started(run)));
        Asking asking = new Asking(terminal, engine);
        while (true) {
            Object next = inbox.take();
            if (next instanceof ExitCode interrupted) {
                awaited.cancel(false);
                return interrupted.status();
            }
            if (next instanceof Notice.QuestionAsked asked) {
                asking.put(asked.question());
            }
            if (next instanceof Started started) {
                return started(started.run());
            }
        }
    }

    private static List<String> withoutMark(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        if (!rest.isEmpty() && rest.get(0).equals("--")) {
            rest.remove(0);
        }
        return rest;
    }

    private int started(Run run) throws InterruptedException {
        if (run instanceof Run.Failed failed) {
            return fail(failed.why());
        }
        try (Execution process = ((Run.Running) run).execution()) {
            return pass(process);
        }
    }

    private int pass(Execution process) throws InterruptedException {
        Relay relay = new Relay(process, world.streams(), () -> inbox.add(new Ended()));
        relay.start();
        Optional<ExitCode> told = Optional.empty();
        long patience = Long.MAX_VALUE;
        long begin = System.nanoTime();
        while (true) {
            Object next = inbox.poll(patience - (System.nanoTime() - begin), TimeUnit.NANOSECONDS);
            if (next instanceof Ended) {
                return relay.isUnread() ? BROKEN_PIPE : status(process.await());
            }
            if (told.isPresent() && (next == null || next instanceof ExitCode)) {
                return told.get().status();
            }
            if (next instanceof ExitCode interrupted) {
                relay.tell(interrupted);
                told = Optional.of(interrupted);
                patience = System.nanoTime() - begin + GRACE.toNanos();
            }
        }
    }

    private int status(Ending ending) {
        if (ending instanceof Ending.Exited exited) {
            return exited.status();
        }
        if (ending instanceof Ending.Signalled signalled) {
            return Signals.status(signalled.name());
        }
        return fail(
                ending instanceof Ending.Lost lost
                        ? lost.why()
                        : new Failure(
                                Failure.Kind.LOST,
                                new HostAlias(host),
                                "the command ended without an exit status",
                                ""));
    }

    private int fail(Failure failure) {
        String who = failure.hop().value().equals(host) ? host : failure.hop() + ", on the way to " + host;
        String advice = failure.advice().isEmpty() ? "" : ". " + failure.advice();
        world.err().println("rwtui: " + Plain.text(who + ": " + failure.why() + advice));
        return FAILED;
    }
}
