package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Notice;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code rwtui up} makes of the engine's notices: events to print, and whether it is over. Not thread-safe, no input
 * or output of its own.
 */
final class UpWatch {

    private final Set<HostAlias> hosts;
    private final Map<TunnelId, String> tunnels = new HashMap<>();
    private final Map<HostAlias, String> links = new HashMap<>();
    private final Set<TunnelId> proved = new HashSet<>();
    private final Set<HostAlias> everUp = new HashSet<>();
    private Optional<Ending> ending = Optional.empty();

    /** Why there is no point in going on. */
    record Ending(ExitCode code, String error) {}

    UpWatch(Set<HostAlias> hosts, Set<TunnelId> expected) {
        this.hosts = Set.copyOf(hosts);
        expected.forEach(tunnel -> tunnels.put(tunnel, ""));
    }

    /** The events to print for a notice, in order; most notices have none. */
    List<UpEvent> on(Notice notice, Instant now) {
        if (notice instanceof Notice.LinkChanged change && hosts.contains(change.host())) {
            return link(change.host(), change.link(), now).stream().toList();
        }
        if (notice instanceof Notice.TunnelChanged change
                && tunnels.containsKey(change.status().id())) {
            return tunnel(change.status(), now).stream().toList();
        }
        return List.of();
    }

    /** Whether every tunnel has worked once. */
    boolean allProved() {
        return proved.containsAll(tunnels.keySet());
    }

    Optional<Ending> ending() {
        return ending;
    }

    private Optional<UpEvent> link(HostAlias host, Link link, Instant now) {
        String state = stateOf(link);
        String reason = failureOf(link).map(f -> f.summary() + advice(f)).orElse("");
        failureOf(link).ifPresent(failure -> judge(host, link, failure));
        if (link instanceof Link.Up) {
            everUp.add(host);
        }
        return (state + reason).equals(links.put(host, state + reason))
                ? Optional.empty()
                : Optional.of(new UpEvent(UpEvent.VERSION, now.toString(), "link", host.value(), "", state, reason));
    }

    /** A first attempt that fails is an answer; a link that was up once is worth waiting for. */
    private void judge(HostAlias host, Link link, Failure failure) {
        if (ending.isEmpty() && (link instanceof Link.Failed || !everUp.contains(host))) {
            String via = failure.hop().equals(host) ? "" : " (on the way to " + host + ")";
            ending = Optional.of(new Ending(
                    ExitCode.of(failure.kind()), failure.hop() + via + ": " + failure.why() + advice(failure)));
        }
    }

    private Optional<UpEvent> tunnel(TunnelStatus status, Instant now) {
        TunnelState state = status.state();
        if (state instanceof TunnelState.Up) {
            proved.add(status.id());
        }
        String word = stateOf(state);
        if (word.equals(tunnels.put(status.id(), word))) {
            return Optional.empty();
        }
        TunnelId id = status.id();
        UpEvent event = new UpEvent(
                UpEvent.VERSION,
                now.toString(),
                "tunnel",
                id.host().value(),
                id.forward().toString(),
                word,
                reasonOf(status));
        giveUpWhereNoneListens();
        return Optional.of(event);
    }

    private void giveUpWhereNoneListens() {
        if (ending.isEmpty() && tunnels.values().stream().allMatch("failed"::equals)) {
            ending = Optional.of(new Ending(ExitCode.NEGATIVE, "no forward could be opened"));
        }
    }

    private static String advice(Failure failure) {
        return failure.advice().isEmpty() ? "" : ". " + failure.advice();
    }

    private static Optional<Failure> failureOf(Link link) {
        if (link instanceof Link.Failed failed) {
            return Optional.of(failed.cause());
        }
        return link instanceof Link.Retrying retrying ? Optional.of(retrying.cause()) : Optional.empty();
    }

    private static String stateOf(Link link) {
        if (link instanceof Link.Connecting) {
            return "connecting";
        }
        if (link instanceof Link.Up || link instanceof Link.Lingering) {
            return "up";
        }
        return link instanceof Link.Retrying ? "retrying" : link instanceof Link.Failed ? "failed" : "idle";
    }

    private static String stateOf(TunnelState state) {
        if (state instanceof TunnelState.Up) {
            return "up";
        }
        if (state instanceof TunnelState.Unproved) {
            return "unproved";
        }
        if (state instanceof TunnelState.FarEndSilent) {
            return "silent";
        }
        if (state instanceof TunnelState.WaitingForSession) {
            return "waiting";
        }
        return state instanceof TunnelState.Failed ? "failed" : state instanceof TunnelState.Off ? "off" : "opening";
    }

    private static String reasonOf(TunnelStatus status) {
        if (status.state() instanceof TunnelState.Failed failed) {
            return failed.why() + (failed.advice().isEmpty() ? "" : ". " + failed.advice());
        }
        return status.state() instanceof TunnelState.FarEndSilent silent ? silent.why() : "";
    }
}
