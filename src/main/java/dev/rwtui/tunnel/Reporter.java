package dev.rwtui.tunnel;

import dev.rwtui.base.Timers.Scheduled;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells changes of one tunnel: a new kind of state at once, anything else at most every 250 ms, the same twice never. On the
 * engine's thread alone.
 */
final class Reporter {

    static final Duration INTERVAL = Duration.ofMillis(250);

    private final Surroundings surroundings;
    private final Supplier<TunnelStatus> status;
    private final Consumer<TunnelStatus> listener;
    private final Runnable looking;
    private @Nullable TunnelStatus told;
    private long toldAt;
    private @Nullable Scheduled pending;

    /** @param looking called before the status is taken to be told */
    Reporter(
            Surroundings surroundings,
            Supplier<TunnelStatus> status,
            Consumer<TunnelStatus> listener,
            Runnable looking) {
        this.looking = looking;
        this.surroundings = surroundings;
        this.status = status;
        this.listener = listener;
    }

    void changed() {
        TunnelStatus now = status.get();
        if (told == null || isNewKind(told, now)) {
            tell();
        } else if (!now.equals(told)) {
            moved();
        }
    }

    /** Counters have changed, most likely. */
    void moved() {
        if (pending != null) {
            return;
        }
        Duration rest = INTERVAL.minusNanos(surroundings.timers().nanos() - toldAt);
        if (rest.isNegative() || rest.isZero()) {
            tell();
        } else {
            pending = surroundings
                    .timers()
                    .after(rest, () -> surroundings.engine().execute(this::due));
        }
    }

    private void due() {
        if (pending != null) {
            tell();
        }
    }

    private void tell() {
        if (pending != null) {
            pending.cancel();
            pending = null;
        }
        looking.run();
        TunnelStatus now = status.get();
        if (!now.equals(told)) {
            told = now;
            toldAt = surroundings.timers().nanos();
            listener.accept(now);
        }
    }

    private static boolean isNewKind(TunnelStatus before, TunnelStatus now) {
        return !before.state().getClass().equals(now.state().getClass())
                || before.checking() != now.checking()
                || before.protocol() != now.protocol()
                || !before.listeningOn().equals(now.listeningOn());
    }
}
