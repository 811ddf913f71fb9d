package dev.rwtui.tunnel;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelStatus;
import dev.rwtui.tunnel.model.TunnelStatus.Checking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All tunnels. Every method is called on the engine's thread and returns at once. Tunnels ask for no session themselves:
 * whoever opens one sees to it that its host is connected, and tells here what becomes of that.
 */
public final class Tunnels {

    private final Shared shared;
    private final Map<HostAlias, Door> doors = new LinkedHashMap<>();
    private final Map<TunnelId, Tunnel> tunnels = new LinkedHashMap<>();
    private Optional<HostAlias> looked = Optional.empty();

    /**
     * @param changes told each change, on the engine's thread: of a state at once, of traffic at most every 250 ms
     * @param notes told what belongs into the log, on the engine's thread
     */
    public Tunnels(Surroundings surroundings, Consumer<TunnelStatus> changes, Consumer<Note> notes) {
        this.shared = new Shared(surroundings, new Ports(), changes, notes);
    }

    /** What all tunnels have in common. */
    record Shared(Surroundings surroundings, Ports ports, Consumer<TunnelStatus> changes, Consumer<Note> notes) {}

    /** Begins to listen; no effect where it does already. A tunnel that has failed is tried again. */
    public void open(TunnelId id) {
        tunnel(id).open();
    }

    /** Stops listening and ends its connections. */
    public void close(TunnelId id) {
        existing(id).forEach(Tunnel::close);
    }

    public void closeAll(HostAlias host) {
        of(host).forEach(Tunnel::close);
    }

    /** Closes all: the engine ends. */
    public void closeAll() {
        List.copyOf(tunnels.values()).forEach(Tunnel::close);
    }

    public void setChecking(TunnelId id, Checking checking) {
        tunnel(id).check(checking);
    }

    /** Whose tunnels somebody looks at: only those are probed again and again. */
    public void look(Optional<HostAlias> host) {
        looked = host;
        tunnels.values().forEach(this::watch);
    }

    /** Closes a tunnel and drops all memory of it: the configuration names it no more. */
    public void forget(TunnelId id) {
        close(id);
        tunnels.remove(id);
    }

    /** Whether the host has a tunnel that somebody wants open: its session is needed. */
    public boolean isWanted(HostAlias host) {
        return of(host).anyMatch(Tunnel::isWanted);
    }

    /** Of every tunnel that was ever named and not forgotten, in that order. */
    public List<TunnelStatus> snapshot() {
        return tunnels.values().stream().map(Tunnel::status).toList();
    }

    /** The host is connected, or connected anew. */
    public void sessionUp(HostAlias host, SshSession session) {
        Door door = door(host);
        if (door.session().isPresent()) {
            sessionAway(host, Absence.RETRYING, "replaced by another session");
        }
        door.up(session, shared.surroundings().timers().now());
        of(host).forEach(Tunnel::sessionUp);
    }

    /**
     * The host has no session, or what becomes of its absence has changed: {@code RETRYING} also when an attempt begins.
     *
     * @param words why, one line
     */
    public void sessionAway(HostAlias host, Absence how, String words) {
        door(host).away(how, words, shared.surroundings().timers().now());
        of(host).forEach(Tunnel::sessionAway);
    }

    private Stream<Tunnel> existing(TunnelId id) {
        return Optional.ofNullable(tunnels.get(id)).stream();
    }

    private Stream<Tunnel> of(HostAlias host) {
        return List.copyOf(tunnels.values()).stream()
                .filter(tunnel -> tunnel.id().host().equals(host));
    }

    private Tunnel tunnel(TunnelId id) {
        Tunnel known = tunnels.get(id);
        if (known != null) {
            return known;
        }
        Tunnel fresh = new Tunnel(id, door(id.host()), shared);
        tunnels.put(id, fresh);
        watch(fresh);
        return fresh;
    }

    private void watch(Tunnel tunnel) {
        tunnel.watch(looked.filter(tunnel.id().host()::equals).isPresent() ? Tunnel.Watch.SEEN : Tunnel.Watch.UNSEEN);
    }

    private Door door(HostAlias host) {
        return doors.computeIfAbsent(host, key -> new Door(key, shared.surroundings()));
    }
}
