package dev.rwtui.cli;

import dev.rwtui.engine.Execution;
import dev.rwtui.engine.Run;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Passes standard input, both outputs and signals on. */
final class StreamCarrier implements RemoteRun.Carrier {

    private static final int BROKEN_PIPE = 141;

    /** How long a command has to end after it was told to. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final RemoteRun run;
    private final World.Streams streams;

    StreamCarrier(RemoteRun run, World.Streams streams) {
        this.run = run;
        this.streams = streams;
    }

    private record Ended() {}

    @Override
    public int carry(Run.Running running, BlockingQueue<Object> inbox) throws InterruptedException {
        Execution process = running.execution();
        Relay relay = new Relay(process, streams, () -> inbox.add(new Ended()));
        relay.start();
        Optional<ExitCode> told = Optional.empty();
        long patience = Long.MAX_VALUE;
        long begin = System.nanoTime();
        while (true) {
            Object next = inbox.poll(patience - (System.nanoTime() - begin), TimeUnit.NANOSECONDS);
            if (next instanceof Ended) {
                return relay.isUnread() ? BROKEN_PIPE : run.status(process.await());
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
}
