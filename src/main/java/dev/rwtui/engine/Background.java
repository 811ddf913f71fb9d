package dev.rwtui.engine;

import dev.rwtui.base.Cancellation;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Work that blocks, on the pool. Whoever waits for what comes of it hears also of a bug in it. */
final class Background {

    private final Executor blocking;

    /** Cancelled when the engine closes: nothing goes on behind it. */
    private final Cancellation closing = new Cancellation();

    Background(Executor blocking) {
        this.blocking = blocking;
    }

    Cancellation closing() {
        return closing;
    }

    /** @param broken told, on the pool's thread, in words; the bug goes on to where bugs are told */
    void run(Runnable work, Consumer<String> broken) {
        blocking.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                broken.accept("a bug in rwtui: " + e);
                throw e;
            }
        });
    }
}
