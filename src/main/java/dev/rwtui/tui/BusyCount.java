package dev.rwtui.tui;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;

/** How much is under way: zero means that nothing will change until something new comes from outside. */
final class BusyCount {

    @GuardedBy("this")
    private long count;

    @GuardedBy("this")
    private boolean over;

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

    /** Nothing will change any more, whatever is begun. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    /** Whether it became zero within that time. */
    synchronized boolean awaitZero(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (count > 0 && !over) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }
}
