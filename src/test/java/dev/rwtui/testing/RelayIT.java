package dev.rwtui.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay itself: a fixture that lies would prove nothing. */
final class RelayIT {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Thread> others = Thread.getAllStackTraces().keySet();
    private ServerSocket server;
    private Relay relay;

    @BeforeEach
    void anEchoServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        background(this::serve);
        relay = Relay.to(server.getLocalPort());
    }

    private void serve() throws IOException {
        while (true) {
            Socket socket = server.accept();
            background(() -> {
                try (socket) {
                    socket.getInputStream().transferTo(socket.getOutputStream());
                }
            });
        }
    }

    private void background(Work work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // It ended with its sockets; what a test needs of it is seen at the other end.
            }
        });
    }

    /** Something with sockets. */
    private interface Work {
        void run() throws IOException;
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        relay.close();
        server.close();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(others);
        assertThat(left).extracting(Thread::getName).noneMatch(name -> name.startsWith("relay-"));
        assertThat(relay.open()).isZero();
    }

    @Test
    void bytesAndTheirEndPassBothWays() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(new byte[300_000]);
            socket.shutdownOutput();

            byte[] back = socket.getInputStream().readAllBytes();

            assertThat(back).hasSize(300_000);
            assertThat(List.of(relay.bytesUp(), relay.bytesDown(), relay.total()))
                    .isEqualTo(List.of(300_000L, 300_000L, 1L));
        }
    }

    @Test
    void aCutIsAnEndForTheClient() throws Exception {
        try (Socket socket = connect()) {
            echoOne(socket);

            relay.cut();

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aResetIsAFaultForTheClient() throws Exception {
        try (Socket socket = connect()) {
            echoOne(socket);

            relay.reset();

            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void whatIsFrozenOneWayStillComesTheOther() throws Exception {
        try (Socket socket = connect()) {
            echoOne(socket);
            relay.freezeUp();
            socket.getOutputStream().write(7);

            relay.inject(new byte[] {1, 2});

            assertThat(socket.getInputStream().readNBytes(2)).containsExactly(1, 2);
            relay.thaw();
            assertThat(socket.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void whatIsFrozenComesAfterTheThaw() throws Exception {
        try (Socket socket = connect()) {
            echoOne(socket);
            relay.freeze();
            socket.getOutputStream().write(7);
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            relay.thaw();
            socket.setSoTimeout(10_000);

            assertThat(socket.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void aFrozenLinkFillsTheSendersBuffers() throws Exception {
        try (Socket socket = connect()) {
            echoOne(socket);
            relay.freeze();
            Future<?> writing = threads.submit(() -> {
                socket.getOutputStream().write(new byte[64 * 1024 * 1024]);
                return null;
            });

            assertThatThrownBy(() -> writing.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void exactlySoManyBytesPassBeforeTheCut() throws Exception {
        try (Socket socket = connect()) {
            echoOne(socket);
            relay.cutAfter(1000);
            background(() -> socket.getOutputStream().write(new byte[5000]));

            assertThat(socket.getInputStream().readAllBytes().length).isLessThan(1000);
            assertThat(relay.bytesUp() + relay.bytesDown()).isEqualTo(1002);
        }
    }

    @Test
    void refusedUntilAdmittedOnTheSamePort() throws Exception {
        relay.refuse();
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);

        relay.admit();

        try (Socket socket = connect()) {
            echoOne(socket);
        }
    }

    @Test
    void aDelayHoldsUpEachByteButNotHowManyPass() throws Exception {
        relay.delay(Duration.ofMillis(50));
        try (Socket socket = connect()) {
            long begin = System.nanoTime();
            Future<?> writing = threads.submit(() -> {
                socket.getOutputStream().write(new byte[8_000_000]);
                socket.shutdownOutput();
                return null;
            });

            byte[] back = socket.getInputStream().readAllBytes();
            writing.get();

            // One chunk at a time would take 8 MB / 64 KiB × 100 ms = 12 s.
            assertThat(back).hasSize(8_000_000);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(100), Duration.ofSeconds(6));
        }
    }

    @Test
    void aThrottledLinkIsNoFasterThanItsLimit() throws Exception {
        relay.throttle(500_000);
        try (Socket socket = connect()) {
            long begin = System.nanoTime();
            socket.getOutputStream().write(new byte[100_000]);
            socket.shutdownOutput();

            byte[] back = socket.getInputStream().readAllBytes();

            assertThat(back).hasSize(100_000);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(195));
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), relay.port());
    }

    private static void echoOne(Socket socket) throws IOException {
        socket.getOutputStream().write(1);
        assertThat(socket.getInputStream().read()).isEqualTo(1);
    }
}
