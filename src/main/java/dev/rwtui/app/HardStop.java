package dev.rwtui.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/** The end for a program that was told to end, and hangs. */
final class HardStop {

    private final ThreadFactory threads;
    private final Duration grace;
    private final Runnable rescue;
    private final IntConsumer stop;
    private final AtomicBoolean armed = new AtomicBoolean();

    /**
     * @param rescue what to save first; it may hang itself, and is not waited for then
     * @param stop ends the process with an exit status, at once
     */
    HardStop(ThreadFactory threads, Duration grace, Runnable rescue, IntConsumer stop) {
        this.threads = threads;
        this.grace = grace;
        this.rescue = rescue;
        this.stop = stop;
    }

    /** The process ends within the grace and a quarter of it, with this status where it has not ended by itself. */
    void arm(int status) {
        if (armed.compareAndSet(false, true)) {
            threads.newThread(() -> watch(status)).start();
        }
    }

    private void watch(int status) {
        try {
            await(new CountDownLatch(1), grace);
            CountDownLatch rescued = new CountDownLatch(1);
            threads.newThread(() -> {
                        try {
                            rescue.run();
                        } finally {
                            rescued.countDown();
                        }
                    })
                    .start();
            await(rescued, grace.dividedBy(4));
        } finally {
            stop.accept(status);
        }
    }

    private static void await(CountDownLatch fact, Duration patience) {
        try {
            if (!fact.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
