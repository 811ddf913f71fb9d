package dev.rwtui.lab;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a lab.
 *
 * @param workers as many as are needed: connections, services and streams of commands each block their own
 * @param timer for MINA's time limits
 */
record Crew(ExecutorService workers, ScheduledExecutorService timer) implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 5;

    static Crew hiredFrom(ThreadFactory threads) {
        return new Crew(Executors.newCachedThreadPool(threads), Executors.newSingleThreadScheduledExecutor(threads));
    }

    /** Stops whatever they do. */
    void dismiss() {
        workers.shutdownNow();
        timer.shutdownNow();
    }

    /** Waits until they are gone. */
    @Override
    public void close() throws IOException {
        dismiss();
        try {
            if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    || !timer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("threads of the lab did not end within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
