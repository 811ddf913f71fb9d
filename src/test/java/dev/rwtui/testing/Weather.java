package dev.rwtui.testing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What a {@link Relay} does to all that passes. */
final class Weather {

    private static final int BURST = 16 * 1024;

    private final Map<Way, Long> bytes = new EnumMap<>(Way.class);
    private final Set<Way> frozen = EnumSet.noneOf(Way.class);
    private long bytesPerSecond;
    private long delayNanos;
    private long allowance = Long.MAX_VALUE;

    /** Which way bytes go. */
    enum Way {
        UP,
        DOWN
    }

    synchronized void freeze(Way... ways) {
        frozen.addAll(List.of(ways));
    }

    synchronized void thaw() {
        frozen.clear();
        notifyAll();
    }

    synchronized void throttle(long limit) {
        bytesPerSecond = limit;
        notifyAll();
    }

    synchronized void delay(Duration each) {
        delayNanos = each.toNanos();
    }

    synchronized void cutAfter(long more) {
        allowance = more;
    }

    synchronized long delayNanos() {
        return delayNanos;
    }

    synchronized long bytes(Way way) {
        return bytes.getOrDefault(way, 0L);
    }

    synchronized void awaitThaw(Way way) throws InterruptedException {
        while (frozen.contains(way)) {
            wait();
        }
    }

    /**
     * Waits until some of {@code wanted} bytes may pass, and counts them.
     *
     * @return how many; 0 where none will ever
     */
    synchronized int admit(Way way, int wanted) throws InterruptedException {
        awaitThaw(way);
        int n = (int) Math.min(Math.min(wanted, allowance), bytesPerSecond == 0 ? wanted : BURST);
        if (bytesPerSecond > 0) {
            awaitNanos(TimeUnit.SECONDS.toNanos(n) / bytesPerSecond);
        }
        awaitThaw(way);
        if (allowance != Long.MAX_VALUE) {
            n = (int) Math.min(n, allowance);
            allowance -= n;
        }
        bytes.merge(way, (long) n, Long::sum);
        return n;
    }

    private void awaitNanos(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        for (long rest = nanos; rest > 0 && bytesPerSecond > 0; rest = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, rest);
        }
    }
}
