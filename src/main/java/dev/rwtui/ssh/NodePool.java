package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The sessions that there are, by what makes two the same. On the engine's thread alone. */
final class NodePool {

    private final LinkTools tools;
    private final NodeNotifier notifier;
    private final Map<SessionKey, Node> nodes = new LinkedHashMap<>();

    NodePool(LinkTools tools, NodeNotifier notifier) {
        this.tools = tools;
        this.notifier = notifier;
    }

    /** The nodes of a way, outermost first; those that are there already go by its settings from their next attempt on. */
    List<Node> along(Route route) {
        List<SessionKey> keys = SessionKey.along(route);
        List<Node> way = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Hop hop = route.hops().get(i);
            Optional<Node> before = way.isEmpty() ? Optional.empty() : Optional.of(way.get(i - 1));
            Node node = nodes.computeIfAbsent(
                    keys.get(i), key -> new Node(hop, new Approach(key.command(), before), tools, notifier));
            node.revise(hop);
            way.add(node);
        }
        return way;
    }

    /** In the order in which they were first needed. */
    List<Node> all() {
        return List.copyOf(nodes.values());
    }

    Stream<Node> named(HostAlias host) {
        return all().stream().filter(node -> node.alias().equals(host));
    }

    /** A gateway stays as long as a node behind it does: that node would go on using it. */
    void dropIdle() {
        Set<Node> gateways = new HashSet<>();
        nodes.values().forEach(node -> node.gateway().ifPresent(gateways::add));
        nodes.values().removeIf(node -> node.state() instanceof NodeState.Idle && !gateways.contains(node));
    }
}
