package dev.rwtui.ssh;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.ConfigurationException;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.Problem;
import dev.rwtui.ssh.config.Proxy;
import dev.rwtui.ssh.config.Proxy.Jump;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.config.SshConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a route as {@code ssh} would take it: ssh_config(5), {@code ProxyJump} and {@code ProxyCommand}. It grows from the
 * far end: to reach a host, first reach what stands before it. Only the first jump of a chain is reached by its own
 * configured proxy; each later one is reached through the jump before it.
 */
final class Way {

    /** Deeper nesting than anybody has: names that grow with each jump ({@code ProxyJump x%h}) never repeat. */
    private static final int MAX_HOPS = 16;

    private final Lookups lookups;
    private final List<Hop> hops = new ArrayList<>();
    private final List<Stop> open = new ArrayList<>();
    private Optional<String> command = Optional.empty();

    private Way(Lookups lookups) {
        this.lookups = lookups;
    }

    /** How names are looked up. */
    interface Lookups {
        ResolvedHost resolve(SshConfig config, HostAlias alias, Overrides more) throws ConfigurationException;
    }

    /**
     * Finds the route to a host.
     *
     * @param more options that come before all others, for this host alone
     * @throws ConfigurationException where a name on the way is refused, or the jumps form a circle
     */
    static Route to(HostAlias host, Overrides more, SshConfig config, Lookups lookups) throws ConfigurationException {
        Way way = new Way(lookups);
        way.reach(new Stop(config, lookups.resolve(config, host, more), more), Optional.empty());
        return new Route(way.command, way.hops);
    }

    /** A host on the way, and the configuration that it was looked up in. */
    private record Stop(SshConfig config, ResolvedHost host, Overrides overrides) {

        boolean isSameAs(Stop other) {
            return config == other.config
                    && host.alias().equals(other.host.alias())
                    && overrides.equals(other.overrides);
        }
    }

    private void reach(Stop stop, Optional<Endpoint> instead) throws ConfigurationException {
        checkProgress(stop);
        open.add(stop);
        Optional<Endpoint> target = instead;
        if (stop.host().proxy().value() instanceof Proxy.Jumps jumps) {
            follow(stop, jumps);
            target = jumps.target().or(() -> instead);
        } else if (stop.host().proxy().value() instanceof Proxy.Command process) {
            command = Optional.of(process.line());
        }
        add(stop.host(), target);
    }

    private void follow(Stop from, Proxy.Jumps jumps) throws ConfigurationException {
        boolean first = true;
        for (Jump jump : jumps.jumps()) {
            Stop next = next(from, jump);
            if (first) {
                reach(next, Optional.empty());
            } else {
                add(next.host(), Optional.empty());
            }
            first = false;
        }
    }

    private Stop next(Stop from, Jump jump) throws ConfigurationException {
        SshConfig config = from.config().at(jump.configuration());
        if (jump.name().isEmpty()) {
            throw refusal(from.host(), "a jump has no name");
        }
        ResolvedHost host = lookups.resolve(config, new HostAlias(jump.name()), jump.overrides());
        return new Stop(config, host, jump.overrides());
    }

    private void add(ResolvedHost host, Optional<Endpoint> target) {
        hops.add(new Hop(
                host,
                target.orElseGet(
                        () -> new Endpoint(host.hostName().value(), host.port().value()))));
    }

    private void checkProgress(Stop stop) throws ConfigurationException {
        if (open.stream().anyMatch(stop::isSameAs)) {
            throw refusal(
                    open.get(open.size() - 1).host(),
                    "the jumps form a circle through " + stop.host().alias());
        }
        if (open.size() == MAX_HOPS) {
            throw refusal(open.get(open.size() - 1).host(), "more than " + MAX_HOPS + " jumps, one within the other");
        }
    }

    private static ConfigurationException refusal(ResolvedHost host, String why) {
        return new ConfigurationException(List.of(Problem.at(host.proxy().origin(), why)));
    }
}
