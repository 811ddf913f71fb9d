package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Timers;
import dev.rwtui.base.Timers.Scheduled;
import dev.rwtui.ssh.model.RoundTrip;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keepalive, death and round trip of one session ({@code ServerAliveInterval}, {@code ServerAliveCountMax} of
 * ssh_config(5)). It wakes once an interval and sends where nothing came for that long, or nothing was measured; the round
 * trip is the time from a keepalive to its own answer, first measured a moment after the session is up. After a time in
 * which nobody could ask, as a machine sleeps, it asks at once.
 */
final class Pulse {

    private static final Duration SETTLING = Duration.ofMillis(300);

    /** Intervals without a byte before a link is dead: a quiet one is asked once before it is given up. */
    private static final int LEAST = 2;

    private final Timers timers;
    private final Executor executor;
    private final Inlet inlet;
    private final Sender sender;
    private final Consumer<String> death;
    private final long interval;
    private final int most;

    private @Nullable Scheduled next;
    private boolean stopped;
    private boolean sending;
    private volatile long graceFrom;
    private volatile boolean doubted;
    private volatile long sentAt;
    private volatile boolean measuring;
    private volatile @Nullable RoundTrip roundTrip;

    /** Sends one keepalive; may block. */
    interface Sender {
        void send() throws Exception;
    }

    /** How patient to be. */
    record Patience(Duration interval, int count) {
        /** Intervals without a byte before it is dead. */
        int most() {
            return Math.max(LEAST, count);
        }

        /** {@code 45 s}. */
        String words(int intervals) {
            return interval.multipliedBy(intervals).toSeconds() + " s";
        }
    }

    private final Patience patience;

    Pulse(Timers timers, Executor executor, Inlet inlet, Patience patience, Sender sender, Consumer<String> death) {
        this.timers = timers;
        this.executor = executor;
        this.inlet = inlet;
        this.patience = patience;
        this.sender = sender;
        this.death = death;
        this.interval = patience.interval().toNanos();
        this.most = patience.most();
    }

    synchronized void start() {
        graceFrom = timers.nanos();
        schedule(interval);
        timers.after(SETTLING, this::send);
    }

    synchronized void stop() {
        stopped = true;
        unschedule();
    }

    private void unschedule() {
        if (next != null) {
            next.cancel();
        }
    }

    /** Asks at once. Until something comes there is the least patience that there is, from now on. */
    void probe() {
        synchronized (this) {
            graceFrom = timers.nanos();
            doubted = true;
            schedule(interval);
        }
        send();
    }

    Optional<RoundTrip> roundTrip() {
        return Optional.ofNullable(roundTrip);
    }

    /** The answer to the keepalive that is under way has come. Answers come in order. */
    void answered() {
        if (measuring) {
            measuring = false;
            roundTrip = new RoundTrip(Duration.ofNanos(Math.max(0, timers.nanos() - sentAt)), timers.now());
        }
    }

    private synchronized void schedule(long delay) {
        if (!stopped && interval > 0) {
            unschedule();
            long due = timers.nanos() + delay;
            next = timers.after(Duration.ofNanos(Math.max(delay, 1)), () -> tick(due));
        }
    }

    private void tick(long due) {
        long now = timers.nanos();
        if (now - due > interval) {
            probe();
            return;
        }
        long heard = inlet.lastNanos();
        int limit = doubted && heard < graceFrom ? LEAST : most;
        long quiet = now - Math.max(heard, graceFrom);
        if (quiet >= interval * limit) {
            stop();
            death.accept("no answer for " + patience.words(limit));
            return;
        }
        // A busy link is measured too, as often as a quiet one.
        if (quiet >= interval || (!measuring && now - sentAt >= interval)) {
            send();
        }
        schedule(interval - quiet % interval);
    }

    private void send() {
        synchronized (this) {
            if (sending || stopped) {
                return;
            }
            sending = true;
        }
        executor.execute(this::sendNow);
    }

    private void sendNow() {
        try {
            // Answers come in order: the next one is that of the oldest keepalive under way.
            if (!measuring) {
                sentAt = timers.nanos();
                measuring = true;
            }
            sender.send();
        } catch (Exception e) {
            measuring = false; // The reader finds out why and says so.
        } finally {
            synchronized (this) {
                sending = false;
            }
        }
    }
}
