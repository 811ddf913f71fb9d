package dev.rwtui.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.Connector.Prompting;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Step;
import dev.rwtui.testing.FakeSession;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.testing.Stepped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.stream.Stream;

/**
 * Links over a network that does what the test says, one step at a time, on the test's own thread. {@code cued} is the
 * gateway of {@code direwolf} and {@code gpu07}; {@code alone} is reached directly.
 */
final class LinksRig {

    static final HostAlias CUED = new HostAlias("cued");
    static final HostAlias DIREWOLF = new HostAlias("direwolf");
    static final HostAlias GPU07 = new HostAlias("gpu07");
    static final HostAlias ALONE = new HostAlias("alone");

    private final Stepped engine = new Stepped();
    private final FakeTimers timers = new FakeTimers();
    private final HeldConnector connector = new HeldConnector();
    private final List<FakeSession> sessions = new ArrayList<>();
    private final Map<HostAlias, Link> told = new TreeMap<>();
    private final Set<String> up = new LinkedHashSet<>();
    private final List<String> planned = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final PlannedWays ways = new PlannedWays();
    private final Links links = new Links(
            new LinkTools(
                    connector,
                    ways,
                    (host, hop, ask, cancellation) -> new Answer.No(),
                    engine,
                    connector::run,
                    timers,
                    new Backoff(() -> 0.5),
                    Duration.ofMinutes(10)),
            new Told());

    Links links() {
        return links;
    }

    void connect(HostAlias host) {
        links.connect(host, new Caller(Prompting.ALLOWED, Optional.empty(), Caller.Occasion.REQUEST));
        settle();
    }

    /** Connects a host and every hop before it; gives the calls, outermost first. */
    Call[] up(HostAlias host) {
        connect(host);
        return PlannedWays.hops(host).stream()
                .map(hop -> {
                    Call call = call(hop);
                    call.connects();
                    return call;
                })
                .toArray(Call[]::new);
    }

    /** What the configuration says from now on, before all else. */
    void configure(String lines) {
        ways.configure(lines);
    }

    void reconnect(HostAlias host) {
        links.reconnect(host, new Caller(Prompting.ALLOWED, Optional.empty(), Caller.Occasion.REQUEST));
        settle();
    }

    /** The hosts for which a way was planned since this was asked last, and those for which none could be, with the reason. */
    List<String> plansTold() {
        List<String> all = Stream.concat(planned.stream(), refused.stream()).toList();
        planned.clear();
        refused.clear();
        return all;
    }

    void unplannable(HostAlias host, String why) {
        ways.refuse(host, why);
    }

    /** Planning this host meets a bug. */
    void buggy(HostAlias host) {
        ways.meetBug(host);
    }

    /** The attempts that wait for the test to decide. */
    List<Call> held() {
        settle();
        return List.copyOf(connector.calls);
    }

    void decide(Call call, Optional<Failure> failure) {
        connector.calls.remove(call);
        failure.ifPresentOrElse(call::fails, call::connects);
    }

    /** Until nothing is left to do but what the test has to decide. */
    void settle() {
        do {
            engine.runAll();
            connector.awaitHeld();
        } while (!engine.isIdle());
    }

    void advance(Duration duration) {
        settle();
        timers.advance(duration);
        settle();
    }

    /** The machine sleeps, and has been awake again for long enough to notice. */
    void sleep(Duration duration) {
        timers.sleep(duration);
        advance(Duration.ofSeconds(3));
    }

    /** The process has no turn for so long. */
    void stall(Duration duration) {
        timers.stall(duration);
        advance(Duration.ZERO);
    }

    /** The attempt at this hop, which must be under way; attempts at several hops have no order. */
    Call call(String hop) {
        settle();
        Optional<Call> held = connector.calls.stream()
                .filter(call -> call.hop.alias().value().equals(hop))
                .findFirst();
        assertThat(held).as("an attempt at " + hop).isPresent();
        connector.calls.remove(held.orElseThrow());
        return held.orElseThrow();
    }

    void noMoreCalls() {
        settle();
        assertThat(connector.calls).isEmpty();
    }

    /** The link as it was last told; idle where nothing was. */
    Link link(HostAlias host) {
        settle();
        assertThat(links.link(host)).isEqualTo(told.getOrDefault(host, new Link.Idle()));
        return links.link(host);
    }

    Set<String> upSessions() {
        return up;
    }

    List<FakeSession> openSessions() {
        return sessions.stream().filter(FakeSession::isOpen).toList();
    }

    /** What was noted of no host in particular. */
    List<String> notes() {
        return notes;
    }

    int timersPending() {
        return timers.pending();
    }

    /** One attempt that the test decides. */
    final class Call {

        private final Hop hop;
        private final Connector.Carrier carrier;
        private final Connector.Attempt attempt;
        private final FakeSession session;
        private final CompletableFuture<Optional<Failure>> outcome = new CompletableFuture<>();

        Call(Hop hop, Connector.Carrier carrier, Connector.Attempt attempt) {
            this.hop = hop;
            this.carrier = carrier;
            this.attempt = attempt;
            this.session = new FakeSession(hop.alias());
        }

        Hop settings() {
            return hop;
        }

        HostAlias hop() {
            return hop.alias();
        }

        Connector.Carrier carrier() {
            return carrier;
        }

        Connector.Attempt attempt() {
            return attempt;
        }

        FakeSession session() {
            return session;
        }

        void reached(Step step) {
            attempt.reached(step);
            settle();
        }

        void connects() {
            sessions.add(session);
            end(Optional.empty());
        }

        void fails(Failure failure) {
            end(Optional.of(failure));
        }

        private void end(Optional<Failure> failure) {
            connector.busy.register();
            outcome.complete(failure);
            settle();
        }
    }

    /** Holds each attempt on a thread of its own until the test decides; knows exactly when all are held. */
    private final class HeldConnector implements Connector {

        final Queue<Call> calls = new ConcurrentLinkedQueue<>();
        final Phaser busy = new Phaser(1);

        void run(Runnable task) {
            busy.register();
            Thread thread = new Thread(
                    () -> {
                        try {
                            task.run();
                        } catch (IllegalStateException e) {
                            assertThat(e).hasMessage(PlannedWays.BUG);
                        } finally {
                            busy.arriveAndDeregister();
                        }
                    },
                    "test-attempt");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public SshSession connect(Hop hop, Carrier carrier, Attempt attempt) throws SshException {
            Call call = new Call(hop, carrier, attempt);
            calls.add(call);
            busy.arriveAndDeregister();
            Optional<Failure> failure = call.outcome.join();
            if (failure.isPresent()) {
                throw new SshException(failure.get());
            }
            return call.session;
        }

        void awaitHeld() {
            busy.arriveAndAwaitAdvance();
        }
    }

    /** Remembers what was told last. */
    private final class Told implements LinkListener {

        @Override
        public void linkChanged(HostAlias host, Link link) {
            told.put(host, link);
        }

        @Override
        public void planned(HostAlias host) {
            planned.add(host.value());
        }

        @Override
        public void notReplanned(HostAlias host, Failure why) {
            refused.add(host + ": " + why.why());
        }

        @Override
        public void sessionUp(HostAlias host, SshSession session) {
            assertThat(up.add(host.value())).as("told once: up " + host).isTrue();
        }

        @Override
        public void sessionLost(HostAlias host) {
            assertThat(up.remove(host.value())).as("told once: lost " + host).isTrue();
        }

        @Override
        public void note(Optional<HostAlias> host, String line) {
            if (host.isEmpty()) {
                notes.add(line);
            }
        }
    }
}
