package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Order;
import dev.rwtui.engine.Run;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** One order on one host, from connecting to the exit status. Used once. */
final class RemoteRun {

    /** rwtui's own failures, as with {@code ssh}. */
    private static final int FAILED = 255;

    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final World world;
    private final String host;
    private final BlockingQueue<Object> inbox = new LinkedBlockingQueue<>();

    RemoteRun(World world, String host) {
        this.world = world;
        this.host = host;
    }

    /** What is done with it once it runs. */
    interface Carrier {
        /**
         * Until it has ended; the exit status.
         *
         * @param inbox each {@link ExitCode} that asks the process to end comes here, and what the carrier itself puts there
         */
        int carry(Run.Running running, BlockingQueue<Object> inbox) throws InterruptedException;
    }

    /** It runs, or will not. */
    private record Started(Run run) {}

    /** @return the exit status */
    int run(Optional<String> file, List<String> options, Order order, Carrier carrier) throws InterruptedException {
        Optional<World.Terminal> terminal = world.terminals().open();
        Engine engine = world.engines().start(file, options);
        world.interrupts().listen(code -> {
            inbox.add(code);
            // Whoever is asked something meanwhile is not waited for.
            terminal.ifPresent(World.Terminal::close);
        });
        engine.subscribe(inbox::add);
        try {
            return run(engine, terminal, order, carrier);
        } finally {
            engine.close(CLOSE);
            terminal.ifPresent(World.Terminal::close);
        }
    }

    private int run(Engine engine, Optional<World.Terminal> terminal, Order order, Carrier carrier)
            throws InterruptedException {
        Engine.Attendance attendance = terminal.isPresent() ? Engine.Attendance.ATTENDED : Engine.Attendance.UNATTENDED;
        CompletableFuture<Run> awaited =
                engine.run(new HostAlias(host), order, new Engine.Client(world.agentSocket(), attendance));
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
                return started(started.run(), carrier);
            }
        }
    }

    private int started(Run run, Carrier carrier) throws InterruptedException {
        if (run instanceof Run.Failed failed) {
            return fail(failed.why());
        }
        Run.Running running = (Run.Running) run;
        try (var process = running.execution()) {
            return carrier.carry(running, inbox);
        }
    }

    /** What the end of a command comes to; says what a person would not know. */
    int status(Ending ending) {
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

    int fail(Failure failure) {
        String who = failure.hop().value().equals(host) ? host : failure.hop() + ", on the way to " + host;
        String advice = failure.advice().isEmpty() ? "" : ". " + failure.advice();
        say(who + ": " + kind(failure) + ": " + failure.why() + advice);
        return FAILED;
    }

    /** {@code authentication refused}: a script can tell failures apart by it. */
    private static String kind(Failure failure) {
        return failure.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A person has left a shell that went on. */
    int left() {
        say(host + ": left");
        return FAILED;
    }

    /** A line on standard error. */
    void say(String text) {
        world.err().println("rwtui: " + Plain.text(text));
        world.err().flush();
    }
}
