package dev.rwtui.tui.view;

import dev.rwtui.base.HostAlias;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.model.Ages;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Pending;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a tunnel is shown. No word promises more than was proved. */
final class TunnelLooks {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private TunnelLooks() {}

    static Look of(AppState state, TunnelStatus tunnel) {
        Optional<Pending.Wish> wish = state.wish(tunnel.id());
        if (wish.isPresent()) {
            return new Look("◐", wish.get().words(), Ink.BUSY);
        }
        TunnelState is = tunnel.state();
        if (is instanceof TunnelState.Off) {
            return new Look("○", "off", Ink.FAINT);
        }
        if (is instanceof TunnelState.Opening) {
            return new Look("◐", "opening", Ink.BUSY);
        }
        if (is instanceof TunnelState.Up up) {
            return up(state, up);
        }
        if (is instanceof TunnelState.Unproved) {
            return unproved(tunnel.checking());
        }
        if (is instanceof TunnelState.FarEndSilent silent) {
            return new Look("◌", silent(tunnel, silent), Ink.WARNING);
        }
        return is instanceof TunnelState.Failed failed
                ? new Look("✕", "failed: " + failed.why(), Ink.BAD)
                : new Look("◐", "waiting for the session", Ink.WARNING);
    }

    private static Look up(AppState state, TunnelState.Up up) {
        Duration age = Ages.since(up.proved(), state.now(), Ages.PROOF_STEP);
        if (age.compareTo(Ages.PROOF_LASTS) >= 0) {
            return unproved(TunnelStatus.Checking.ON);
        }
        return new Look("●", age.isZero() ? "up · just now" : "up · " + Ages.words(age) + " ago", Ink.GOOD);
    }

    private static Look unproved(TunnelStatus.Checking checking) {
        return switch (checking) {
            case ON -> new Look("◌", "not checked lately", Ink.NORMAL);
            case OFF -> new Look("◌", "open, checks are off", Ink.NORMAL);
        };
    }

    private static String silent(TunnelStatus tunnel, TunnelState.FarEndSilent silent) {
        HostAlias host = tunnel.id().host();
        return switch (silent.cause()) {
            case CONNECT_FAILED -> isRefused(silent.why()) ? nothingListens(tunnel) : host + ": " + silent.why();
            case PROHIBITED -> "refused by " + host + ": " + orElse(silent.why(), "prohibited");
            case OTHER -> host + ": " + orElse(silent.why(), "refused without a word");
        };
    }

    static boolean isRefused(String why) {
        return why.isBlank() || why.toLowerCase(Locale.ROOT).contains("refused");
    }

    private static String nothingListens(TunnelStatus tunnel) {
        return isLoopback(tunnel.id())
                ? "nothing listens there on " + tunnel.id().host()
                : "nothing listens on " + tunnel.id().forward().target();
    }

    /** Whether it leads to the host itself. */
    static boolean isLoopback(TunnelId tunnel) {
        return LOOPBACK.contains(tunnel.forward().target().host());
    }

    private static String orElse(String why, String otherwise) {
        return why.isBlank() ? otherwise : why;
    }
}
