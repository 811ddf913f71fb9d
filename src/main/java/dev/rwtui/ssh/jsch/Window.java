package dev.rwtui.ssh.jsch;

import java.time.Duration;

/**
 * How much a channel's sender may have under way (RFC 4254 section 5.2). It starts small and doubles while its consumer
 * keeps up and the budget allows.
 */
final class Window {

    static final int START = 256 << 10;
    static final int MOST = 8 << 20;
    private static final int LEAST = 64 << 10;
    private static final int STEPS = 16;

    /** A window that lasts longer than this holds nobody up. */
    private static final long BRISK_NANOS = Duration.ofSeconds(2).toNanos();

    private final ReceiveBudget budget;
    private int size;
    private int reserved;
    private int consumed;
    private long sinceGrowth;
    private long grownAt;

    Window(ReceiveBudget budget, long now) {
        this.budget = budget;
        this.reserved = budget.take(START) ? START : 0;
        this.size = reserved == 0 ? LEAST : START;
        this.grownAt = now;
    }

    int size() {
        return size;
    }

    /**
     * The consumer has taken bytes.
     *
     * @param queued bytes that still wait for it
     * @return bytes to grant now, often zero: grants are sent in steps of a sixteenth of the window
     */
    int consumed(int bytes, int queued, long now) {
        consumed += bytes;
        sinceGrowth += bytes;
        if (consumed < size / STEPS) {
            return 0;
        }
        int grant = consumed + growth(queued, now);
        consumed = 0;
        return grant;
    }

    private int growth(int queued, long now) {
        if (sinceGrowth < size) {
            return 0;
        }
        boolean brisk = now - grownAt < BRISK_NANOS;
        sinceGrowth = 0;
        grownAt = now;
        if (!brisk || queued > size / 2 || size >= MOST || !budget.take(size)) {
            return 0;
        }
        int more = size;
        reserved += more;
        size += more;
        return more;
    }

    /** Gives the memory back; once. */
    void close() {
        budget.giveBack(reserved);
        reserved = 0;
    }
}
