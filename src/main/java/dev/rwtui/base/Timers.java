package dev.rwtui.base;

import java.time.Duration;
import java.time.Instant;

/**
 * The time and the only way to wait for some: a port, so that tests turn the clock by hand. Everybody who needs "now"
 * or "in a while" is given one.
 */
public interface Timers {

    /** Wall-clock time, to show. */
    Instant now();

    /** Monotonic nanoseconds with an arbitrary origin, to measure. */
    long nanos();

    /**
     * Runs {@code task} once, after {@code delay}, on the timer's own thread. The task must not block: it posts, or hands
     * work to an executor.
     */
    Scheduled after(Duration delay, Runnable task);

    /** A task that has yet to run. */
    interface Scheduled {
        /** No effect on a task that runs or has run. */
        void cancel();
    }
}
