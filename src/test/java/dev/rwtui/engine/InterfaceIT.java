package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.EngineRig;
import dev.rwtui.testing.Leftovers;
import dev.rwtui.testing.LocalClient;
import dev.rwtui.testing.Network;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.TwoHosts;
import dev.rwtui.tunnel.model.TunnelState;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** This machine's own end of a cable goes down and comes up again; the server is in a network of the test's own. */
@Timeout(90)
final class InterfaceIT {

    private static final Duration DEAD = Duration.ofSeconds(2);
    private static final Duration SLACK = Duration.ofSeconds(5);

    @Test
    void aLinkWhoseInterfaceGoesDownIsSaidDeadInTimeAndComesBackWithIt() throws Exception {
        try (SshdLab lab = SshdLab.create();
                Network network = Network.create()) {
            SshdLab.Sshd far = lab.start("far", network.place());
            int port = TwoHosts.freePort();
            Leftovers before = Leftovers.now();
            try (EngineRig rig = LabEngine.by(lab, config(far, port))) {
                rig.connect("far");
                rig.awaitUp("far");
                goesDownAndUp(network, rig, port);
            }
            before.awaitNone();
            assertThat(far.log().split("Accepted publickey", -1)).hasSize(3);
        }
    }

    private static void goesDownAndUp(Network network, EngineRig rig, int port) throws Exception {
        try (LocalClient client = new LocalClient(port)) {
            assertThat(greeting(client.socket())).startsWith("SSH-2.0-OpenSSH");
            CompletableFuture<String> waiter = reading(client.socket());
            long down = System.nanoTime();

            network.down();

            awaitRetrying(rig, Kind.LOST);
            assertThat(Duration.ofNanos(System.nanoTime() - down)).isLessThan(DEAD.plus(SLACK));
            assertThat(waiter.get(5, TimeUnit.SECONDS)).isNotEmpty();
            awaitRetrying(rig, Kind.UNREACHABLE);
            rig.awaitTunnel(port, state -> state instanceof TunnelState.WaitingForSession);

            network.up();

            rig.awaitUp("far");
        }
        try (LocalClient again = new LocalClient(port)) {
            assertThat(greeting(again.socket())).startsWith("SSH-2.0-OpenSSH");
        }
    }

    private static String config(SshdLab.Sshd far, int port) {
        return "Host far\n  HostName " + far.address().host() + "\n  Port " + far.port()
                + "\n  HostKeyAlias far\n  LocalForward " + port + " " + far.address()
                + "\n  ServerAliveInterval 1\n  ServerAliveCountMax 2\n  ConnectTimeout 3\n";
    }

    private static void awaitRetrying(EngineRig rig, Kind kind) {
        rig.awaitNotice(
                Notice.LinkChanged.class,
                told -> told.link() instanceof Link.Retrying retrying
                        && retrying.cause().kind() == kind);
    }

    /** A whole line, so that nothing more comes before the client has said something. */
    private static String greeting(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private static CompletableFuture<String> reading(Socket socket) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return "read "
                        + new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).length();
            } catch (IOException e) {
                return String.valueOf(e.getMessage());
            }
        });
    }
}
