package dev.rwtui.tunnel;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.base.Timers.Scheduled;
import dev.rwtui.ssh.ChannelRefusedException.Reason;
import dev.rwtui.tunnel.model.TunnelState;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a tunnel's far end while its session is up, and when to ask again. At most one timer and one probe at a
 * time, neither where nobody looks. On the engine's thread alone.
 */
final class FarEnd {

    /** How long a proof holds. */
    static final Duration VALID = Duration.ofSeconds(15);

    /** Probing starts earlier than a proof lapses, so that a far end that answers never looks unproved in between. */
    static final Duration RENEW = Duration.ofSeconds(13);

    private final Surroundings surroundings;
    private final Asker asker;
    private TunnelState state = new TunnelState.Opening();
    private long nanos;
    private @Nullable Cancellation probe;
    private @Nullable Scheduled alarm;

    FarEnd(Surroundings surroundings, Asker asker) {
        this.surroundings = surroundings;
        this.asker = asker;
    }

    /** What the far end is asked by, and who is told. */
    interface Asker {
        /** Opens a channel; {@code then} is told on the engine's thread, at once or later. */
        void ask(Cancellation cancellation, Consumer<Opening> then);

        /** Whether checking is on. */
        boolean mayAsk();

        /** Whether somebody looks. */
        boolean isWatched();

        /** {@link Timers#nanos()} of the last byte that came from there, if any did. */
        OptionalLong heard();

        void changed();
    }

    TunnelState state() {
        return state;
    }

    /** A session is there, and nothing is known yet. */
    void begin() {
        end();
        if (asker.mayAsk()) {
            become(new TunnelState.Opening());
            probe();
        } else {
            become(new TunnelState.Unproved(now()));
        }
    }

    /** The session is gone, or the tunnel closed. */
    void end() {
        if (probe != null) {
            probe.cancel();
            probe = null;
        }
        disarm();
    }

    /** Somebody began or ceased to look, or checking was switched. */
    void reconsider() {
        if (probe == null && state instanceof TunnelState.Opening) {
            become(new TunnelState.Unproved(now()));
        }
        act();
    }

    void proved() {
        become(new TunnelState.Up(now()));
        arm();
    }

    void refused(Reason reason, String words) {
        silent(Refusals.cause(reason), Refusals.words(reason, words));
    }

    /** No channel within the time limit, though the session lives. */
    void mute(String why) {
        silent(TunnelState.Cause.OTHER, why);
    }

    /** Bytes came at {@code heard} ({@link Timers#nanos()}). They prove nothing against a refusal that came later. */
    void heard(long heard) {
        if (heard <= nanos || state instanceof TunnelState.FarEndSilent) {
            return;
        }
        boolean first = !(state instanceof TunnelState.Up);
        state = new TunnelState.Up(now().minusNanos(surroundings.timers().nanos() - heard));
        nanos = heard;
        if (first) {
            asker.changed();
            arm();
        }
    }

    private void silent(TunnelState.Cause cause, String why) {
        Instant since = state instanceof TunnelState.FarEndSilent known
                        && known.cause() == cause
                        && known.why().equals(why)
                ? known.since()
                : now();
        become(new TunnelState.FarEndSilent(cause, why, since));
        arm();
    }

    private void become(TunnelState next) {
        state = next;
        nanos = surroundings.timers().nanos();
        asker.changed();
    }

    private void act() {
        if (state instanceof TunnelState.Up && age().compareTo(VALID) >= 0) {
            become(new TunnelState.Unproved(now()));
        }
        if (probe == null && isWatched() && age().compareTo(renewal()) >= 0) {
            probe();
        }
        arm();
    }

    private boolean isWatched() {
        return asker.mayAsk() && asker.isWatched();
    }

    private Duration renewal() {
        if (state instanceof TunnelState.Up) {
            return RENEW;
        }
        return state instanceof TunnelState.FarEndSilent ? VALID : Duration.ZERO;
    }

    private void arm() {
        disarm();
        boolean asking = probe == null && isWatched();
        if (asking || state instanceof TunnelState.Up) {
            Duration rest = (asking ? renewal() : VALID).minus(age());
            alarm = surroundings
                    .timers()
                    .after(
                            rest.isNegative() ? Duration.ZERO : rest,
                            () -> surroundings.engine().execute(this::due));
        }
    }

    private void disarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void due() {
        if (alarm != null) {
            alarm = null;
            asker.heard().ifPresent(this::heard);
            act();
        }
    }

    private void probe() {
        Cancellation cancellation = new Cancellation();
        probe = cancellation;
        asker.ask(cancellation, opening -> answered(cancellation, opening));
        arm();
    }

    private void answered(Cancellation asked, Opening opening) {
        if (opening instanceof Opening.Opened opened) {
            opened.stream().close();
        }
        if (probe != asked) {
            return;
        }
        probe = null;
        if (opening instanceof Opening.Opened) {
            proved();
        } else if (opening instanceof Opening.Refused refused) {
            refused(refused.reason(), refused.words());
        } else if (opening instanceof Opening.Broken broken) {
            mute(broken.failure().why());
        }
    }

    private Duration age() {
        return Duration.ofNanos(surroundings.timers().nanos() - nanos);
    }

    private Instant now() {
        return surroundings.timers().now();
    }
}
