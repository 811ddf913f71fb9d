package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The links of all hosts: which are wanted, over which shared sessions they go, and what each one's state is. Lives on the
 * engine's thread; no method blocks.
 */
public final class Links {

    private final LinkTools tools;
    private final LinkListener listener;
    private final Wishes wishes = new Wishes();
    private final NodePool pool;
    private final TripReader trips;
    private final WakeWatch wakes;
    private final LinkBoard board;
    private long plans;

    public Links(LinkTools tools, LinkListener listener) {
        this.tools = tools;
        this.listener = listener;
        this.pool = new NodePool(tools, new Notifier());
        this.trips = new TripReader(tools, pool, this::publish);
        this.wakes = new WakeWatch(tools, pool, this::woken);
        this.board = new LinkBoard(pool, wishes, listener, this::settled);
    }

    /** Wants a host; where its link waits or has stopped, tries at once. */
    public void connect(HostAlias host, Caller caller) {
        board.settle(() -> {
            Optional<Node> target = wishes.planned(host)
                    .map(Wish.Planned::target)
                    .filter(node -> !(node.state() instanceof NodeState.Stopped));
            if (target.isPresent()) {
                target.get().want(host, caller);
                return;
            }
            // The configuration may lead elsewhere by now.
            wishes.forget(host);
            long plan = ++plans;
            wishes.put(host, new Wish.Planning(plan, caller));
            tools.blocking()
                    .execute(() -> plan(host, planned -> tools.engine().execute(() -> planned(host, plan, planned))));
        });
    }

    /**
     * Makes a host's session again by the way that the configuration has for it now; with a gateway those behind it, which
     * would not survive. Until all is planned everything stays, and so does a host for which no way can be found.
     *
     * @param caller who may be asked
     */
    public void reconnect(HostAlias host, Caller caller) {
        board.settle(() -> {
            Set<HostAlias> concerned = concerned(host);
            if (!concerned.isEmpty()) {
                replan(host, concerned, caller);
            }
            boolean wanted = wishes.of(host).isPresent();
            if (wishes.planned(host).isEmpty() && (wanted || concerned.isEmpty())) {
                pool.named(host).filter(node -> node.lingering().isPresent()).forEach(Node::close);
                connect(host, caller);
            }
        });
    }

