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
import dev.rwtui.ssh.model.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Routes as {@code ssh} would take them with the configuration as it is now: ssh_config(5), {@code ProxyJump} and
 * {@code ProxyCommand}. Only the first jump of a chain is reached by its own configured proxy; each later one is reached
 * through the jump before it.
 */
public final class ConfiguredRoutes implements RoutePlanner {

    /** Deeper nesting than anybody has: names that grow with each jump ({@code ProxyJump x%h}) never repeat. */
    private static final int MAX_HOPS = 16;

    private static final String ADVICE = "Correct the configuration, then connect again.";

    private final Supplier<SshConfig> current;

    /**
     * Plans with whatever configuration is current.
     *
     * @param current gives the configuration as last read; asked once per plan
     */
    public ConfiguredRoutes(Supplier<SshConfig> current) {
        this.current = current;
    }

    @Override
    public Route plan(HostAlias host) throws SshException {
        return plan(host, Overrides.NONE);
    }

    /**
     * Like {@link #plan(HostAlias)}.
     *
     * @param more options that come before all others, for this host alone
     */
    public Route plan(HostAlias host, Overrides more) throws SshException {
        SshConfig config = current.get();
        try {
            Way way = new Way();
            way.reach(new Stop(config, config.resolve(host, more), more), Optional.empty());
            return new Route(way.command, way.hops);
        } catch (ConfigurationException e) {
            String why = e.problems().get(0).toString();
            throw new SshException(new Failure(Failure.Kind.CONFIGURATION, host, why, ADVICE), e);
        }
    }

    /** A host on the way, and the configuration that it was looked up in. */
    private record Stop(SshConfig config, ResolvedHost host, Overrides overrides) {

        boolean isSameAs(Stop other) {
            return config == other.config
                    && host.alias().equals(other.host.alias())
                    && overrides.equals(other.overrides);
        }
    }

    /** Grows from the far end: to reach a host, first reach what stands before it. */
    private static final class Way {

        private final List<Hop> hops = new ArrayList<>();
        private final List<Stop> open = new ArrayList<>();
        private Optional<String> command = Optional.empty();

        void reach(Stop stop, Optional<Endpoint> instead) throws ConfigurationException {
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

        private static Stop next(Stop from, Jump jump) throws ConfigurationException {
            SshConfig config = from.config().at(jump.configuration());
            if (jump.name().isEmpty()) {
                throw refusal(from.host(), "a jump has no name");
            }
            return new Stop(config, config.resolve(new HostAlias(jump.name()), jump.overrides()), jump.overrides());
        }

        private void add(ResolvedHost host, Optional<Endpoint> target) {
            hops.add(new Hop(
                    host,
                    target.orElseGet(() ->
                            new Endpoint(host.hostName().value(), host.port().value()))));
        }

        private void checkProgress(Stop stop) throws ConfigurationException {
            if (open.stream().anyMatch(stop::isSameAs)) {
                throw refusal(
                        open.get(open.size() - 1).host(),
                        "the jumps form a circle through " + stop.host().alias());
            }
            if (open.size() == MAX_HOPS) {
                throw refusal(
                        open.get(open.size() - 1).host(), "more than " + MAX_HOPS + " jumps, one within the other");
            }
        }

        private static ConfigurationException refusal(ResolvedHost host, String why) {
            return new ConfigurationException(List.of(Problem.at(host.proxy().origin(), why)));
        }
    }
}
