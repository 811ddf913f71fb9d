package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.platform.ThisMachine;
import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.Connector;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.Route;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.config.Watched;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.FakeSession;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.testing.Hosts;
import dev.rwtui.testing.MemoryStream;
import dev.rwtui.testing.Stepped;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What requests and faults of links come to for tunnels. {@code cued} is the gateway of {@code direwolf}. */
final class LocalEngineIT {

    private static final HostAlias CUED = new HostAlias("cued");
    private static final HostAlias DIREWOLF = new HostAlias("direwolf");

    private final Stepped engineThread = new Stepped();
    private final ExecutorService blocking = Executors.newCachedThreadPool();
    private final FakeTimers timers = new FakeTimers();
    private final Queue<Failure.Kind> faults = new ConcurrentLinkedQueue<>();
    private final Queue<FakeSession> sessions = new ConcurrentLinkedQueue<>();
    private final List<Notice> notices = new ArrayList<>();
    private TunnelId tunnel;
    private LocalEngine engine;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            tunnel = new TunnelId(
                    CUED, new LocalForward(Optional.empty(), free.getLocalPort(), new Endpoint("localhost", 80)));
        }
        engine = new LocalEngine(new EngineTools(
                this::connect,
                this::read,
                (watched, changed) -> {},
                new ThisMachine(Map.of("PATH", System.getenv("PATH"))),
                () -> new dev.rwtui.settings.Surroundings(Map.of(), Path.of("/nonexistent")),
                engineThread,
                blocking,
                timers,
                new Backoff(() -> 0.5),
                Duration.ofMinutes(10)));
        engine.subscribe(notices::add);
        await(() -> notices.stream().anyMatch(Notice.ConfigurationRead.class::isInstance));
    }

    @AfterEach
    void stop() throws InterruptedException {
        Thread closing = new Thread(() -> engine.close(Duration.ofSeconds(10)), "test-close");
        closing.start();
        await(() -> !closing.isAlive());
        blocking.shutdown();
        await(blocking::isTerminated);
        assertThat(sessions).noneMatch(FakeSession::isOpen);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void aTunnelOfAGatewayThatIsUpForOthersGetsItsSession() {
        submit(new Request.Connect(DIREWOLF, Request.Forwards.NONE));
        await(() -> link(DIREWOLF) instanceof Link.Up);

        submit(new Request.OpenTunnel(tunnel));

        await(() -> state() instanceof TunnelState.Up);
    }

    @Test
    void oneTunnelConnectsItsHostAndDisconnectingClosesIt() {
        submit(new Request.OpenTunnel(tunnel));
        await(() -> state() instanceof TunnelState.Up);

        submit(new Request.Disconnect(CUED));
        await(() -> state() instanceof TunnelState.Off);

        assertThat(link(CUED)).isEqualTo(new Link.Idle());
    }

    @Test
    void aFailureBeforeTheHostWasEverUpTurnsItsTunnelsOff() {
        faults.add(Failure.Kind.AUTHENTICATION_REFUSED);

        submit(new Request.Connect(CUED, Request.Forwards.ALL));

        await(() -> link(CUED) instanceof Link.Failed);
        await(() -> state() instanceof TunnelState.Off);
    }

    @Test
    void listenersOfAHostThatWasUpWaitHoweverOftenAPersonFailsToMendIt() {
        submit(new Request.Connect(CUED, Request.Forwards.ALL));
        await(() -> state() instanceof TunnelState.Up);
        faults.add(Failure.Kind.ANSWER_NEEDED);
        faults.add(Failure.Kind.AUTHENTICATION_REFUSED);

        sessions.element().die("connection reset");
        await(() -> link(CUED) instanceof Link.Retrying);
        timers.advance(Duration.ofSeconds(1));
        await(() -> failure() == Failure.Kind.ANSWER_NEEDED);
        submit(new Request.Connect(CUED, Request.Forwards.NONE));
        await(() -> failure() == Failure.Kind.AUTHENTICATION_REFUSED);

        assertThat(state()).isInstanceOf(TunnelState.WaitingForSession.class);
        submit(new Request.Connect(CUED, Request.Forwards.NONE));
        await(() -> state() instanceof TunnelState.Up);
    }

    @Test
    void aFrontEndsBugIsToldAndHarmsNobodyElse() {
        engine.subscribe(notice -> {
            throw new IllegalStateException("a bug in a front end");
        });

        assertThatThrownBy(engineThread::runAll).hasMessage("a bug in a front end");

        List<Notice> later = new ArrayList<>();
        engine.subscribe(later::add);
        await(() -> later.stream().anyMatch(Notice.ConfigurationRead.class::isInstance));
    }

    @Test
    void aLateSubscriberIsToldHowThingsStand() {
        submit(new Request.Connect(CUED, Request.Forwards.ALL));
        await(() -> state() instanceof TunnelState.Up);
        List<Notice> later = new ArrayList<>();

        engine.subscribe(later::add);
        engineThread.runAll();

        assertThat(later).anyMatch(Notice.ConfigurationRead.class::isInstance);
        assertThat(later).anyMatch(n -> n instanceof Notice.LinkChanged c && c.link() instanceof Link.Up);
        assertThat(later)
                .anyMatch(n -> n instanceof Notice.TunnelChanged c && c.status().state() instanceof TunnelState.Up);
        assertThat(later).anyMatch(Notice.Logged.class::isInstance);
    }

    @Test
    void readingTheConfigurationAgainKeepsAnOpenTunnel() {
        submit(new Request.Connect(CUED, Request.Forwards.ALL));
        await(() -> state() instanceof TunnelState.Up);
        notices.removeIf(Notice.ConfigurationRead.class::isInstance);

        submit(new Request.ReloadConfiguration());
        await(() -> notices.stream().anyMatch(Notice.ConfigurationRead.class::isInstance));

        assertThat(state()).isInstanceOf(TunnelState.Up.class);
        assertThat(sessions).hasSize(1).allMatch(FakeSession::isOpen);
    }

    @Test
    void reconnectingKeepsTheListenersAndGivesThemTheNewSession() {
        submit(new Request.Connect(CUED, Request.Forwards.ALL));
        await(() -> state() instanceof TunnelState.Up);
        notices.clear();

        submit(new Request.Reconnect(CUED));
        await(() -> sessions.size() == 2 && state() instanceof TunnelState.Up);

        assertThat(sessions).extracting(FakeSession::isOpen).containsExactly(false, true);
        assertThat(told(Notice.TunnelChanged.class)
                        .map(change -> change.status().state()))
                .hasAtLeastOneElementOfType(TunnelState.WaitingForSession.class)
                .doesNotHaveAnyElementsOfTypes(TunnelState.Off.class, TunnelState.Failed.class);
    }

    @Test
    void aTunnelNamedByAnotherNameOfItsHostIsTheOneOfTheRow() {
        submit(new Request.OpenTunnel(new TunnelId(new HostAlias("way-in"), tunnel.forward())));

        await(() -> state() instanceof TunnelState.Up);
        assertThat(told(Notice.TunnelChanged.class)
                        .map(change -> change.status().id()))
                .containsOnly(tunnel);
        assertThat(link(CUED)).isInstanceOf(Link.Up.class);
    }

    private void submit(Request request) {
        engine.submit(request, new Engine.Client(Optional.empty(), Engine.Attendance.UNATTENDED));
    }

    private void await(BooleanSupplier fact) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        for (engineThread.runAll(); !fact.getAsBoolean(); engineThread.runAll()) {
            assertThat(System.nanoTime()).as("told: %s", notices).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private Link link(HostAlias host) {
        return told(Notice.LinkChanged.class)
                .filter(change -> change.host().equals(host))
                .reduce((first, second) -> second)
                .map(Notice.LinkChanged::link)
                .orElseGet(Link.Idle::new);
    }

    private Failure.Kind failure() {
        return link(CUED) instanceof Link.Failed failed ? failed.cause().kind() : Failure.Kind.CANCELLED;
    }

    private TunnelState state() {
        return told(Notice.TunnelChanged.class)
                .reduce((first, second) -> second)
                .map(change -> change.status().state())
                .orElseGet(TunnelState.Off::new);
    }

    private <N extends Notice> Stream<N> told(Class<N> type) {
        return notices.stream().filter(type::isInstance).map(type::cast);
    }

    private SshSession connect(Hop hop, Connector.Carrier carrier, Connector.Attempt attempt) throws SshException {
        Failure.Kind fault = faults.poll();
        if (fault != null) {
            throw SshException.of(fault, hop.alias(), "no", "");
        }
        FakeSession session = new FakeSession(hop.alias()).always((target, cancellation) -> MemoryStream.echo());
        sessions.add(session);
        return session;
    }

    private ConfigurationReader.Reading read(List<HostAlias> typed) {
        HostSummary cued = HostSummary.of(CUED, "user", new Endpoint("cued", 22))
                .alsoCalled(List.of(new HostAlias("way-in")))
                .forwarding(List.of(tunnel.forward()));
        return new ConfigurationReader.Reading(
                List.of(), List.of(cued), List.of(), List.of(), Watched.NOTHING, LocalEngineIT::plan);
    }

    private static Route plan(HostAlias host) {
        List<HostAlias> way = host.equals(CUED) ? List.of(CUED) : List.of(CUED, host);
        return new Route(
                Optional.empty(),
                way.stream()
                        .map(alias -> new Hop(Hosts.named(alias.value()), new Endpoint(alias.value(), 22)))
                        .toList());
    }
}