    /** Ends a host's link, with everything that goes through it. */
    public void disconnect(HostAlias host) {
        board.settle(() -> {
            pool.named(host).forEach(this::closeWithAllBehind);
            wishes.forget(host);
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
        board.settle(() -> {
            wishes.hosts().forEach(wishes::forget);
            pool.all().forEach(Node::close);
        });
        trips.end();
        wakes.end();
    }

    /** A host's link as it is now. */
    public Link link(HostAlias host) {
        return board.link(host);
    }

    /** Every host with a link that is not idle. */
    public Map<HostAlias, Link> links() {
        return board.links();
    }

    /** The hosts whose tunnels have a session. */
    public List<HostAlias> connected() {
        return board.connected();
    }

    /** The way of every host that is wanted, as it was planned. */
    public Map<HostAlias, Route> routes() {
        Map<HostAlias, Route> routes = new LinkedHashMap<>();
        wishes.hosts().forEach(host -> wishes.planned(host).ifPresent(wish -> routes.put(host, wish.route())));
        return routes;
    }

    /** The hosts for which a way, or another way, is being planned. */
    public Set<HostAlias> planning() {
        return wishes.hosts().stream()
                .filter(host -> wishes.planned(host)
                        .map(wish -> wish.replan() != 0)
                        .orElseGet(() -> wishes.of(host).orElseThrow() instanceof Wish.Planning))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void closeWithAllBehind(Node node) {
        node.behind().forEach(this::closeWithAllBehind);
        node.users().forEach(wishes::drop);
        List.copyOf(node.users()).forEach(node::release);
        node.close();
    }

    /** What came of planning. */
    private sealed interface Plan {

        record Found(Route route) implements Plan {}

        record Refused(Failure why) implements Plan {}
    }

    /** A bug is told as a failure, and then thrown. */
    private void plan(HostAlias host, Consumer<Plan> then) {
        try {
            then.accept(new Plan.Found(tools.planner().plan(host)));
        } catch (SshException e) {
            then.accept(new Plan.Refused(e.failure()));
        } catch (RuntimeException | Error e) {
            then.accept(new Plan.Refused(AttemptRun.bug(host, e)));
            throw e;
        }
    }

    private void planned(HostAlias host, long plan, Plan came) {
        board.settle(() -> wishes.planning(host, plan).ifPresent(wish -> {
            if (came instanceof Plan.Found found) {
                List<Node> way = pool.along(found.route());
                Node target = way.get(way.size() - 1);
                wishes.put(host, new Wish.Planned(target, found.route(), 0));
                listener.planned(host);
                target.want(host, wish.caller());
            } else if (came instanceof Plan.Refused refused) {
                wishes.put(
                        host,
                        new Wish.Unplannable(
                                new Link.Failed(refused.why(), tools.timers().now())));
                listener.note(Optional.of(host), refused.why().why());
            }
        }));
    }

    /** The hosts that share a session with this one or go through it, so far as they have a way. */
    private Set<HostAlias> concerned(HostAlias host) {
        Set<HostAlias> concerned = new LinkedHashSet<>(Set.of(host));
        wishes.planned(host).ifPresent(wish -> concerned.addAll(wish.target().users()));
        pool.named(host).forEach(node -> concerned.addAll(node.users()));
        concerned.removeIf(one -> wishes.planned(one).isEmpty());
        return concerned;
    }

    private void replan(HostAlias asked, Set<HostAlias> concerned, Caller caller) {
        long plan = ++plans;
        concerned.forEach(host -> wishes.planned(host).ifPresent(wish -> wishes.put(host, wish.replanning(plan))));
        tools.blocking().execute(() -> {
            Map<HostAlias, Plan> came = new LinkedHashMap<>();
            try {
                concerned.forEach(host -> plan(host, each -> came.put(host, each)));
            } finally {
                tools.engine().execute(() -> replanned(new Replan(asked, concerned, plan, caller), came));
            }
        });
    }

    /** Whom a plan of other ways is for. */
    private record Replan(HostAlias asked, Set<HostAlias> concerned, long plan, Caller caller) {}

    /** @param came what came of each plan; a host may be missing where a bug has ended planning */
    private void replanned(Replan replan, Map<HostAlias, Plan> came) {
        board.settle(() -> {
            Replacement replacement = new Replacement(replan.asked(), pool);
            boolean off = came.get(replan.asked()) instanceof Plan.Refused;
            replan.concerned()
                    .forEach(host -> wishes.replanning(host, replan.plan()).ifPresent(wish -> {
                        wishes.put(host, wish.replanning(0));
                        if (came.get(host) instanceof Plan.Refused refused) {
                            listener.notReplanned(host, refused.why());
                        } else if (came.get(host) instanceof Plan.Found found && !off) {
                            replacement.add(host, wish, found.route());
                        }
                    }));
            replacement.carryOut(wishes, replan.caller()).forEach(listener::planned);
        });
    }

    /** What could not be done while this machine slept is done at once. */
    private void woken(Duration sleep) {
        listener.note(
                Optional.empty(),
                "this machine slept for " + sleep.toSeconds() + " s, or its clock was set: every session is asked");
        board.settle(() -> pool.all().forEach(Node::wake));
    }

    private void settled() {
        trips.reconsider();
        wakes.reconsider();
    }

    private void publish() {
        board.publish();
    }

    private final class Notifier implements NodeNotifier {
        @Override
        public void changed() {
            publish();
        }

        @Override
        public void note(HostAlias hop, String line) {
            listener.note(Optional.of(hop), line);
        }
    }
}
