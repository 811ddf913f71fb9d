package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.LocalClient;
import dev.rwtui.testing.Relay;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.TcpService;
import dev.rwtui.testing.Waiting;
import dev.rwtui.tunnel.model.TunnelState;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a network does to the link between this machine and the gateway, and what becomes of a tunnel through it, on real
 * OpenSSH. Whatever happens, the same local port serves again without any request, and nothing is left in the end.
 */
@Timeout(90)
final class LinkFaultsIT {

    private static final String DEAD_AFTER_TWO_SECONDS =
            "  ServerAliveInterval 1\n  ServerAliveCountMax 2\n  ConnectTimeout 3\n";
    private static final Duration DEAD = Duration.ofSeconds(2);

    /** For a loaded machine: the news has to travel. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private static SshdLab lab;

    /** How a link may end at once. */
    enum End {
        CUT,
        RESET;

        void befall(Relay link) {
            if (this == CUT) {
                link.cut();
            } else {
                link.reset();
            }
        }
    }

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
        lab.close();
    }

    private static NestedRig rig(String options) throws IOException {
        return new NestedRig(lab, "direwolf", TcpService.ECHO, options);
    }

    @ParameterizedTest
    @EnumSource
    void aLinkThatEndsIsSaidAndMadeAgain(End end) throws Exception {
        try (NestedRig rig = rig("").up();
                LocalClient client = new LocalClient(rig.port())) {
            CompletableFuture<String> waiter = client.waiting();

            end.befall(rig.relay());

            rig.awaitLoss();
            assertThat(waiter.get(5, TimeUnit.SECONDS)).isNotEmpty();
            assertThat(LocalClient.echoes(rig.port(), 1_000_000)).isTrue();
            rig.engine().awaitUp("direwolf");
        }
    }

    @Test
    void aGatewayThatRefusesForAWhileIsTriedUntilItAdmits() throws Exception {
        try (NestedRig rig = rig("").up()) {
            rig.relay().refuse();
            rig.relay().cut();
            rig.engine().awaitLink("direwolf", LinkFaultsIT::wasRefused);
            rig.engine().awaitTunnel(rig.port(), state -> state instanceof TunnelState.WaitingForSession);

            rig.relay().admit();

            assertThat(LocalClient.echoes(rig.port(), 1_000_000)).isTrue();
            rig.engine().awaitUp("direwolf");
        }
    }

    @Test
    void aHalfOpenLinkIsFoundWithinTheKeepalivesBound() throws Exception {
        try (NestedRig rig = rig(DEAD_AFTER_TWO_SECONDS).up();
                LocalClient client = new LocalClient(rig.port())) {
            CompletableFuture<String> waiter = client.waiting();
            long frozen = System.nanoTime();

            rig.relay().freeze();

            rig.awaitLoss();
            assertThat(since(frozen)).isLessThan(DEAD.plus(SLACK));
            assertThat(waiter.get(5, TimeUnit.SECONDS)).isNotEmpty();
            rig.engine().awaitTunnel(rig.port(), state -> state instanceof TunnelState.WaitingForSession);
            rig.relay().thaw();
            assertThat(LocalClient.echoes(rig.port(), 1_000_000)).isTrue();
        }
    }

    @Test
    void aBlackHoleWithAFullSendBufferIsFoundAndReleasesTheWriter() throws Exception {
        try (NestedRig rig = rig(DEAD_AFTER_TWO_SECONDS).up();
                LocalClient client = new LocalClient(rig.port())) {
            CompletableFuture<String> writer = client.sendingForEver();
            CompletableFuture<String> unread = reader(client);
            Waiting.until(() -> rig.relay().bytesUp() > 20_000_000);
            long frozen = System.nanoTime();

            rig.relay().freeze();

            rig.awaitLoss();
            assertThat(since(frozen)).isLessThan(DEAD.plus(SLACK));
            assertThat(writer.get(5, TimeUnit.SECONDS)).isNotEmpty();
            assertThat(unread.get(5, TimeUnit.SECONDS)).isNotEmpty();
            rig.relay().thaw();
            assertThat(LocalClient.echoes(rig.port(), 1_000_000)).isTrue();
        }
    }

    @Test
    void aStallInMidTransferThatEndsInTimeHarmsNothing() throws Exception {
        try (NestedRig rig =
                rig("  ServerAliveInterval 1\n  ServerAliveCountMax 4\n").up()) {
            CompletableFuture<Void> stall = CompletableFuture.runAsync(() -> {
                Waiting.until(() -> rig.relay().bytesUp() > 10_000_000);
                rig.relay().freeze();
                CompletableFuture.runAsync(
                                rig.relay()::thaw, CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS))
                        .join();
            });

            assertThat(LocalClient.echoes(rig.port(), 60_000_000)).isTrue();

            stall.get(20, TimeUnit.SECONDS);
            rig.neverLost();
        }
    }

    @Test
    void aThrottledLinkIsSlowAndNoMore() throws Exception {
        // What waits in the system's buffers ahead of a keepalive takes this link some seconds.
        try (NestedRig rig =
                rig("  ServerAliveInterval 1\n  ServerAliveCountMax 10\n").up()) {
            rig.relay().throttle(1_000_000);
            long begun = System.nanoTime();

            assertThat(LocalClient.echoes(rig.port(), 4_000_000)).isTrue();

            assertThat(since(begun)).isGreaterThan(Duration.ofSeconds(3));
            rig.neverLost();
        }
    }

    @Test
    void aDistantGatewayIsMeasuredAndServes() throws Exception {
        try (NestedRig rig = rig(DEAD_AFTER_TWO_SECONDS)) {
            rig.relay().delay(Duration.ofMillis(60));
            rig.up();

            rig.engine().awaitLink("direwolf", LinkFaultsIT::isMeasured);

            assertThat(LocalClient.echoes(rig.port(), 4_000_000)).isTrue();
            rig.neverLost();
        }
    }

    private static boolean isMeasured(Link link) {
        return link instanceof Link.Up up && up.trips().get(0).roundTrip().isPresent();
    }

    private static boolean wasRefused(Link link) {
        return link instanceof Link.Retrying retrying
                && retrying.cause().kind() == Failure.Kind.UNREACHABLE
                && retrying.cause().hop().value().equals("cued");
    }

    private static CompletableFuture<String> reader(LocalClient client) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return "read " + client.socket().getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                return String.valueOf(e.getMessage());
            }
        });
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
