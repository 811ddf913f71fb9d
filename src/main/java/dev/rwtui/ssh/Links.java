package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Timers;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The links of all hosts: which are wanted, over which shared sessions they go, and what each one's state is. Lives on the
 * engine's thread; no method blocks.
 */
public final class Links {

    /** How often the round-trip times that a person sees are read again; the session itself measures them. */
    private static final Duration TRIPS_READ_EVERY = Duration.ofSeconds(15);

    private static final Duration TRIPS_READ_FIRST = Duration.ofSeconds(1);

    private final LinkTools tools;
    private final LinkListener listener;
    private final Map<SessionKey, Node> nodes = new LinkedHashMap<>();
    private final Map<HostAlias, Wish> wishes = new LinkedHashMap<>();
    private final Map<HostAlias, Link> published = new LinkedHashMap<>();
    private final Map<HostAlias, SshSession> sessions = new LinkedHashMap<>();
    private final Node.Notifier notifier = new NodeNotifier();
    private long plans;
    private int quiet;
    private boolean stale;
    private Optional<Timers.Scheduled> tripsTimer = Optional.empty();

    public Links(LinkTools tools, LinkListener listener) {
        this.tools = tools;
        this.listener = listener;
    }

    /** Wants a host; where its link waits or has stopped, tries at once. */
    public void connect(HostAlias host, Caller caller) {
        settle(() -> {
            if (wishes.get(host) instanceof Wish.Planned planned
                    && !(planned.target().state() instanceof NodeState.Stopped)) {
                planned.target().want(host, caller);
                return;
            }
            // The configuration may lead elsewhere by now.
            forget(host);
            long plan = ++plans;
            wishes.put(host, new Wish.Planning(plan, caller));
            tools.blocking().execute(() -> plan(host, plan));
        });
    }

    /** Ends a host's link, with everything that goes through it. */
    public void disconnect(HostAlias host) {
        settle(() -> {
            nodes.values().stream()
                    .filter(node -> node.alias().equals(host))
                    .toList()
                    .forEach(this::closeWithAllBehind);
            forget(host);
        });
    }

    /** Gives up an attempt that is under way, or the wait for the next one. A link that is up stays. */
    public void cancel(HostAlias host) {
        if (!(link(host) instanceof Link.Up)) {
            disconnect(host);
        }
    }

    /** Ends everything. */
    public void close() {
        settle(() -> {
            List.copyOf(wishes.keySet()).forEach(this::forget);
            List.copyOf(nodes.values()).forEach(Node::close);
        });
        tripsTimer.ifPresent(Timers.Scheduled::cancel);
    }

    /** A host's link as it is now. */
    public Link link(HostAlias host) {
        return published.getOrDefault(host, new Link.Idle());
    }

    private void closeWithAllBehind(Node node) {
        node.behind().forEach(this::closeWithAllBehind);
        node.users().forEach(wishes::remove);
        List.copyOf(node.users()).forEach(node::release);
        node.close();
    }

    private void forget(HostAlias host) {
        if (wishes.remove(host) instanceof Wish.Planned planned) {
            planned.target().release(host);
        }
    }

    private void plan(HostAlias host, long plan) {
        try {
            Route route = tools.planner().plan(host);
            tools.engine().execute(() -> settle(() -> planned(host, plan, route)));
        } catch (SshException e) {
            tools.engine().execute(() -> settle(() -> unplannable(host, plan, e.failure())));
        } catch (RuntimeException | Error e) {
            Failure bug = AttemptRun.bug(host, e);
            tools.engine().execute(() -> settle(() -> unplannable(host, plan, bug)));
            throw e;
        }
    }

    private void planned(HostAlias host, long plan, Route route) {
        if (wishes.get(host) instanceof Wish.Planning wish && wish.plan() == plan) {
            Node target = nodeFor(route);
            wishes.put(host, new Wish.Planned(target));
            target.want(host, wish.caller());
        }
    }

    private void unplannable(HostAlias host, long plan, Failure failure) {
        if (wishes.get(host) instanceof Wish.Planning wish && wish.plan() == plan) {
            wishes.put(
                    host,
                    new Wish.Unplannable(new Link.Failed(failure, tools.timers().now())));
            listener.note(Optional.of(host), failure.why());
        }
    }

    private Node nodeFor(Route route) {
        List<SessionKey> keys = SessionKey.along(route);
        Optional<Node> gateway = Optional.empty();
        for (int i = 0; i < keys.size(); i++) {
            Hop hop = route.hops().get(i);
            Optional<Node> before = gateway;
            Node node =
                    nodes.computeIfAbsent(keys.get(i), key -> new Node(hop, key.command(), before, tools, notifier));
            node.revise(hop);
            gateway = Optional.of(node);
        }
        return gateway.orElseThrow();
    }

