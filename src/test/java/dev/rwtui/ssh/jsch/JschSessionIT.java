package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.ByteStream;
import dev.rwtui.ssh.ChannelRefusedException;
import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.jsch.SessionRig.Trial;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Step;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions and channels on real OpenSSH. */
@Timeout(120)
final class JschSessionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static SshdLab lab;

    private final SessionRig rig = new SessionRig();
    private SshSession gate;

    /** Straight to a server, or through the other one. */
    enum Way {
        DIRECT,
        NESTED
    }

    @BeforeAll
    static void startServers() throws IOException {
        lab = SshdLab.gateAndTarget();
        lab.start("third", "RekeyLimit 16M");
        lab.start("closed", "AllowTcpForwarding no");
    }

    @AfterAll
    static void stopServers() throws IOException {
        lab.close();
    }

    @BeforeEach
    void connectGate() throws SshException {
        gate = rig.connect(host("gate"));
    }

    @AfterEach
    void closeGate() {
        gate.close();
        rig.close();
    }

    private static Host host(String name) {
        return Host.at(
                name,
                lab.server(name).address(),
                lab.path("id_ed25519").toString(),
                lab.path("known_hosts").toString());
    }

    private SshSession session(Way way) throws SshException {
        return way == Way.DIRECT ? gate : through(gate, "direwolf");
    }

    private SshSession through(SshSession gateway, String name) throws SshException {
        return rig.connect(host(name), new Carrier.Through(gateway), new Trial());
    }

    private static ByteStream open(SshSession session, Endpoint target) throws Exception {
        return session.openDirect(target, PATIENCE, new Cancellation());
    }

    @Test
    void aSessionTellsItsStepsAndFacts() throws Exception {
        Trial trial = new Trial();

        SshSession session = rig.connect(host("direwolf"), new Carrier.Tcp(), trial);

        assertThat(trial.steps)
                .containsExactly(Step.RESOLVING, Step.REACHING, Step.KEY_EXCHANGE, Step.HOST_KEY, Step.AUTHENTICATING);
        assertThat(session.facts().serverVersion()).startsWith("SSH-2.0-OpenSSH");
        assertThat(session.facts().cipher()).isEqualTo("aes128-gcm@openssh.com");
        assertThat(session.facts().hostKeyFingerprint()).startsWith("SHA256:");
        session.close();
    }

    @ParameterizedTest
    @EnumSource
    void bytesComeBackAndBothHalvesCloseByThemselves(Way way) throws Exception {
        try (TcpServices echo = TcpServices.echo();
                ByteStream stream = open(session(way), echo.address())) {

            long echoed = echo(stream, 300L << 20);

            assertThat(echoed).isEqualTo(300L << 20);
        }
    }

    @Test
    void threeHopsCarryBytes() throws Exception {
        SshSession third = through(through(gate, "direwolf"), "third");

        try (TcpServices echo = TcpServices.echo();
                ByteStream stream = open(third, echo.address())) {
            assertThat(echo(stream, 5 << 20)).isEqualTo(5 << 20);
        }
    }

    @Test
    void aServerMayChangeKeysInMidTransfer() throws Exception {
        SshSession third = through(gate, "third");

        try (TcpServices echo = TcpServices.echo();
                ByteStream stream = open(third, echo.address())) {
            assertThat(echo(stream, 100 << 20)).isEqualTo(100 << 20);
        }
        assertThat(lab.server("third").log()).contains("rekey");
    }

    @ParameterizedTest
    @EnumSource
    void aChannelThatNobodyReadsHoldsUpNobody(Way way) throws Exception {
        SshSession session = session(way);
        try (TcpServices source = TcpServices.source();
                TcpServices echo = TcpServices.echo();
                ByteStream stuck = open(session, source.address());
                ByteStream sibling = open(session, echo.address())) {
            Waiting.until(() -> available(stuck) >= Window.START);

            long echoed = echo(sibling, 50 << 20);

            assertThat(echoed).isEqualTo(50 << 20);
            assertThat(available(stuck)).isLessThanOrEqualTo(Window.START);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriterWhoseWindowIsClosedHoldsUpNobodyAndIsReleasedByClose(Way way) throws Exception {
        SshSession session = session(way);
        try (TcpServices silent = TcpServices.silent();
                TcpServices echo = TcpServices.echo();
                ByteStream sibling = open(session, echo.address())) {
            ByteStream stuck = open(session, silent.address());
            CompletableFuture<Void> writer = writeForEver(stuck);
            assertThat(echo(sibling, 20 << 20)).isEqualTo(20 << 20);
            assertThat(writer).isNotDone();

            stuck.close();

            assertThat(writer.handle((nothing, e) -> e).get(2, TimeUnit.SECONDS))
                    .isNotNull();
        }
    }

    @Test
    void aChannelThatIsGivenUpJustAsItOpensIsClosedAtTheServerToo() throws Exception {
        AtomicInteger open = new AtomicInteger();
        try (TcpServices waiting = TcpServices.serving(socket -> {
            open.incrementAndGet();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            open.decrementAndGet();
        })) {
            for (int i = 0; i < 400; i++) {
                giveUpAfter(waiting.address(), i * 5_000L);
            }
            open(gate, waiting.address()).close();

            Waiting.until(() -> open.get() == 0);
        }
    }

    private void giveUpAfter(Endpoint target, long nanos) throws Exception {
        Cancellation cancellation = new Cancellation();
        long until = System.nanoTime() + nanos;
        CompletableFuture<Void> cancelling = CompletableFuture.runAsync(
                () -> {
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    cancellation.cancel();
                },
                rig.executor());
        try {
            gate.openDirect(target, PATIENCE, cancellation).close();
        } catch (SshException e) {
            assertThat(e.failure().kind()).isEqualTo(Kind.CANCELLED);
        }
        cancelling.get(10, TimeUnit.SECONDS);
    }

    @Test
    void closingAStreamReleasesItsReader() throws Exception {
        try (TcpServices silent = TcpServices.silent()) {
            ByteStream stream = open(gate, silent.address());
            CompletableFuture<Integer> reader = reading(stream);

            stream.close();
            stream.close();

            assertThat(reader.handle((read, e) -> e).get(1, TimeUnit.SECONDS)).isNotNull();
            Waiting.until(() -> rig.budget.left() == ReceiveBudget.STANDARD);
        }
    }

    @Test
    void aRefusalSaysWhyAndTheSessionLivesOn() throws Exception {
        SshSession closed = rig.connect(host("closed"));
        TcpServices gone = TcpServices.silent();
        gone.close();

        assertThatThrownBy(() -> open(gate, gone.address()))
                .isInstanceOfSatisfying(
                        ChannelRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(ChannelRefusedException.Reason.CONNECT_FAILED))
                .hasMessageContaining("Connection refused");
        assertThatThrownBy(() -> open(gate, new Endpoint("no-such-name.invalid", 80)))
                .isInstanceOf(ChannelRefusedException.class);
        assertThatThrownBy(() -> open(closed, gone.address()))
                .isInstanceOfSatisfying(
                        ChannelRefusedException.class,
                        e -> assertThat(e.reason())
                                .isEqualTo(ChannelRefusedException.Reason.ADMINISTRATIVELY_PROHIBITED));
        assertThat(gate.isOpen()).isTrue();
        assertThat(closed.isOpen()).isTrue();
    }

    @Test
    void aGatewayThatRefusesTheNextHopIsNamedWithItsWords() throws Exception {
        SshSession closed = rig.connect(host("closed"));

        SshException refused = catchThrowableOfType(SshException.class, () -> through(closed, "direwolf"));

        assertThat(refused.failure().kind()).isEqualTo(Kind.GATEWAY_REFUSED);
        assertThat(refused.failure().why()).contains("administratively prohibited");
    }

    @Test
    void whenTheGatewayDiesTheInnerSessionEndsWithIt() throws Exception {
        SshdLab.Sshd server = lab.start("mortal");
        SshSession mortal = rig.connect(host("mortal"));
        SshSession inner = through(mortal, "direwolf");
        CompletableFuture<Failure> end = new CompletableFuture<>();
        inner.onEnd(end::complete);
        CompletableFuture<Integer> reader;
        try (TcpServices silent = TcpServices.silent()) {
            reader = reading(open(inner, silent.address()));

            server.kill();

            assertThat(end.get(2, TimeUnit.SECONDS).kind()).isEqualTo(Kind.LOST);
            assertThat(reader.handle((read, e) -> e).get(2, TimeUnit.SECONDS)).isNotNull();
            assertThat(inner.isOpen()).isFalse();
        }
    }

    @Test
    void aRoundTripIsMeasuredSoonAfterTheSessionIsUp() {
        Waiting.until(() -> gate.roundTrip().isPresent());

        assertThat(gate.roundTrip().orElseThrow().time()).isBetween(Duration.ZERO, Duration.ofSeconds(1));
    }

    @Test
    void nothingIsLeftAfterFiftySessions() throws Exception {
        SshSession warm = through(gate, "direwolf");
        warm.close();
        Waiting.until(() -> readers() == 1);
        long files = files();

        for (int i = 0; i < 50; i++) {
            try (TcpServices echo = TcpServices.echo()) {
                SshSession session = i % 2 == 0 ? through(gate, "direwolf") : rig.connect(host("direwolf"));
                ByteStream stream = open(session, echo.address());
                assertThat(echo(stream, 1000)).isEqualTo(1000);
                session.close();
            }
        }

        Waiting.until(() -> readers() == 1);
        Waiting.until(() -> files() <= files + 2);
        assertThat(rig.budget.left()).isEqualTo(ReceiveBudget.STANDARD);
    }

    /** Threads that are in JSch's reading loop. */
    private static long readers() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> java.util.Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().equals("com.jcraft.jsch.OpenSession")
                                && frame.getMethodName().equals("run")))
                .count();
    }

    private static long files() {
        java.io.File[] open = new java.io.File("/proc/self/fd").listFiles();
        return open == null ? 0 : open.length;
    }

    private static int available(ByteStream stream) {
        try {
            return stream.input().available();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private CompletableFuture<Integer> reading(ByteStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return stream.input().read();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                rig.executor());
    }

    private CompletableFuture<Void> writeForEver(ByteStream stream) {
        return CompletableFuture.runAsync(
                () -> {
                    byte[] piece = new byte[64 << 10];
                    try {
                        while (true) {
                            stream.output().write(piece);
                            stream.output().flush();
                        }
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                rig.executor());
    }

    /** Sends a pattern, then EOF, and counts what comes back in order. */
    private long echo(ByteStream stream, long length) throws Exception {
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(stream, length), rig.executor());
        byte[] piece = new byte[128 << 10];
        InputStream in = stream.input();
        long total = 0;
        while (total < length) {
            int read = in.read(piece);
            if (read < 0) {
                break;
            }
            for (int i = 0; i < read; i += 997) {
                assertThat(piece[i]).isEqualTo((byte) ((total + i) % 251));
            }
            total += read;
        }
        sent.get(20, TimeUnit.SECONDS);
        return total;
    }

    private static void send(ByteStream stream, long length) {
        byte[] piece = new byte[251 * 256];
        for (int i = 0; i < piece.length; i++) {
            piece[i] = (byte) (i % 251);
        }
        try {
            OutputStream out = stream.output();
            for (long left = length; left > 0; left -= piece.length) {
                out.write(piece, 0, (int) Math.min(piece.length, left));
            }
            out.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
