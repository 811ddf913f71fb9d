package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.base.Timers.Scheduled;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a handshake that was cancelled or took too long, by closing what it waits for: a blocked read hears nothing else.
 * The time that a person takes to answer does not count.
 */
final class Guard implements AutoCloseable {

    private final Timers timers;
    private final Duration limit;
    private final Cancellation.Registration registration;
    private final List<Runnable> closers = new ArrayList<>();

    private @Nullable Scheduled timer;
    private long startedAt;
    private long spent;
    private @Nullable Kind tripped;
    private boolean over;

    Guard(Timers timers, Duration limit, Cancellation cancellation) {
        this.timers = timers;
        this.limit = limit;
        start();
        this.registration = cancellation.onCancel(() -> trip(Kind.CANCELLED));
    }

    private synchronized void start() {
        startedAt = timers.nanos();
        timer = timers.after(remaining(), () -> trip(Kind.UNREACHABLE));
    }

    private synchronized void pause() {
        if (timer != null) {
            timer.cancel();
        }
        spent += timers.nanos() - startedAt;
    }

    /** Waits for a person, off the clock. */
    Answer offTheClock(Supplier<Answer> question) {
        pause();
        try {
            return question.get();
        } finally {
            start();
        }
    }

    synchronized Duration remaining() {
        Duration left = limit.minusNanos(spent + timers.nanos() - startedAt);
        return left.isNegative() || left.isZero() ? Duration.ofMillis(1) : left;
    }

    Duration limit() {
        return limit;
    }

    /** What is to be closed when the time comes; at once where it has. Must not block. */
    void closes(Runnable closer) {
        synchronized (this) {
            if (tripped == null) {
                closers.add(closer);
                return;
            }
        }
        closer.run();
    }

    private void trip(Kind kind) {
        List<Runnable> due;
        synchronized (this) {
            if (tripped != null || over) {
                return;
            }
            tripped = kind;
            due = List.copyOf(closers);
        }
        due.forEach(Runnable::run);
    }

    /** CANCELLED or UNREACHABLE (the time ran out); empty where the handshake was left alone. */
    synchronized Optional<Kind> tripped() {
        return Optional.ofNullable(tripped);
    }

    /** The handshake is over: nothing will be closed any more. */
    @Override
    public void close() {
        synchronized (this) {
            over = true;
            if (timer != null) {
                timer.cancel();
            }
        }
        registration.close();
    }
}
