package dev.rwtui.ssh;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.HostEntry;
import dev.rwtui.ssh.config.Proxy;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.config.Value;
import dev.rwtui.ssh.model.HostSummary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The hosts of a configuration as they are listed. */
public final class HostSummaries {

    private final SshConfig config;
    private final ConfiguredRoutes routes;

    private HostSummaries(SshConfig config) {
        this.config = config;
        this.routes = new ConfiguredRoutes(() -> config);
    }

    /** Every host that the configuration names, in its order; those that cannot be resolved with the reason. */
    public static List<HostSummary> of(SshConfig config) {
        HostSummaries summaries = new HostSummaries(config);
        List<HostSummary> machines =
                config.hosts().stream().map(summaries::summary).toList();
        Set<HostAlias> ways = new HashSet<>();
        machines.forEach(machine -> ways.addAll(machine.gateways()));
        return machines.stream()
                .map(machine ->
                        ways.contains(machine.alias()) && machine.forwards().isEmpty()
                                ? machine.serving(HostSummary.Role.GATEWAY)
                                : machine)
                .toList();
    }

    private HostSummary summary(HostEntry entry) {
        try {
            Route route = routes.plan(entry.alias());
            return summary(entry, route);
        } catch (SshException e) {
            return HostSummary.of(entry.alias(), "", new Endpoint(entry.alias().value(), ResolvedHost.DEFAULT_PORT))
                    .described(entry.description())
                    .refused(e.failure().why());
        }
    }

    private HostSummary summary(HostEntry entry, Route route) {
        ResolvedHost host = route.target().host();
        List<HostAlias> gateways = route.hops().stream()
                .limit(route.hops().size() - 1L)
                .map(Hop::alias)
                .toList();
        return HostSummary.of(
                        entry.alias(),
                        host.user().value(),
                        new Endpoint(host.hostName().value(), host.port().value()))
                .described(entry.description())
                .via(gateways)
                .forwarding(host.localForwards().stream().map(Value::value).toList())
                .remarking(remarks(host));
    }

    private List<String> remarks(ResolvedHost host) {
        List<String> remarks = new ArrayList<>();
        host.unsupportedForwards()
                .forEach(forward -> remarks.add("LocalForward " + forward.value() + " ("
                        + forward.origin().words() + ") is not opened: only TCP ports are."));
        if (host.proxy().value() instanceof Proxy.Command command) {
            remarks.add("Reached through a process of its own: " + command.line());
        }
        config.unserved(host.alias())
                .forEach(line ->
                        remarks.add(line.value() + " (" + line.origin().words() + ") has no effect in rwtui yet."));
        return remarks;
    }
}
