package dev.rwtui.ssh;

import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Link.Trip;
import dev.rwtui.ssh.model.RoundTrip;
import dev.rwtui.ssh.model.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person is told of a node: where the whole way to it stands. */
final class LinkOfNode {

    private static final long MICROS_PER_MILLI = 1_000;

    private LinkOfNode() {}

    static Link read(Node node) {
        NodeState state = node.state();
        if (state instanceof NodeState.Waiting) {
            return waiting(node);
        }
        if (state instanceof NodeState.Connecting connecting) {
            return connecting(node, node, connecting.step());
        }
        if (state instanceof NodeState.Backoff backoff) {
            return new Link.Retrying(cause(node, backoff), backoff.failures(), backoff.next());
        }
        if (state instanceof NodeState.Stopped stopped) {
            return new Link.Failed(stopped.cause(), stopped.at());
        }
        if (state instanceof NodeState.Up up) {
            return node.lingering()
                    .<Link>map(l -> new Link.Lingering(l.since(), l.until()))
                    .orElseGet(() -> new Link.Up(up.since(), trips(node)));
        }
        return new Link.Idle();
    }

    /** The nearest hop towards here that is at work says where the whole way stands. */
    private static Link waiting(Node target) {
        Node node = target;
        while (node.state() instanceof NodeState.Waiting && node.gateway().isPresent()) {
            node = node.gateway().get();
        }
        if (node.state() instanceof NodeState.Connecting connecting) {
            return connecting(target, node, connecting.step());
        }
        if (node.state() instanceof NodeState.Backoff || node.state() instanceof NodeState.Stopped) {
            return read(node);
        }
        return connecting(target, target, Step.WAITING_FOR_GATEWAY);
    }

    /** What lies behind a gateway that is down as well is down for the gateway's reason. */
    private static Failure cause(Node node, NodeState.Backoff backoff) {
        return node.gateway()
                .flatMap(gateway -> gateway.state() instanceof NodeState.Backoff before
                        ? Optional.of(cause(gateway, before))
                        : Optional.empty())
                .orElse(backoff.cause());
    }

    private static Link connecting(Node target, Node at, Step step) {
        return new Link.Connecting(at.alias(), place(at), place(target), step);
    }

    private static int place(Node node) {
        return 1 + node.gateway().map(LinkOfNode::place).orElse(0);
    }

    /** Each session measures end to end; a hop's own share is what it adds to the one before it. */
    private static List<Trip> trips(Node target) {
        List<Trip> trips =
                new ArrayList<>(target.gateway().map(LinkOfNode::trips).orElse(List.of()));
        Optional<RoundTrip> whole = roundTrip(target);
        Optional<RoundTrip> before = target.gateway().isEmpty()
                ? whole.map(all -> new RoundTrip(Duration.ZERO, all.measured()))
                : target.gateway().flatMap(LinkOfNode::roundTrip);
        trips.add(new Trip(target.alias(), whole.flatMap(all -> before.map(first -> rest(all, first)))));
        return trips;
    }

    /** As old as the older of the two. */
    private static RoundTrip rest(RoundTrip whole, RoundTrip before) {
        Instant measured = whole.measured().isBefore(before.measured()) ? whole.measured() : before.measured();
        return new RoundTrip(shown(whole.time().minus(before.time())), measured.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Optional<RoundTrip> roundTrip(Node node) {
        return node.state() instanceof NodeState.Up up ? up.session().roundTrip() : Optional.empty();
    }

    /** Whole milliseconds from 10 ms on, tenths below: finer would only make the screen flicker. */
    private static Duration shown(Duration exact) {
        long micros = Math.max(0, exact.toNanos() / 1_000);
        long step = micros >= 10 * MICROS_PER_MILLI ? MICROS_PER_MILLI : MICROS_PER_MILLI / 10;
        return Duration.ofNanos((micros + step / 2) / step * step * 1_000);
    }
}
