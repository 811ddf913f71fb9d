package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.LocalClient;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.TcpService;
import dev.rwtui.testing.Waiting;
import dev.rwtui.tunnel.model.TunnelState;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Servers that restart, fall silent or talk nonsense, and this machine asleep, on real OpenSSH. Whatever happens is said in
 * time, every waiter is released, the same local port serves again without any request, and nothing is left in the end.
 */
@Timeout(90)
final class LinkEndsIT {

    private static final String DEAD_AFTER_TWO_SECONDS =
            "  ServerAliveInterval 1\n  ServerAliveCountMax 2\n  ConnectTimeout 3\n";
    private static final Duration DEAD = Duration.ofSeconds(2);
    private static final String DEAD_AFTER_A_MINUTE = "  ServerAliveInterval 1\n  ServerAliveCountMax 60\n";

    /** Beyond what it is made for: sixty times as long. */
    private static final Backoff HALF_A_MINUTE_AT_FIRST = new Backoff(() -> 148.0);

    /** Until somebody looks whether this machine has slept. */
    private static final Duration NOTICED = Duration.ofSeconds(3);

    /** For a loaded machine: the news has to travel. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static SshdLab lab;

    @BeforeAll
    static void startServers() throws Exception {
        lab = SshdLab.create();
        lab.start("cued");
        lab.start("direwolf");
        // What the JDK opens once and keeps is open before anything is counted.
        try (TcpService echo = TcpService.echo()) {
            LocalClient.echoes(echo.port(), 1);
        }
    }

    @AfterAll
    static void stopServers() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    private static NestedRig rig(String options) throws IOException {
        return new NestedRig(lab, "direwolf", TcpService.ECHO, options);
    }

    @Test
    void aTargetThatRestartsIsConnectedAgainOverTheGatewaysOneSession() throws Exception {
        int before = logins("cued");
        try (NestedRig rig = rig("").up();
                LocalClient client = new LocalClient(rig.port())) {
            CompletableFuture<String> waiter = client.waiting();
            long killed = System.nanoTime();

            lab.server("direwolf").kill();

            awaitFailure(rig, Kind.LOST, "direwolf");
            assertThat(since(killed)).isLessThan(SLACK);
            assertThat(waiter.get(5, TimeUnit.SECONDS)).isNotEmpty();
            Failure refused = awaitFailure(rig, Kind.GATEWAY_REFUSED, "direwolf");
            assertThat(refused.why()).contains("the gateway would not connect").contains("Connection refused");
            assertThat(refused.advice()).contains("that sshd runs there");
            rig.engine().awaitTunnel(rig.port(), state -> state instanceof TunnelState.WaitingForSession);

            lab.server("direwolf").start();

            assertThat(LocalClient.echoes(rig.port(), 1_000_000)).isTrue();
            rig.engine().awaitUp("direwolf");
        }
        assertThat(logins("cued") - before).isEqualTo(1);
    }

    @Test
    void aGatewayThatRestartsIsConnectedAgainWithAllBehindIt() throws Exception {
        int gate = logins("cued");
        int target = logins("direwolf");
        try (NestedRig rig = rig("").up();
                LocalClient client = new LocalClient(rig.port())) {
            CompletableFuture<String> waiter = client.waiting();
            long killed = System.nanoTime();

            lab.server("cued").kill();

            rig.awaitLoss();
            assertThat(since(killed)).isLessThan(SLACK);
            assertThat(waiter.get(5, TimeUnit.SECONDS)).isNotEmpty();
            awaitFailure(rig, Kind.UNREACHABLE, "cued");
            rig.engine().awaitTunnel(rig.port(), state -> state instanceof TunnelState.WaitingForSession);

            lab.server("cued").start();

            assertThat(LocalClient.echoes(rig.port(), 1_000_000)).isTrue();
            rig.engine().awaitUp("direwolf");
        }
        assertThat(logins("cued") - gate).isEqualTo(2);
        assertThat(logins("direwolf") - target).isEqualTo(2);
    }

    @Test
    void aServerThatStopsReadingIsFoundWithinTheKeepalivesBound() throws Exception {
        try (NestedRig rig = rig(DEAD_AFTER_TWO_SECONDS).up();
                LocalClient client = new LocalClient(rig.port());
                LocalClient other = new LocalClient(rig.port())) {
            CompletableFuture<String> waiter = other.waiting();
            CompletableFuture<String> writer = client.sendingForEver();
            Waiting.until(() -> rig.relay().bytesUp() > 1_000_000);
            long frozen = System.nanoTime();

            rig.relay().freezeUp();

            Failure lost = awaitFailure(rig, Kind.LOST, "cued");
            assertThat(since(frozen)).isLessThan(DEAD.plus(SLACK));
            assertThat(lost.why()).isEqualTo("no answer for 2 s");
            assertThat(waiter.get(5, TimeUnit.SECONDS)).isNotEmpty();
            assertThat(writer.get(5, TimeUnit.SECONDS)).isNotEmpty();
            rig.relay().thaw();
            assertThat(LocalClient.echoes(rig.port(), 1_000_000)).isTrue();
            rig.engine().awaitUp("direwolf");
        }
    }

    @Test
    void aServerThatTalksNonsenseIsGivenUpAtOnce() throws Exception {
        byte[] nonsense = new byte[100_000];
        new Random(7).nextBytes(nonsense);
        try (NestedRig rig = rig("").up();
                LocalClient client = new LocalClient(rig.port())) {
            CompletableFuture<String> waiter = client.waiting();
            long spoilt = System.nanoTime();

            rig.relay().inject(nonsense);

            Failure lost = awaitFailure(rig, Kind.LOST, "cued");
            assertThat(since(spoilt)).isLessThan(SLACK);
            assertThat(lost.why()).isEqualTo("what came was garbled on its way (Packet corrupt)");
            assertThat(waiter.get(5, TimeUnit.SECONDS)).isNotEmpty();
            assertThat(LocalClient.echoes(rig.port(), 1_000_000)).isTrue();
            rig.engine().awaitUp("direwolf");
        }
    }

    @Test
    void aHostThatWaitsTriesAtOnceWhenThisMachineHasSlept() throws Exception {
        try (NestedRig rig = new NestedRig(lab, "direwolf", TcpService.ECHO, "", HALF_A_MINUTE_AT_FIRST).up()) {
            rig.relay().refuse();
            rig.relay().cut();
            awaitFailure(rig, Kind.LOST, "cued");
            rig.relay().admit();
            long woken = System.nanoTime();

            rig.engine().sleep(Duration.ofHours(1));

            rig.engine().awaitUp("direwolf");
            assertThat(since(woken)).isLessThan(NOTICED.plus(SLACK));
            assertThat(LocalClient.echoes(rig.port(), 1_000_000)).isTrue();
        }
    }

    @Test
    void aSessionThatDiedWhileThisMachineSleptIsFoundSoon() throws Exception {
        try (NestedRig rig = rig(DEAD_AFTER_A_MINUTE).up();
                LocalClient client = new LocalClient(rig.port())) {
            CompletableFuture<String> waiter = client.waiting();
            rig.relay().freeze();
            long woken = System.nanoTime();

            rig.engine().sleep(Duration.ofHours(1));

            Failure lost = awaitFailure(rig, Kind.LOST, "cued");
            assertThat(since(woken)).isLessThan(NOTICED.plus(DEAD).plus(SLACK));
            assertThat(lost.why()).isEqualTo("no answer for 2 s");
            assertThat(waiter.get(5, TimeUnit.SECONDS)).isNotEmpty();
            rig.relay().thaw();
            assertThat(LocalClient.echoes(rig.port(), 1_000_000)).isTrue();
        }
    }

    @Test
    void aSessionThatOutlivesTheSleepStays() throws Exception {
        int before = logins("cued");
        try (NestedRig rig = rig(DEAD_AFTER_TWO_SECONDS).up();
                LocalClient client = new LocalClient(rig.port())) {
            CompletableFuture<String> waiter = client.waiting();

            rig.engine().sleep(Duration.ofHours(1));

            rig.engine().awaitNotice(Notice.Logged.class, line -> line.text().contains("this machine slept"));
            assertThat(LocalClient.echoes(rig.port(), 1_000_000)).isTrue();
            assertThat(waiter).isNotDone();
            rig.neverLost();
        }
        assertThat(logins("cued") - before).isEqualTo(1);
    }

    /** Waits until it was told, now or before, that direwolf is tried again for that reason. */
    private static Failure awaitFailure(NestedRig rig, Kind kind, String hop) {
        Notice.LinkChanged told = rig.engine().awaitNotice(Notice.LinkChanged.class, now -> isFailure(now, kind, hop));
        return ((Link.Retrying) told.link()).cause();
    }

    private static boolean isFailure(Notice.LinkChanged told, Kind kind, String hop) {
        return told.host().value().equals("direwolf")
                && told.link() instanceof Link.Retrying retrying
                && retrying.cause().kind() == kind
                && retrying.cause().hop().value().equals(hop);
    }

    private static int logins(String server) {
        return lab.server(server).log().split("Accepted publickey", -1).length;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
