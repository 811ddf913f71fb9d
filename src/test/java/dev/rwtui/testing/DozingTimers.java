package dev.rwtui.testing;

import dev.rwtui.base.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Real timers of a machine that may be said to have slept: only the clock on the wall tells. */
public final class DozingTimers implements Timers {

    private final Timers real;
    private final AtomicReference<Duration> asleep = new AtomicReference<>(Duration.ZERO);

    public DozingTimers(Timers real) {
        this.real = real;
    }

    /** It has just slept for so long. */
    public void sleep(Duration duration) {
        asleep.accumulateAndGet(duration, Duration::plus);
    }

    @Override
    public Instant now() {
        return real.now().plus(asleep.get());
    }

    @Override
    public long nanos() {
        return real.nanos();
    }

    @Override
    public Scheduled after(Duration delay, Runnable task) {
        return real.after(delay, task);
    }
}
