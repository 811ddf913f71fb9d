package dev.rwtui.tui.view;

import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.RoundTrip;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Facts;
import dev.rwtui.tui.model.Pending;
import dev.rwtui.tunnel.model.TunnelId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a host is shown in the list. */
final class LinkLooks {

    private LinkLooks() {}

    static Look of(AppState state, HostSummary host) {
        boolean gateway = host.role() == HostSummary.Role.GATEWAY;
        String open = gateway ? "◆" : "●";
        Link link = state.link(host.alias());
        Optional<Pending.Wish> wish = state.wish(host.alias());
        if (wish.isPresent()) {
            return new Look("◐", wish.get().words(), Ink.BUSY);
        }
        if (link instanceof Link.Connecting) {
            return new Look("◐", "connecting", Ink.BUSY);
        }
        if (link instanceof Link.Up up) {
            String details = "up" + details(state, host, up);
            return state.facts().changes(host.alias()).isEmpty()
                    ? new Look(open, details, Ink.GOOD)
                    : new Look(open, "changed · " + details, Ink.WARNING);
        }
        if (link instanceof Link.Lingering) {
            return new Look(open, "lingers", Ink.GOOD);
        }
        if (link instanceof Link.Retrying) {
            return new Look("◐", "retrying", Ink.WARNING);
        }
        return link instanceof Link.Failed failed ? failed(failed.cause(), gateway) : idle(host, gateway);
    }

    private static Look idle(HostSummary host, boolean gateway) {
        if (host.refusal().isPresent()) {
            return new Look("✕", "bad config", Ink.BAD);
        }
        if (!host.uncertainties().isEmpty()) {
            return gateway ? new Look("◇", "may differ · gateway", Ink.FAINT) : new Look("≈", "may differ", Ink.FAINT);
        }
        return gateway ? new Look("◇", "gateway", Ink.FAINT) : new Look("○", "off", Ink.FAINT);
    }

    private static Look failed(Failure cause, boolean gateway) {
        return cause.kind() == Failure.Kind.CANCELLED
                ? new Look(gateway ? "◇" : "○", "cancelled", Ink.FAINT)
                : new Look("✕", words(cause.kind()), Ink.BAD);
    }

    /** Two words at most. */
    static String words(Failure.Kind kind) {
        return switch (kind) {
            case UNKNOWN_NAME -> "unknown name";
            case UNREACHABLE -> "unreachable";
            case GATEWAY_REFUSED -> "gateway refused";
            case CHANNEL_REFUSED -> "refused";
            case LOST -> "lost";
            case PROTOCOL -> "no SSH";
            case HOST_KEY_UNKNOWN -> "key unknown";
            case HOST_KEY_CHANGED -> "key changed!";
            case HOST_KEY_REVOKED -> "key revoked";
            case AUTHENTICATION_REFUSED -> "auth refused";
            case ANSWER_NEEDED -> "needs you";
            case CANCELLED -> "cancelled";
            case CONFIGURATION -> "bad config";
            case BUG -> "bug";
        };
    }

    private static String details(AppState state, HostSummary host, Link.Up up) {
        List<TunnelId> tunnels = state.facts().tunnelsOf(host);
        long open = tunnels.stream()
                .map(state.facts()::tunnel)
                .filter(Facts::isOpen)
                .count();
        String share = tunnels.isEmpty() ? "" : " " + open + "/" + tunnels.size();
        return share + total(up).map(trip -> " · " + trip).orElse("");
    }

    private static Optional<String> total(Link.Up up) {
        boolean measured = !up.trips().isEmpty()
                && up.trips().stream().allMatch(trip -> trip.roundTrip().isPresent());
        return measured
                ? Optional.of(trip(up.trips().stream()
                        .flatMap(trip -> trip.roundTrip().stream())
                        .map(RoundTrip::time)
                        .reduce(Duration.ZERO, Duration::plus)))
                : Optional.empty();
    }

    /** {@code <1 ms}, {@code 12 ms}. */
    static String trip(Duration roundTrip) {
        long millis = roundTrip.plusNanos(500_000).toMillis();
        return millis < 1 ? "<1 ms" : millis + " ms";
    }
}
