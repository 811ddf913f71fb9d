package dev.rwtui.ssh;

import java.time.Duration;

/** Reads the round-trip times that a person sees again and again while a session is up; the session itself measures. */
final class TripReader {

    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final NodePool pool;
    private final Runnable read;
    private final Alarm alarm;

    TripReader(LinkTools tools, NodePool pool, Runnable read) {
        this.pool = pool;
        this.read = read;
        this.alarm = new Alarm(tools);
    }

    /** Something has changed. */
    void reconsider() {
        if (pool.all().stream().noneMatch(node -> node.state() instanceof NodeState.Up)) {
            alarm.cancel();
        } else if (!alarm.isSet()) {
            alarm.set(FIRST, this::due);
        }
    }

    void end() {
        alarm.cancel();
    }

    private void due() {
        boolean awaited = pool.all().stream().anyMatch(TripReader::isAwaited);
        alarm.set(awaited ? FIRST : EVERY, this::due);
        read.run();
    }

    private static boolean isAwaited(Node node) {
        return node.state() instanceof NodeState.Up up
                ? up.session().roundTrip().isEmpty()
                : node.state() instanceof NodeState.Connecting;
    }
}
