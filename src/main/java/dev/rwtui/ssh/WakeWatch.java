package dev.rwtui.ssh;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Notices that this machine, or only this process, has slept: a look every few seconds comes far too late by one of the
 * clocks. While Linux sleeps, monotonic time stands still, and so does every timer; the clock on the wall goes on. It looks
 * only while there is something to wake.
 */
final class WakeWatch {

    private static final Duration EVERY = Duration.ofSeconds(3);

    /** A loaded machine is late too, and clocks are set. */
    private static final Duration SLEEP = Duration.ofSeconds(10);

    private final LinkTools tools;
    private final NodePool pool;
    private final Consumer<Duration> woken;
    private final Alarm alarm;
    private Instant lookedAt = Instant.MIN;
    private long lookedNanos;

    /** @param woken told, on the engine's thread, how long the sleep was */
    WakeWatch(LinkTools tools, NodePool pool, Consumer<Duration> woken) {
        this.tools = tools;
        this.pool = pool;
        this.woken = woken;
        this.alarm = new Alarm(tools);
    }

    /** Something has changed. */
    void reconsider() {
        if (pool.all().stream().noneMatch(WakeWatch::canSleep)) {
            alarm.cancel();
        } else if (!alarm.isSet()) {
            look();
        }
    }

    void end() {
        alarm.cancel();
    }

    private void look() {
        lookedAt = tools.timers().now();
        lookedNanos = tools.timers().nanos();
        alarm.set(EVERY, this::due);
    }

    private void due() {
        Duration late = sinceLook().minus(EVERY);
        look();
        if (late.compareTo(SLEEP) >= 0) {
            woken.accept(late);
        }
    }

    private Duration sinceLook() {
        Duration wall = Duration.between(lookedAt, tools.timers().now());
        Duration monotonic = Duration.ofNanos(tools.timers().nanos() - lookedNanos);
        return wall.compareTo(monotonic) > 0 ? wall : monotonic;
    }

    private static boolean canSleep(Node node) {
        return node.state() instanceof NodeState.Up || node.state() instanceof NodeState.Backoff;
    }
}
