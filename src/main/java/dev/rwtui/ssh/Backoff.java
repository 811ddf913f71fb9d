package dev.rwtui.ssh;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the n-th attempt in a row: half a second, doubling up to a minute, give or take a fifth, so that
 * many clients that lost the same gateway do not come back in step.
 */
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final double SPREAD = 0.2;
    private static final int DOUBLINGS = 10;

    private final DoubleSupplier random;

    /** Takes a source of numbers from 0 (included) to 1 (excluded). */
    public Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** Takes the number of attempts that failed in a row, from 1. */
    public Duration before(int failures) {
        long doubled = FIRST.toMillis() << Math.min(failures - 1, DOUBLINGS);
        double factor = 1 - SPREAD + 2 * SPREAD * random.getAsDouble();
        return Duration.ofMillis(Math.round(Math.min(doubled, LONGEST.toMillis()) * factor));
    }
}
