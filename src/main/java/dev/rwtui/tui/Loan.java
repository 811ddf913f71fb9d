package dev.rwtui.tui;

import dev.rwtui.base.Timers;
import java.time.Duration;

/** Who has the terminal, and for whom keys are. On the loop's thread alone. */
final class Loan {

    /** What is typed within so short a time after a shell, or after such a key, was meant for the shell. */
    static final Duration QUIET = Duration.ofMillis(400);

    /** Whoever goes on typing after that looks at the dashboard. */
    private static final Duration MOST = Duration.ofSeconds(2);

    private final Timers timers;
    private boolean lent;
    private boolean deaf;
    private long endedNanos;
    private long lastNanos;

    Loan(Timers timers) {
        this.timers = timers;
    }

    boolean isLent() {
        return lent;
    }

    void begin() {
        lent = true;
    }

    void end() {
        lent = false;
        deaf = true;
        endedNanos = timers.nanos();
        lastNanos = endedNanos;
    }

    /** Whether a key that comes now is for the dashboard. */
    boolean hears() {
        if (lent) {
            return false;
        }
        long now = timers.nanos();
        deaf = deaf && now - lastNanos < QUIET.toNanos() && now - endedNanos < MOST.toNanos();
        lastNanos = now;
        return !deaf;
    }
}
