package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine has said so far: of each thing the highest revision.
 *
 * @param changes of the settings of hosts that are connected, since they were
 * @param log oldest first, at most {@value #LOG_LINES} lines
 */
public record Facts(
        Configuration configuration,
        Map<HostAlias, Revised<Link>> links,
        Map<TunnelId, Revised<TunnelStatus>> tunnels,
        Map<HostAlias, Revised<List<String>>> changes,
        Pythons pythons,
        Code code,
        Map<HostAlias, Revised<Machine>> machines,
        Syncs syncs,
        List<Event.LogLine> log) {

    public static final int LOG_LINES = 1000;

    public static final Facts NONE = new Facts(
            Configuration.UNREAD,
            Map.of(),
            Map.of(),
            Map.of(),
            Pythons.NONE,
            Code.NONE,
            Map.of(),
            Syncs.NONE,
            List.of());

    public Facts {
        links = Map.copyOf(links);
        tunnels = Map.copyOf(tunnels);
        changes = Map.copyOf(changes);
        machines = Map.copyOf(machines);
        log = List.copyOf(log);
    }

    /** Idle where nothing was ever said. */
    public Link link(HostAlias host) {
        Revised<Link> known = links.get(host);
        return known == null ? new Link.Idle() : known.value();
    }

    /** How the settings that a host's session was made with differ from those of the configuration, one sentence each. */
    public List<String> changes(HostAlias host) {
        Revised<List<String>> known = changes.get(host);
        return known == null ? List.of() : known.value();
    }

    /** Off where nothing was ever said. */
    public TunnelStatus tunnel(TunnelId id) {
        Revised<TunnelStatus> known = tunnels.get(id);
        return known == null
                ? new TunnelStatus(
                        id,
                        new TunnelState.Off(),
                        TunnelStatus.Traffic.NONE,
                        List.of(),
                        TunnelStatus.Protocol.UNKNOWN,
                        TunnelStatus.Checking.ON)
                : known.value();
    }

    /** The forwards of a host in the order of its configuration, then those that are open but no longer configured. */
    public List<TunnelId> tunnelsOf(HostSummary host) {
        List<TunnelId> all = new ArrayList<>();
        host.forwards().stream()
                .map(forward -> new TunnelId(host.alias(), forward))
                .distinct()
                .forEach(all::add);
        tunnels.values().stream()
                .map(Revised::value)
                .filter(status -> status.id().host().equals(host.alias()) && isOpen(status))
                .map(TunnelStatus::id)
                .filter(id -> !all.contains(id))
                .sorted(java.util.Comparator.comparingInt(
                                (TunnelId id) -> id.forward().port())
                        .thenComparing(TunnelId::toString))
                .forEach(all::add);
        return all;
    }

    /** Asked for and not given up: anything but off and failed. */
    public static boolean isOpen(TunnelStatus status) {
        return !(status.state() instanceof TunnelState.Off) && !(status.state() instanceof TunnelState.Failed);
    }

    /** Those of all hosts. */
    public List<TunnelStatus> openTunnels() {
        return tunnels.values().stream()
                .map(Revised::value)
                .filter(Facts::isOpen)
                .toList();
    }

    public boolean isNews(Event.LinkChanged e) {
        return isNews(links, e.host(), e.revision());
    }

    public boolean isNews(Event.TunnelChanged e) {
        return isNews(tunnels, e.status().id(), e.revision());
    }

    public boolean isNews(Event.SettingsChanged e) {
        return isNews(changes, e.host(), e.revision());
    }

    public Facts with(Event.RepositoryRead e) {
        return new Facts(configuration, links, tunnels, changes, pythons, code.with(e), machines, syncs, log);
    }

    public Facts with(Event.MappingRead e) {
        return new Facts(configuration, links, tunnels, changes, pythons, code.with(e), machines, syncs, log);
    }

    /** Empty where nothing was said. */
    public Optional<Machine> machine(HostAlias host) {
        return Optional.ofNullable(machines.get(host)).map(Revised::value);
    }

    public boolean isNews(Event.MachineAsked e) {
        return isNews(machines, e.host(), e.revision());
    }

    public Facts with(Event.MachineAsked e) {
        Machine machine = new Machine(e.facts(), e.failure());
        return new Facts(
                configuration,
                links,
                tunnels,
                changes,
                pythons,
                code,
                plus(machines, e.host(), new Revised<>(e.revision(), machine)),
                syncs,
                log);
    }

    public Facts with(Pythons known) {
        return new Facts(configuration, links, tunnels, changes, known, code, machines, syncs, log);
    }

    public Facts with(Syncs told) {
        return new Facts(configuration, links, tunnels, changes, pythons, code, machines, told, log);
    }

    static <K, V> boolean isNews(Map<K, Revised<V>> known, K key, long revision) {
        Revised<V> old = known.get(key);
        return old == null || revision > old.revision();
    }

    public Facts with(Configuration read) {
        return new Facts(read, links, tunnels, changes, pythons, code, machines, syncs, log);
    }

    public Facts with(Event.LinkChanged e) {
        return new Facts(
                configuration,
                plus(links, e.host(), new Revised<>(e.revision(), e.link())),
                tunnels,
                changes,
                pythons,
                code,
                machines,
                syncs,
                log);
    }

    public Facts with(Event.TunnelChanged e) {
        return new Facts(
                configuration,
                links,
                plus(tunnels, e.status().id(), new Revised<>(e.revision(), e.status())),
                changes,
                pythons,
                code,
                machines,
                syncs,
                log);
    }

    public Facts with(Event.SettingsChanged e) {
        return new Facts(
                configuration,
                links,
                tunnels,
                plus(changes, e.host(), new Revised<>(e.revision(), e.changes())),
                pythons,
                code,
                machines,
                syncs,
                log);
    }

    public Facts with(Event.LogLine line) {
        List<Event.LogLine> lines = new ArrayList<>(log);
        lines.add(line);
        return new Facts(
                configuration,
                links,
                tunnels,
                changes,
                pythons,
                code,
                machines,
                syncs,
                lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    static <K, V> Map<K, V> plus(Map<K, V> old, K key, V value) {
        Map<K, V> changed = new HashMap<>(old);
        changed.put(key, value);
        return changed;
    }
}
