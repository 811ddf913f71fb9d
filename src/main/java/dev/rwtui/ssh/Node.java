package dev.rwtui.ssh;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Failure;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Supervises one session: connects it while somebody needs it, after its gateway, again after it was lost. Several hosts
 * may need the same one. Lives on the engine's thread; blocking work goes out as an {@link AttemptRun} and comes back with
 * the generation it belongs to, so that a late answer changes nothing.
 */
final class Node {

    /** A session that held this long was no false start: the next loss counts from one again. */
    private static final Duration STABLE = Duration.ofSeconds(60);

    private Hop hop;
    private final Approach approach;
    private final LinkTools tools;
    private final Consumer<String> log;
    private final Runnable changed;
    private final Set<HostAlias> targets = new LinkedHashSet<>();
    private final Set<Node> behind = new LinkedHashSet<>();
    private NodeState state = new NodeState.Idle();
    private final Stay stay;
    private final Alarm retry;
    private Caller caller = new Caller(Connector.Prompting.REFUSED, Optional.empty(), Caller.Occasion.RETRY);
    private long generation;
    private int failures;

    Node(Hop hop, Approach approach, LinkTools tools, NodeNotifier notifier) {
        this.hop = hop;
        this.approach = approach;
        this.tools = tools;
        this.log = line -> notifier.note(alias(), line);
        this.changed = notifier::changed;
        this.stay = new Stay(tools);
        this.retry = new Alarm(tools);
    }

    HostAlias alias() {
        return hop.alias();
    }

    /** What the configuration says of it by now counts from the next attempt on. */
    void revise(Hop fresh) {
        hop = fresh.alias().equals(alias()) ? fresh : hop;
    }

    NodeState state() {
        return state;
    }

    Optional<Node> gateway() {
        return approach.gateway();
    }

    Optional<Lingering> lingering() {
        return stay.lingering();
    }

    /** The hosts for which this session is the way or the end of it. */
    Set<HostAlias> users() {
        Set<HostAlias> users = new LinkedHashSet<>(targets);
        behind.forEach(node -> users.addAll(node.users()));
        return users;
    }

    Set<Node> behind() {
        return Set.copyOf(behind);
    }

    /** A host wants this session as its own; where it waits or has stopped, it tries at once. */
    void want(HostAlias host, Caller by) {
        targets.add(host);
        urge(by);
    }

    /** A host does not want it any more. */
    void release(HostAlias host) {
        if (targets.remove(host) && !needed()) {
            close();
        }
    }

    /** A host that wants it already is one of its hosts from now on; nothing else happens. */
    void take(HostAlias host) {
        targets.add(host);
    }

    /** Ends session, attempt and waiting; what lies behind it has been closed before. */
    void close() {
        end("disconnected");
        become(new NodeState.Idle());
        gateway().ifPresent(node -> node.leave(this));
    }

    /** Makes the session again, on somebody's request, by the settings as they are now; and then what lies behind it. */
    void restart(Caller by) {
        interrupt(by);
        begin();
    }

    /** This machine has slept: what waits tries at once, and a session has to show that it is still there. */
    void wake() {
        if (stay.isOverdue()) {
            close();
        } else if (state instanceof NodeState.Up up) {
            up.session().probe();
        } else if (state instanceof NodeState.Backoff) {
            failures = 0;
            begin();
        }
    }

    private void interrupt(Caller by) {
        end("the session is made again");
        caller = by;
        failures = 0;
        List.copyOf(behind).forEach(node -> node.standBy(by));
    }

    /** Its gateway is made again, and then it is this one's turn. */
    private void standBy(Caller by) {
        interrupt(by);
        become(new NodeState.Waiting());
    }

    private void end(String word) {
        generation++;
        stay.end();
        retry.cancel();
        if (state instanceof NodeState.Connecting connecting) {
            connecting.cancellation().cancel();
        }
        if (state instanceof NodeState.Up up) {
            up.session().close();
            log.accept(word);
        }
    }

    private boolean needed() {
        return !targets.isEmpty() || !behind.isEmpty();
    }

    /** A request gets a waiting or stopped session going at once; a retry waits for whatever that session waits for. */
    private void urge(Caller by) {
        stay.end();
        if (state instanceof NodeState.Waiting || state instanceof NodeState.Connecting) {
            caller = by.requested() ? by : caller;
            gateway().filter(node -> state instanceof NodeState.Waiting).ifPresent(node -> node.urge(by));
        } else if (state instanceof NodeState.Idle || (by.requested() && !(state instanceof NodeState.Up))) {
            caller = by;
            failures = 0;
            begin();
        }
    }

