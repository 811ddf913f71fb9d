package dev.rwtui.tui;

import java.time.Duration;

/** Keeps frames apart. The first one is due at once. */
final class Pacing {

    private final long interval;
    private boolean drawn;
    private long last;

    Pacing(Duration interval) {
        this.interval = interval.toNanos();
    }

    /** Nanoseconds until the next frame may be drawn; 0 or less where it may be now. */
    long left(long now) {
        return drawn ? interval - (now - last) : 0;
    }

    void drew(long now) {
        drawn = true;
        last = now;
    }
}
