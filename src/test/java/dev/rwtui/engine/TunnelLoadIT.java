package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.LocalClient;
import dev.rwtui.testing.Payload;
import dev.rwtui.testing.Payload.Sum;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.TcpService;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Much, both ways, the whole way: local port, gateway, direwolf, service, on real OpenSSH. Nothing is left in the end. */
@Timeout(120)
final class TunnelLoadIT {

    private static final int STOPPED = 's';
    private static final String DEAD_AFTER_TWO_SECONDS = "  ServerAliveInterval 1\n  ServerAliveCountMax 2\n";
    private static final Duration LONGER_THAN_THAT = Duration.ofSeconds(4);

    private static SshdLab lab;

    @BeforeAll
    static void startServers() throws Exception {
        lab = SshdLab.create();
        lab.start("cued");
        lab.start("direwolf");
        lab.start("rekeying", "RekeyLimit 16M");
        // What the JDK opens once and keeps is open before anything is counted.
        try (TcpService echo = TcpService.echo()) {
            LocalClient.echoes(echo.port(), 1);
        }
    }

    @AfterAll
    static void stopServers() throws IOException {
        lab.close();
    }

    private static NestedRig rig(TcpService.Talk talk, String options) throws IOException {
        return new NestedRig(lab, "direwolf", talk, options);
    }

    @Test
    void threeHundredMegabytesComeBackAfterTheClientHasFinished() throws Exception {
        try (NestedRig rig = rig(TcpService.ECHO, "").up()) {
            assertThat(LocalClient.echoes(rig.port(), 300_000_000)).isTrue();
            rig.neverLost();
        }
    }

    @Test
    void theClientGoesOnSendingAfterTheFarEndHasFinished() throws Exception {
        CompletableFuture<Sum> arrived = new CompletableFuture<>();
        try (NestedRig rig = rig(socket -> finishFirst(socket, arrived), "").up();
                LocalClient client = new LocalClient(rig.port())) {
            client.socket().getOutputStream().write('!');

            Sum greeting = Payload.read(client.socket().getInputStream());
            Sum sent = client.sending(50_000_000).get(60, TimeUnit.SECONDS);

            assertThat(greeting.bytes()).isEqualTo(5_000_000);
            assertThat(arrived.get(60, TimeUnit.SECONDS)).isEqualTo(sent);
        }
    }

    /** Sends and ends, then takes what comes. A probe says nothing and gets nothing. */
    private static void finishFirst(Socket socket, CompletableFuture<Sum> arrived) throws IOException {
        if (socket.getInputStream().read() == '!') {
            Payload.write(socket.getOutputStream(), 5_000_000);
            socket.shutdownOutput();
            arrived.complete(Payload.read(socket.getInputStream()));
        }
    }

    @Test
    void halfAGigabyteComesBackThroughServersThatChangeKeys() throws Exception {
        try (NestedRig rig = new NestedRig(lab, "rekeying", TcpService.ECHO, "").up()) {
            assertThat(LocalClient.echoes(rig.port(), 500_000_000)).isTrue();

            rig.neverLost();
            assertThat(lab.server("rekeying").log().lines().filter(line -> line.contains("rekey out after")))
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void aClientThatStopsReadingHoldsUpNeitherItsSiblingsNorTheKeepalive() throws Exception {
        try (NestedRig rig =
                        rig(TunnelLoadIT::echoOrFlood, DEAD_AFTER_TWO_SECONDS).up();
                LocalClient stopped = new LocalClient(rig.port())) {
            stopped.socket().getOutputStream().write(STOPPED);
            long begun = System.nanoTime();

            boolean whole = true;
            while (System.nanoTime() - begun < LONGER_THAN_THAT.toNanos()) {
                whole &= LocalClient.echoes(rig.port(), 5_000_000);
            }

            assertThat(whole).isTrue();
            assertThat(stopped.socket().getInputStream().available()).isPositive();
            rig.neverLost();
        }
    }

    /** The first byte says which; a payload begins with a 0. */
    private static void echoOrFlood(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        int first = in.read();
        if (first == STOPPED) {
            byte[] piece = new byte[64 << 10];
            while (true) {
                socket.getOutputStream().write(piece);
            }
        }
        if (first >= 0) {
            socket.getOutputStream().write(first);
            TcpService.ECHO.serve(socket);
        }
    }
}