    /** Runs a change, then tells what came of it: nobody sees the states in between. */
    private void settle(Runnable change) {
        quiet++;
        try {
            change.run();
        } finally {
            quiet--;
        }
        publish();
    }

    private void publish() {
        if (quiet > 0) {
            stale = true;
            return;
        }
        do {
            stale = false;
            quiet++;
            try {
                publishAll();
            } finally {
                quiet--;
            }
        } while (stale);
        watchTrips();
    }

    private void publishAll() {
        Map<HostAlias, Link> links = new LinkedHashMap<>();
        known().forEach(host -> links.put(host, linkOf(host)));
        known().forEach(host -> publishSession(host));
        links.forEach(this::publishLink);
        dropIdleNodes();
    }

    /** A gateway stays as long as a node behind it does: that node would go on using it. */
    private void dropIdleNodes() {
        Set<Node> gateways = new HashSet<>();
        nodes.values().forEach(node -> node.gateway().ifPresent(gateways::add));
        nodes.values().removeIf(node -> node.state() instanceof NodeState.Idle && !gateways.contains(node));
    }

    private Set<HostAlias> known() {
        Set<HostAlias> known = new LinkedHashSet<>(published.keySet());
        known.addAll(wishes.keySet());
        nodes.values().forEach(node -> known.add(node.alias()));
        return known;
    }

    private void publishLink(HostAlias host, Link link) {
        if (!link.equals(published.put(host, link))) {
            listener.linkChanged(host, link);
        }
        if (link instanceof Link.Idle) {
            published.remove(host);
        }
    }

    private void publishSession(HostAlias host) {
        Optional<SshSession> now = sessionOf(host);
        SshSession before = sessions.get(host);
        if (before != null && !now.equals(Optional.of(before))) {
            sessions.remove(host);
            listener.sessionLost(host);
        }
        if (now.isPresent() && now.get() != before) {
            sessions.put(host, now.get());
            listener.sessionUp(host, now.get());
        }
    }

    private Optional<SshSession> sessionOf(HostAlias host) {
        return wishes.get(host) instanceof Wish.Planned planned
                        && planned.target().state() instanceof NodeState.Up up
                ? Optional.of(up.session())
                : Optional.empty();
    }

    private Link linkOf(HostAlias host) {
        Wish wish = wishes.get(host);
        if (wish instanceof Wish.Planned planned) {
            return LinkOfNode.read(planned.target());
        }
        if (wish instanceof Wish.Unplannable unplannable) {
            return unplannable.link();
        }
        if (wish instanceof Wish.Planning) {
            return new Link.Connecting(host, 1, 1, Step.RESOLVING);
        }
        return nodes.values().stream()
                .filter(node -> node.alias().equals(host))
                .findFirst()
                .map(LinkOfNode::read)
                .orElseGet(Link.Idle::new);
    }

    private void watchTrips() {
        boolean up = nodes.values().stream().anyMatch(node -> node.state() instanceof NodeState.Up);
        if (!up) {
            tripsTimer.ifPresent(Timers.Scheduled::cancel);
            tripsTimer = Optional.empty();
        } else if (tripsTimer.isEmpty()) {
            readTripsAfter(TRIPS_READ_FIRST);
        }
    }

    private void readTripsAfter(Duration delay) {
        tripsTimer.ifPresent(Timers.Scheduled::cancel);
        tripsTimer = Optional.of(tools.timers()
                .after(
                        delay,
                        () -> tools.engine().execute(() -> {
                            if (tripsTimer.isPresent()) {
                                boolean awaited = nodes.values().stream().anyMatch(Links::isAwaited);
                                readTripsAfter(awaited ? TRIPS_READ_FIRST : TRIPS_READ_EVERY);
                                publish();
                            }
                        })));
    }

    private static boolean isAwaited(Node node) {
        return node.state() instanceof NodeState.Up up
                ? up.session().roundTrip().isEmpty()
                : node.state() instanceof NodeState.Connecting;
    }

    private final class NodeNotifier implements Node.Notifier {
        @Override
        public void changed() {
            publish();
        }

        @Override
        public void note(HostAlias hop, String line) {
            listener.note(Optional.of(hop), line);
        }
    }

    /** Every host with a link that is not idle. */
    public Map<HostAlias, Link> links() {
        return new LinkedHashMap<>(published);
    }

    /** The hosts whose tunnels have a session. */
    public List<HostAlias> connected() {
        return new ArrayList<>(sessions.keySet());
    }
}
