package dev.rwtui.tui;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;

/** How much is under way: zero means that nothing will change until something new comes from outside. */
final class BusyCount {

    @GuardedBy("this")
    private long count;

    synchronized void add() {
        count++;
    }

    synchronized void remove(long finished) {
        count -= finished;
        if (count < 0) {
            throw new IllegalStateException("finished more than was begun");
        }
        if (count == 0) {
            notifyAll();
        }
    }

    /** Whether it became zero within that time. */
    synchronized boolean awaitZero(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (count > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }
}
