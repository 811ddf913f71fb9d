package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes hosts from the ways they went to others, on somebody's request. A host's own session is made again, and so is that
 * of a gateway whose settings have changed; what others use stays, unless it is the very host that was asked for.
 */
final class Replacement {

    private final HostAlias asked;
    private final NodePool pool;
    private final Map<HostAlias, Change> changes = new LinkedHashMap<>();

    /** From one way to another. */
    private record Change(Wish.Planned before, Route route, List<Node> way) {

        Node target() {
            return way.get(way.size() - 1);
        }
    }

    /** @param asked the host that is to be reconnected, which may be the gateway of the others */
    Replacement(HostAlias asked, NodePool pool) {
        this.asked = asked;
        this.pool = pool;
    }

    void add(HostAlias host, Wish.Planned before, Route route) {
        changes.put(host, new Change(before, route, pool.along(route)));
    }

    /** Does it, and sets the wishes; gives the hosts that have changed. */
    Set<HostAlias> carryOut(Wishes wishes, Caller caller) {
        Set<Node> again = again();
        again.stream().filter(node -> !isBehindOneOf(again, node)).toList().forEach(node -> node.restart(caller));
        changes.forEach((host, change) -> {
            wishes.put(host, new Wish.Planned(change.target(), change.route(), 0));
            begin(host, change.target(), again, caller);
        });
        changes.forEach(Replacement::leave);
        return Set.copyOf(changes.keySet());
    }

    private Set<Node> again() {
        Set<Node> again = new LinkedHashSet<>();
        changes.values().forEach(change -> {
            List<Node> way = change.way();
            for (int i = 0; i < way.size(); i++) {
                if (isDue(change, i)) {
                    again.add(way.get(i));
                }
            }
        });
        return again;
    }

    private boolean isDue(Change change, int place) {
        Node node = change.way().get(place);
        if (node.state() instanceof NodeState.Idle) {
            return false;
        }
        boolean others = !changes.keySet().containsAll(node.users());
        return node.alias().equals(asked) || (!others && (node == change.target() || hasChanged(change, place)));
    }

    private static boolean hasChanged(Change change, int place) {
        Hop now = change.route().hops().get(place);
        return change.before().route().hops().stream()
                .filter(hop -> hop.alias().equals(now.alias()))
                .anyMatch(hop -> !RouteChanges.ofHop(hop, now).isEmpty());
    }

    private static boolean isBehindOneOf(Set<Node> nodes, Node node) {
        return gatewaysOf(node).stream().anyMatch(nodes::contains);
    }

    private static List<Node> gatewaysOf(Node node) {
        List<Node> gateways = new ArrayList<>();
        node.gateway().ifPresent(gateway -> {
            gateways.add(gateway);
            gateways.addAll(gatewaysOf(gateway));
        });
        return gateways;
    }

    /** One that is made again is on its way already. */
    private static void begin(HostAlias host, Node target, Set<Node> again, Caller caller) {
        boolean made = again.contains(target) || isBehindOneOf(again, target);
        boolean resting = target.state() instanceof NodeState.Idle || target.state() instanceof NodeState.Stopped;
        if (made && !resting) {
            target.take(host);
        } else {
            target.want(host, caller);
        }
    }

    private static void leave(HostAlias host, Change change) {
        Node old = change.before().target();
        if (old != change.target()) {
            List<Node> gateways = gatewaysOf(old);
            old.release(host);
            gateways.stream().filter(node -> node.lingering().isPresent()).forEach(Node::close);
        }
    }
}
