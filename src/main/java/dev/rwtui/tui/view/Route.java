package dev.rwtui.tui.view;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.RoundTrip;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.model.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way to a host on one line: {@code here ─4 ms─ cued ─1 ms─ direwolf}, with what is wrong where it is wrong. */
final class Route {

    private final HostSummary host;
    private final Link link;
    private final Instant now;
    private final List<Paper.Span> spans = new ArrayList<>();

    private Route(HostSummary host, Link link, Instant now) {
        this.now = now;
        this.host = host;
        this.link = link;
    }

    static List<Paper.Span> of(HostSummary host, Link link, Instant now) {
        Route route = new Route(host, link, now);
        if (link instanceof Link.Up up && !up.trips().isEmpty()) {
            route.measured(up);
        } else {
            route.planned();
        }
        return route.spans;
    }

    private void measured(Link.Up up) {
        spans.add(new Paper.Span("here", Ink.NORMAL));
        for (Link.Trip trip : up.trips()) {
            String time = trip.roundTrip().map(this::time).orElse("");
            spans.add(new Paper.Span(" ─" + time + "─ ", Ink.FAINT));
            spans.add(new Paper.Span(trip.hop().value(), Ink.NORMAL));
        }
    }

    /** With its age where that is more than a person takes for now. */
    private String time(RoundTrip trip) {
        Duration age = Ages.since(trip.measured(), now, Ages.TRIP_STEP);
        boolean old = age.compareTo(Ages.TRIP_STEP.multipliedBy(2)) >= 0;
        return LinkLooks.trip(trip.time()) + (old ? ", " + Ages.words(age) + " ago" : "");
    }

    private void planned() {
        List<HostAlias> hops = new ArrayList<>(host.gateways());
        hops.add(host.alias());
        spans.add(new Paper.Span("here", Ink.FAINT));
        for (int i = 0; i < hops.size(); i++) {
            if (isBroken(hops.get(i))) {
                spans.add(new Paper.Span(" ─✕─ ", Ink.BAD));
                spans.add(new Paper.Span(hops.get(i).value(), Ink.BAD));
            } else if (isAtWork(i + 1)) {
                spans.add(new Paper.Span(" ─◐─ ", Ink.BUSY));
                spans.add(new Paper.Span(hops.get(i).value(), Ink.BUSY));
            } else {
                spans.add(new Paper.Span(" ── " + hops.get(i), Ink.FAINT));
            }
        }
    }

    private boolean isBroken(HostAlias hop) {
        return cause().filter(cause -> cause.kind() != Failure.Kind.CANCELLED)
                .filter(cause -> cause.hop().equals(hop))
                .isPresent();
    }

    private boolean isAtWork(int number) {
        return link instanceof Link.Connecting connecting && connecting.number() == number;
    }

    private Optional<Failure> cause() {
        if (link instanceof Link.Retrying retrying) {
            return Optional.of(retrying.cause());
        }
        return link instanceof Link.Failed failed ? Optional.of(failed.cause()) : Optional.empty();
    }
}
