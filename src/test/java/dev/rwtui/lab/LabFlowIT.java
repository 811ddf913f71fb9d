package dev.rwtui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.core.CoreModuleProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flow control: one side that stops stops the other, and nobody else. MINA's client keeps its windows honest. */
final class LabFlowIT {

    private static final long PATIENCE = 20_000;

    /** The window of either side (2 MB), and what streams and a packet hold. */
    private static final long BOUND = 2_300_000;

    private final Crew crew = Crew.hiredFrom(Thread::new);
    private final SshClient client = SshClient.setUpDefaultClient();
    private final AtomicLong written = new AtomicLong();
    private final CountDownLatch mayRead = new CountDownLatch(1);
    private final Semaphore ended = new Semaphore(0);
    private LabHost host;
    private ClientSession session;

    @BeforeEach
    void connect() throws Exception {
        Silence.keep();
        KeyPair key = KeyFiles.newKey();
        host = LabHost.listening(
                new LabHost.Plan(
                        "host",
                        KeyFiles.newKey(),
                        Machines.loopback(ports()),
                        new ShellCommand.Place(Path.of("/"), "user", crew.workers())),
                crew);
        host.allowKey("user", key.getPublic());
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        // What was under way to a channel that was just closed is no fault, which this client would take it for.
        client.setUnknownChannelReferenceHandler((service, message, channel, content) -> null);
        client.addPublicKeyIdentity(key);
        client.start();
        session = logIn();
    }

    private ClientSession logIn() throws IOException {
        ClientSession fresh = client.connect("user", "127.0.0.1", host.port())
                .verify(PATIENCE)
                .getSession();
        fresh.auth().verify(PATIENCE);
        return fresh;
    }

    @AfterEach
    void close() throws Exception {
        mayRead.countDown();
        client.stop();
        host.stop();
        crew.close();
    }

    @Test
    void aClientThatStopsReadingStopsTheServiceAndNothingElse() throws Exception {
        ChannelDirectTcpip stalled = open(1);
        stalled.getInvertedOut().readNBytes(1);

        echo(8_000_000);

        assertThat(written.get()).isLessThan(BOUND);
        assertThat(stalled.getInvertedOut().readNBytes(6_000_000)).hasSize(6_000_000);
        // The service counts a piece once it has written it; the client may have read it by then.
        Waiting.until(() -> written.get() >= 6_000_000);
    }

    @Test
    void aServiceThatDoesNotReadStopsItsClientAndNothingElse() throws Exception {
        OutputStream out = open(2).getInvertedIn();
        AtomicLong taken = new AtomicLong();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(out, taken), crew.workers());

        echo(8_000_000);

        assertThat(taken.get()).isLessThan(BOUND);
        assertThat(writing).isNotDone();
        mayRead.countDown();
        writing.get(20, TimeUnit.SECONDS);
        assertThat(taken.get()).isEqualTo(8_000_000);
    }

    @Test
    void channelsThatAreClosedEndTheirServices() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(openAnew(i % 2 == 0 ? 3 : 4).close(false).await(PATIENCE))
                    .isTrue();
        }

        assertThat(ended.tryAcquire(100, 20, TimeUnit.SECONDS)).isTrue();
    }

    private Service noting(Service service) {
        return (in, out) -> {
            try {
                service.serve(in, out);
            } finally {
                ended.release();
            }
        };
    }

    private Map<Integer, Service> ports() {
        return Map.of(
                1, this::count,
                2, this::readLate,
                3, noting(Services::silence),
                4, noting(Services::endless),
                7, Services::echo);
    }

    private void count(InputStream in, OutputStream out) throws IOException {
        byte[] chunk = new byte[32_768];
        while (true) {
            out.write(chunk);
            written.addAndGet(chunk.length);
        }
    }

    private void readLate(InputStream in, OutputStream out) throws IOException, InterruptedException {
        mayRead.await();
        Services.silence(in, out);
    }

    private static void write(OutputStream out, AtomicLong taken) {
        byte[] chunk = new byte[10_000];
        try {
            for (int i = 0; i < 800; i++) {
                out.write(chunk);
                taken.addAndGet(chunk.length);
            }
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void echo(int length) throws Exception {
        ChannelDirectTcpip sibling = open(7);
        byte[] sent = new byte[length];
        Arrays.fill(sent, (byte) 'x');
        CompletableFuture<Void> writing = CompletableFuture.runAsync(
                () -> {
                    try (OutputStream out = sibling.getInvertedIn()) {
                        out.write(sent);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                crew.workers());

        assertThat(sibling.getInvertedOut().readNBytes(length)).isEqualTo(sent);
        writing.get(10, TimeUnit.SECONDS);
    }

    /**
     * This client takes data for a channel that it is just closing for a fault of the session ("Pipe closed"), and ends
     * that. The services must end all the same.
     */
    private ChannelDirectTcpip openAnew(int port) throws IOException {
        for (int i = 0; i < 5; i++) {
            try {
                return open(port);
            } catch (IOException | IllegalStateException e) {
                if (!session.isClosing()) {
                    throw e;
                }
                session = logIn();
            }
        }
        return open(port);
    }

    private ChannelDirectTcpip open(int port) throws IOException {
        ChannelDirectTcpip channel = session.createDirectTcpipChannel(
                new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", port));
        channel.open().verify(PATIENCE);
        return channel;
    }
}
