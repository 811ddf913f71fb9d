package dev.rwtui.tui.update;

import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.model.Ages;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Pending;
import dev.rwtui.tui.model.Toast;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** When the screen would look different next only because time has passed. */
final class Wakes {

    private Wakes() {}

    /** Not after {@code now} where something waits to learn the time; empty where nothing has an age. */
    static Optional<Instant> next(AppState state) {
        return Stream.of(
                        messages(state),
                        links(state),
                        tunnels(state),
                        questions(state),
                        machines(state),
                        fetches(state))
                .flatMap(times -> times)
                .min(Comparator.naturalOrder());
    }

    private static Stream<Instant> messages(AppState state) {
        return Stream.concat(
                        state.screen().toast().stream().map(Toast::until),
                        state.screen().pending().stream().map(Pending::until))
                .map(until -> until.orElse(state.now()));
    }

    private static Stream<Instant> links(AppState state) {
        return state.shown().stream().flatMap(host -> {
            Link link = state.link(host.alias());
            if (link instanceof Link.Up up) {
                return Stream.concat(
                        Stream.of(Ages.nextSince(up.since(), state.now(), Ages.MINUTE)), trips(up, state.now()));
            }
            if (link instanceof Link.Lingering lingering) {
                return countdown(lingering.until(), state);
            }
            return link instanceof Link.Retrying retrying ? countdown(retrying.next(), state) : Stream.of();
        });
    }

    private static Stream<Instant> trips(Link.Up up, Instant now) {
        return up.trips().stream()
                .flatMap(trip -> trip.roundTrip().stream())
                .map(trip -> later(
                        Ages.nextSince(trip.measured(), now, Ages.TRIP_STEP),
                        trip.measured().plus(Ages.TRIP_STEP.multipliedBy(2))));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Stream<Instant> tunnels(AppState state) {
        return state.shownTunnels().stream().flatMap(id -> proof(id, state));
    }

    private static Stream<Instant> proof(TunnelId id, AppState state) {
        TunnelStatus tunnel = state.facts().tunnel(id);
        return tunnel.state() instanceof TunnelState.Up up
                        && state.now().isBefore(up.proved().plus(Ages.PROOF_LASTS))
                ? Stream.of(Ages.nextSince(up.proved(), state.now(), Ages.PROOF_STEP))
                : Stream.of();
    }

    /** Of the shown host, and of the one whose facts fill the screen. */
    private static Stream<Instant> machines(AppState state) {
        return state.shown().stream()
                .flatMap(host -> state.facts().machine(host.alias()).stream())
                .flatMap(machine -> machine.facts().stream())
                .map(facts -> Ages.nextSince(facts.taken(), state.now(), Ages.MINUTE));
    }

    /** Of the repository on the shown host. */
    private static Stream<Instant> fetches(AppState state) {
        return state.shown().stream()
                .flatMap(host -> state.facts().syncs().status(host.alias()).stream())
                .flatMap(status -> status.there().stream())
                .flatMap(there -> there.fetched().stream())
                .map(fetched -> Ages.nextSince(fetched, state.now(), Ages.coarse(fetched, state.now())));
    }

    private static Stream<Instant> questions(AppState state) {
        return state.questions().stream().limit(1).flatMap(asked -> patience(asked.deadline(), state));
    }

    /** In minutes; the last of them is not counted down. */
    private static Stream<Instant> patience(Instant until, AppState state) {
        return Ages.until(until, state.now()).compareTo(Ages.MINUTE) <= 0
                        && state.now().isBefore(until)
                ? Stream.of(until)
                : countdown(until, state);
    }

    private static Stream<Instant> countdown(Instant until, AppState state) {
        return Ages.until(until, state.now()).isZero() ? Stream.of() : Stream.of(Ages.nextUntil(until, state.now()));
    }
}
