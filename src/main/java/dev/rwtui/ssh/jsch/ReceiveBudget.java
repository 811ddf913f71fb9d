package dev.rwtui.ssh.jsch;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all channels together may promise to their senders, in bytes. A window is such a promise. */
public final class ReceiveBudget {

    /** For the whole process. */
    public static final int STANDARD = 32 << 20;

    private final AtomicLong left;

    public ReceiveBudget(int bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Takes the bytes if they are there. */
    boolean take(int bytes) {
        while (true) {
            long now = left.get();
            if (now < bytes) {
                return false;
            }
            if (left.compareAndSet(now, now - bytes)) {
                return true;
            }
        }
    }

    void giveBack(int bytes) {
        left.addAndGet(bytes);
    }

    long left() {
        return left.get();
    }
}
