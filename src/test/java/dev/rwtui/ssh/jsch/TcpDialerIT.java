package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.jsch.SessionRig.Trial;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ways to a TCP connection that end early. */
@Timeout(60)
final class TcpDialerIT {

    @Test
    void aPauseBetweenTwoAttemptsIsCutShort() throws Exception {
        try (SessionRig rig = new SessionRig()) {
            TcpDialer dialer = new TcpDialer(rig.executor(), Duration.ofHours(1));
            Endpoint nobody = nobody();
            Trial trial = new Trial();
            Host host = Host.at("host", nobody, "/none", "/none").with("ConnectionAttempts", "3");
            Guard guard = new Guard(rig.timers, Duration.ofHours(2), trial.cancellation);
            CompletableFuture<Wire> dialling = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return dialer.dial(nobody, host.hop().host().transport(), trial, guard);
                        } catch (IOException e) {
                            throw new IllegalStateException(e.getMessage(), e);
                        }
                    },
                    rig.executor());
            Waiting.until(() -> !trial.notes.isEmpty());

            trial.cancellation.cancel();

            assertThatThrownBy(() -> dialling.get(10, TimeUnit.SECONDS)).hasMessageContaining("given up");
            assertThat(guard.tripped()).contains(Kind.CANCELLED);
        }
    }

    private static Endpoint nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Endpoint("127.0.0.1", socket.getLocalPort());
        }
    }
}
