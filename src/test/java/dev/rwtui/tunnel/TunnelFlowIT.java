package dev.rwtui.tunnel;

import static dev.rwtui.tunnel.TunnelRig.HOST;
import static dev.rwtui.tunnel.TunnelRig.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.ssh.ByteStream;
import dev.rwtui.testing.FakeSession;
import dev.rwtui.testing.MemoryStream;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes through a tunnel: all of them, both ends of both directions, and nothing left behind. */
final class TunnelFlowIT {

    private static final int BIG = 50 * 1024 * 1024;

    private final TunnelRig rig = new TunnelRig();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeSession session = new FakeSession(HOST);
    private TunnelId id;

    @BeforeEach
    void anOpenTunnel() throws Exception {
        id = TunnelRig.freshTunnel();
        session.always((target, cancellation) -> MemoryStream.echo());
        rig.on(t -> t.open(id));
        rig.on(t -> t.sessionUp(HOST, session));
        rig.awaitState(id, TunnelState.Up.class);
    }

    @AfterEach
    void end() throws Exception {
        rig.end();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void fiftyMegabytesComeBackWholeAfterTheClientHasFinished() throws Exception {
        try (Socket socket = connect(id)) {
            Future<byte[]> sent = threads.submit(() -> {
                byte[] digest = sendRandom(socket.getOutputStream());
                socket.shutdownOutput();
                return digest;
            });

            byte[] received = digestOf(socket.getInputStream());

            assertThat(received).isEqualTo(sent.get(10, TimeUnit.SECONDS));
        }
        rig.awaitOpen(id, 0);
    }

    @Test
    void theClientGoesOnSendingAfterTheFarEndHasFinished() throws Exception {
        MemoryStream.Pair channel = MemoryStream.pair();
        session.next((target, cancellation) -> channel.near());
        try (Socket socket = connect(id)) {
            channel.far().finishOutput();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            Future<byte[]> received =
                    threads.submit(() -> digestOf(channel.far().input()));

            byte[] sent = sendRandom(socket.getOutputStream());
            socket.shutdownOutput();

            assertThat(received.get(20, TimeUnit.SECONDS)).isEqualTo(sent);
        }
        rig.awaitOpen(id, 0);
        assertThat(channel.near().isClosed()).isTrue();
    }

    @Test
    void aClientThatResetsClosesTheChannel() throws Exception {
        MemoryStream.Pair channel = MemoryStream.pair();
        session.next((target, cancellation) -> channel.near());
        Socket socket = connect(id);
        rig.awaitOpen(id, 1);

        socket.setSoLinger(true, 0);
        socket.close();

        rig.awaitOpen(id, 0);
        assertThat(channel.near().isClosed()).isTrue();
    }

    @Test
    void aChannelThatBreaksResetsTheClientRatherThanPretendItWasAll() throws Exception {
        MemoryStream.Pair channel = MemoryStream.pair();
        session.next((target, cancellation) -> channel.near());
        try (Socket socket = connect(id)) {
            channel.far().output().write(7);
            assertThat(socket.getInputStream().read()).isEqualTo(7);

            channel.far().close();

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        rig.awaitOpen(id, 0);
    }

    @Test
    void whatAFarEndSaidBeforeItStoppedListeningComesWhole() throws Exception {
        session.next((target, cancellation) -> new Refusal(BIG));

        try (Socket socket = connect(id)) {
            socket.getOutputStream().write(1);
            long got = socket.getInputStream().transferTo(OutputStream.nullOutputStream());

            assertThat(got).isEqualTo(BIG);
        }
    }

    /** An answer, and nobody who takes what is sent. */
    private record Refusal(InputStream input, OutputStream output) implements ByteStream {

        Refusal(int length) {
            this(new ByteArrayInputStream(new byte[length]), new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    throw new IOException("the far end closed the channel");
                }
            });
        }

        @Override
        public void finishOutput() {}

        @Override
        public void close() {}
    }

    @Test
    void aClientThatStopsReadingHoldsUpOnlyItself() throws Exception {
        MemoryStream.Pair channel = MemoryStream.pair();
        session.next((target, cancellation) -> channel.near());
        try (Socket stalled = connect(id)) {
            channel.far().output().write(7);
            assertThat(stalled.getInputStream().read()).isEqualTo(7);
            Future<byte[]> flood = threads.submit(() -> {
                byte[] digest = sendRandom(channel.far().output());
                channel.far().finishOutput();
                return digest;
            });

            try (Socket live = connect(id)) {
                Future<byte[]> sent = threads.submit(() -> {
                    byte[] digest = sendRandom(live.getOutputStream());
                    live.shutdownOutput();
                    return digest;
                });
                assertThat(digestOf(live.getInputStream())).isEqualTo(sent.get(20, TimeUnit.SECONDS));
            }

            assertThat(flood).isNotDone();
            assertThat(digestOf(stalled.getInputStream())).isEqualTo(flood.get(20, TimeUnit.SECONDS));
        }
        rig.awaitOpen(id, 0);
    }

    @Test
    void fiveHundredShortConnectionsLeaveNothingBehind() throws Exception {
        echoOnce();
        rig.awaitOpen(id, 0);
        int before = TunnelRig.sockets();

        for (int i = 0; i < 500; i++) {
            echoOnce();
        }
        rig.awaitOpen(id, 0);

        assertThat(TunnelRig.sockets()).isEqualTo(before);
        assertThat(rig.status(id).traffic().total()).isEqualTo(501);
    }

    @Test
    void fiftyConnectionsAtOnceAreAllServed() throws Exception {
        Socket[] sockets = new Socket[50];
        for (int i = 0; i < sockets.length; i++) {
            sockets[i] = connect(id);
            sockets[i].getOutputStream().write(i);
        }

        for (int i = 0; i < sockets.length; i++) {
            assertThat(sockets[i].getInputStream().read()).isEqualTo(i);
            sockets[i].close();
        }

        rig.awaitOpen(id, 0);
    }

    private void echoOnce() throws IOException {
        try (Socket socket = connect(id)) {
            socket.getOutputStream().write(1);
            socket.shutdownOutput();
            assertThat(socket.getInputStream().readAllBytes()).hasSize(1);
        }
    }

    /** Sends {@link #BIG} bytes and returns their digest. */
    private static byte[] sendRandom(OutputStream out) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Random random = new Random(1);
        byte[] bytes = new byte[64 * 1024];
        for (int sent = 0; sent < BIG; sent += bytes.length) {
            random.nextBytes(bytes);
            digest.update(bytes);
            out.write(bytes);
        }
        return digest.digest();
    }

    private static byte[] digestOf(InputStream in) throws Exception {
        DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        digested.transferTo(OutputStream.nullOutputStream());
        return digested.getMessageDigest().digest();
    }
}
