package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.jsch.SessionRig.Trial;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Step;
import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Attempts that lead nowhere, or are given up. */
@Timeout(60)
final class EarlyEndIT {

    private static SshdLab lab;

    private final SessionRig rig = new SessionRig();

    @BeforeAll
    static void startServer() throws IOException {
        lab = SshdLab.create();
        lab.start("host");
    }

    @AfterAll
    static void stopServer() throws IOException {
        lab.close();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Host host() {
        return Host.in(lab, "host");
    }

    @Test
    void namesAndPortsThatLeadNowhereAreToldApart() throws Exception {
        TcpServices gone = TcpServices.silent();
        gone.close();

        Failure unknown = rig.fails(host().address(new Endpoint("no-such-host.invalid", 22)), new Trial());
        Failure refused = rig.fails(host().address(gone.address()), new Trial());

        assertThat(unknown.kind()).isEqualTo(Kind.UNKNOWN_NAME);
        assertThat(refused.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refused.why()).contains("Connection refused");
        assertThat(refused.advice()).contains("sshd runs there");
    }

    @Test
    void aServerThatSaysNothingIsGivenUpInTime() throws Exception {
        try (TcpServices silent = TcpServices.silent()) {
            long begin = System.nanoTime();

            Failure failure = rig.fails(host().address(silent.address()).timeout(Duration.ofMillis(500)), new Trial());

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void whatIsNotSshIsAProtocolFailure() throws Exception {
        try (TcpServices web = TcpServices.serving(socket -> socket.getOutputStream()
                .write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))) {

            Failure failure = rig.fails(host().address(web.address()), new Trial());

            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        }
    }

    @Test
    void cancellingEndsASilentHandshakeAtOnce() throws Exception {
        try (TcpServices silent = TcpServices.silent()) {
            Trial trial = new Trial();
            CompletableFuture<Long> cancelledAt = new CompletableFuture<>();
            trial.onStep(step -> {
                if (step == Step.KEY_EXCHANGE) {
                    CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS, rig.executor())
                            .execute(() -> {
                                cancelledAt.complete(System.nanoTime());
                                trial.cancellation.cancel();
                            });
                }
            });

            Failure failure = rig.fails(host().address(silent.address()), trial);

            assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
            assertThat(Duration.ofNanos(System.nanoTime() - cancelledAt.join())).isLessThan(Duration.ofMillis(100));
        }
    }

    @Test
    void cancellingWorksAtEveryStep() {
        for (Step step :
                List.of(Step.RESOLVING, Step.REACHING, Step.KEY_EXCHANGE, Step.HOST_KEY, Step.AUTHENTICATING)) {
            Trial trial = new Trial();
            trial.onStep(now -> {
                if (now == step) {
                    trial.cancellation.cancel();
                }
            });

            assertThat(rig.fails(host(), trial).kind()).as("%s", step).isEqualTo(Kind.CANCELLED);
        }
    }

    @Test
    void cancellingEndsAConnectThatNobodyAnswers() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Trial trial = new Trial();
            List<java.net.Socket> fillers = fill(full);
            trial.onStep(step -> {
                if (step == Step.REACHING) {
                    CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS, rig.executor())
                            .execute(trial.cancellation::cancel);
                }
            });

            Failure failure = rig.fails(host().address(new Endpoint("127.0.0.1", full.getLocalPort())), trial);

            assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
            for (java.net.Socket filler : fillers) {
                filler.close();
            }
        }
    }

    /** A listener whose backlog is full drops what comes: a black hole. */
    private static List<java.net.Socket> fill(ServerSocket full) throws IOException {
        List<java.net.Socket> fillers = new java.util.ArrayList<>();
        for (int i = 0; i < 3; i++) {
            java.net.Socket filler = new java.net.Socket();
            fillers.add(filler);
            try {
                filler.connect(full.getLocalSocketAddress(), 100);
            } catch (java.net.SocketTimeoutException e) {
                return fillers;
            }
        }
        return fillers;
    }
}
