package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Timers;
import dev.rwtui.base.Timers.Scheduled;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keepalive, death and round trip of one session ({@code ServerAliveInterval}, {@code ServerAliveCountMax} of
 * ssh_config(5)). It wakes once an interval, sends only where nothing came for that long, and measures a round trip only
 * on a quiet link.
 */
final class Pulse {

    private static final Duration SETTLING = Duration.ofMillis(300);
    private static final long QUIET_NANOS = Duration.ofMillis(100).toNanos();
    private static final int FIRST_TRIES = 5;

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
    private long graceFrom;
    private volatile long sentAt;
    private volatile boolean measuring;
    private volatile long roundTrip = -1;

    /** Sends one keepalive; may block. */
    interface Sender {
        void send() throws Exception;
    }

    /** How patient to be. */
    record Patience(Duration interval, int count) {
        /** Intervals without a byte before it is dead. Two at least: a quiet link is asked once before it is given up. */
        int most() {
            return Math.max(2, count);
        }

        /** {@code 45 s}. */
        String words() {
            return interval.multipliedBy(most()).toSeconds() + " s";
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
        inlet.onArrival(this::arrived);
        schedule(interval);
        timers.after(SETTLING, () -> measureFirst(FIRST_TRIES));
    }

    synchronized void stop() {
        stopped = true;
        if (next != null) {
            next.cancel();
        }
    }

    Optional<Duration> roundTrip() {
        long nanos = roundTrip;
        return nanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    private void arrived(long now) {
        if (measuring) {
            measuring = false;
            roundTrip = Math.max(0, now - sentAt);
        }
    }

    private synchronized void schedule(long delay) {
        if (!stopped && interval > 0) {
            long due = timers.nanos() + delay;
            next = timers.after(Duration.ofNanos(Math.max(delay, 1)), () -> tick(due));
        }
    }

    private void tick(long due) {
        long now = timers.nanos();
        if (now - due > interval) {
            graceFrom = now;
        }
        long last = Math.max(inlet.lastNanos(), graceFrom);
        long quiet = now - last;
        if (quiet >= interval * most) {
            stop();
            death.accept("no answer for " + patience.words());
            return;
        }
        if (quiet >= interval) {
            send(now);
        }
        schedule(interval - quiet % interval);
    }

    private void measureFirst(int tries) {
        synchronized (this) {
            if (stopped || tries == 0) {
                return;
            }
        }
        long now = timers.nanos();
        if (now - inlet.lastNanos() >= QUIET_NANOS) {
            send(now);
        } else {
            timers.after(SETTLING, () -> measureFirst(tries - 1));
        }
    }

    private void send(long now) {
        synchronized (this) {
            if (sending || stopped) {
                return;
            }
            sending = true;
        }
        boolean quiet = now - inlet.lastNanos() >= QUIET_NANOS;
        executor.execute(() -> sendNow(quiet));
    }

    private void sendNow(boolean quiet) {
        try {
            sentAt = timers.nanos();
            measuring = quiet;
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