    private void begin() {
        retry.cancel();
        boolean barred = approach.isBarred();
        if (barred) {
            become(new NodeState.Waiting());
        }
        gateway().ifPresent(node -> node.enter(this, caller));
        if (!barred) {
            attempt();
        }
    }

    private void enter(Node node, Caller by) {
        if (state instanceof NodeState.Stopped stopped && !by.requested()) {
            node.stop(stopped.cause());
            return;
        }
        behind.add(node);
        urge(by);
    }

    private void leave(Node node) {
        if (behind.remove(node) && !needed()) {
            if (state instanceof NodeState.Up) {
                linger();
            } else if (!(state instanceof NodeState.Stopped)) {
                close();
            }
        }
    }

    private void linger() {
        stay.begin(this::close);
        log.accept("nobody uses this gateway now; its session stays for "
                + tools.linger().toMinutes() + " min");
        changed.run();
    }

    private void attempt() {
        generation++;
        Cancellation cancellation = new Cancellation();
        become(new NodeState.Connecting(cancellation, approach.firstStep()));
        HostAlias asker = users().stream().findFirst().orElse(alias());
        Connector.Carrier carrier = approach.carrier();
        Caller by = caller;
        caller = caller.inBackground();
        AttemptRun run = new AttemptRun(tools, asker, hop, by, cancellation, reports(generation));
        tools.blocking().execute(() -> run.connect(carrier));
    }

    private void become(NodeState next) {
        state = next;
        changed.run();
    }

    private void connected(SshSession session) {
        long at = generation;
        become(new NodeState.Up(session, tools.timers().now()));
        log.accept("connected: " + session.facts().serverVersion() + ", "
                + session.facts().cipher());
        session.onEnd(failure -> tools.engine().execute(() -> ended(at, failure)));
        List.copyOf(behind).forEach(Node::gatewayUp);
    }

    private void gatewayUp() {
        if (state instanceof NodeState.Waiting) {
            attempt();
        }
    }

    private void ended(long at, Failure failure) {
        if (at != generation || !(state instanceof NodeState.Up up)) {
            return;
        }
        log.accept("lost: " + failure.why());
        if (Duration.between(up.since(), tools.timers().now()).compareTo(STABLE) >= 0) {
            failures = 0;
        }
        generation++;
        stay.end();
        if (needed()) {
            retryLater(failure);
        } else {
            become(new NodeState.Idle());
            gateway().ifPresent(node -> node.leave(this));
        }
    }

    private void failed(Failure failure) {
        if (failure.kind() == Failure.Kind.ANSWER_NEEDED && caller.attended()) {
            attempt();
        } else if (failure.kind().healsByItself()) {
            retryLater(failure);
        } else {
            stop(failure);
        }
    }

    /** Whoever asked while the attempt was under way has had it: what follows is nobody's request. */
    private void retryLater(Failure cause) {
        caller = caller.inBackground();
        failures++;
        Duration delay = tools.backoff().before(failures);
        retry.set(delay, this::begin);
        become(new NodeState.Backoff(cause, failures, tools.timers().now().plus(delay)));
    }

    private void stop(Failure cause) {
        generation++;
        become(new NodeState.Stopped(cause, tools.timers().now()));
        List.copyOf(behind).stream()
                .filter(node -> node.state instanceof NodeState.Waiting)
                .forEach(node -> node.stop(cause));
        gateway().ifPresent(node -> node.leave(this));
    }

    /** From any thread: does the one while the attempt of that generation is under way, the other once it is not. */
    private void inAttempt(long of, Consumer<NodeState.Connecting> whileCurrent, Runnable tooLate) {
        tools.engine().execute(() -> {
            if (of == generation && state instanceof NodeState.Connecting connecting) {
                whileCurrent.accept(connecting);
            } else {
                tooLate.run();
            }
        });
    }

    private AttemptRun.Reports reports(long of) {
        return new AttemptRun.Reports(
                step -> inAttempt(
                        of, connecting -> become(new NodeState.Connecting(connecting.cancellation(), step)), () -> {}),
                session -> inAttempt(of, connecting -> connected(session), session::close),
                failure -> inAttempt(of, connecting -> failed(failure), () -> {}),
                line -> tools.engine().execute(() -> log.accept(line)));
    }
}
