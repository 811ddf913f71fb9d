package dev.rwtui.tunnel;

import static dev.rwtui.tunnel.TunnelRig.HOST;
import static dev.rwtui.tunnel.TunnelRig.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.Cancellation;
import dev.rwtui.ssh.ChannelRefusedException.Reason;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.testing.FakeSession;
import dev.rwtui.testing.MemoryStream;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus.Checking;
import dev.rwtui.tunnel.model.TunnelStatus.Protocol;
import dev.rwtui.tunnel.model.TunnelStatus.Traffic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a tunnel over real sockets of the loopback interface and sessions in memory. */
final class TunnelsIT {

    private final TunnelRig rig = new TunnelRig();
    private final FakeSession session = new FakeSession(HOST).always((target, cancellation) -> MemoryStream.echo());
    private TunnelId id;

    @BeforeEach
    void aFreePort() throws IOException {
        id = TunnelRig.freshTunnel();
    }

    @AfterEach
    void end() throws Exception {
        rig.end();
    }

    @Test
    void aConnectionIsCarriedBothWaysOnBothFamilies() throws Exception {
        openAndConnect();

        String overV4 = exchange("127.0.0.1", "hello");
        String overV6 = exchange("::1", "world");

        assertThat(overV4 + overV6).isEqualTo("helloworld");
    }

    @Test
    void itWaitsForTheSessionAndIsThenProved() throws Exception {
        rig.on(t -> t.open(id));
        rig.awaitState(id, TunnelState.Opening.class);
        rig.awaitState(id, TunnelState.WaitingForSession.class);

        rig.on(t -> t.sessionUp(HOST, session));

        rig.awaitState(id, TunnelState.Opening.class);
        rig.awaitState(id, TunnelState.Up.class);
        assertThat(rig.status(id).listeningOn())
                .containsExactly(
                        "127.0.0.1:" + id.forward().port(),
                        "[::1]:" + id.forward().port());
    }

    @Test
    void aRefusalIsToldInTheServersWordsAndTheClientIsClosed() throws Exception {
        session.always(FakeSession.refusing(Reason.CONNECT_FAILED, "Connection refused"));
        rig.on(t -> t.open(id));
        rig.on(t -> t.sessionUp(HOST, session));

        TunnelState.FarEndSilent silent = rig.awaitState(id, TunnelState.FarEndSilent.class);
        String answer = exchange("127.0.0.1", "");

        assertThat(silent.why()).isEqualTo("nothing listens there: Connection refused");
        assertThat(answer).isEmpty();
        rig.awaitNote("nothing listens there");
    }

    @Test
    void aServerThatComesUpHealsItWithTheNextConnection() throws Exception {
        session.next(FakeSession.refusing(Reason.CONNECT_FAILED, "Connection refused"));
        rig.on(t -> t.open(id));
        rig.on(t -> t.sessionUp(HOST, session));
        rig.awaitState(id, TunnelState.FarEndSilent.class);

        exchange("127.0.0.1", "x");

        rig.awaitState(id, TunnelState.Up.class);
    }

    @Test
    void aRefusalIsNotedOnceHoweverManyConnectionsMeetIt() throws Exception {
        session.always(FakeSession.refusing(Reason.CONNECT_FAILED, "Connection refused"));
        rig.on(t -> t.open(id));
        rig.on(t -> t.sessionUp(HOST, session));
        rig.awaitState(id, TunnelState.FarEndSilent.class);

        exchange("127.0.0.1", "");
        exchange("127.0.0.1", "");
        rig.awaitOpen(id, 0);

        assertThat(rig.notes)
                .filteredOn(note -> note.level() == Note.Level.WARNING)
                .hasSize(1);
    }

    @Test
    void trafficAndProtocolAreKnown() throws Exception {
        openAndConnect();

        exchange("127.0.0.1", "HTTP/1.1 200 OK");
        rig.awaitOpen(id, 0);

        assertThat(rig.status(id).traffic()).isEqualTo(new Traffic(0, 1, 15, 15));
        assertThat(rig.status(id).protocol()).isEqualTo(Protocol.HTTP);
    }

    @Test
    void withoutCheckingNothingIsAskedUntilAConnectionComes() throws Exception {
        rig.on(t -> t.setChecking(id, Checking.OFF));
        rig.on(t -> t.open(id));
        rig.on(t -> t.sessionUp(HOST, session));
        rig.awaitState(id, TunnelState.Unproved.class);
        int asked = session.asked().size();

        exchange("127.0.0.1", "x");

        rig.awaitState(id, TunnelState.Up.class);
        assertThat(asked).isZero();
    }

    @Test
    void aConnectionWaitsForASessionThatComesBack() throws Exception {
        openAndConnect();
        FakeSession next = new FakeSession(HOST).always((target, cancellation) -> MemoryStream.echo());
        session.die("no route to host");
        rig.on(t -> t.sessionAway(HOST, Absence.RETRYING, "no route to host"));
        rig.awaitState(id, TunnelState.WaitingForSession.class);

        try (Socket socket = connect(id)) {
            socket.getOutputStream().write(7);
            rig.awaitOpen(id, 1);
            rig.on(t -> t.sessionUp(HOST, next));

            assertThat(socket.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void aConnectionWhoseChannelDiesBeforeItBeginsWaitsForTheNextSession() throws Exception {
        rig.on(t -> t.sessionAway(HOST, Absence.FAILED, "an earlier failure"));
        openAndConnect();
        FakeSession next = new FakeSession(HOST).always((target, cancellation) -> MemoryStream.echo());
        session.next((target, cancellation) -> {
            session.die("reset by peer");
            throw SshException.of(Failure.Kind.LOST, HOST, "reset by peer", "");
        });

        try (Socket socket = connect(id)) {
            socket.getOutputStream().write(7);
            rig.awaitNow(id, status -> !session.isOpen());
            rig.on(t -> t.sessionAway(HOST, Absence.RETRYING, "reset by peer"));
            rig.on(t -> t.sessionUp(HOST, next));

            assertThat(socket.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void aConnectionWaitsTenSecondsHoweverOftenTheHostIsTried() throws Exception {
        rig.on(t -> t.open(id));
        rig.awaitState(id, TunnelState.WaitingForSession.class);

        try (Socket socket = connect(id)) {
            rig.awaitOpen(id, 1);
            rig.timers.advance(Clients.PATIENCE.minusSeconds(1));
            rig.on(t -> t.sessionAway(HOST, Absence.RETRYING, "attempt 2"));
            assertThat(rig.status(id).traffic().open()).isEqualTo(1);
            rig.timers.advance(Duration.ofSeconds(1));

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            rig.awaitNote("did not come back within 10 s");
        }
    }

    @Test
    void whereTheHostHasFailedConnectionsAreClosedAtOnce() throws Exception {
        rig.on(t -> t.open(id));
        rig.awaitState(id, TunnelState.WaitingForSession.class);

        try (Socket waiting = connect(id)) {
            rig.awaitOpen(id, 1);
            rig.on(t -> t.sessionAway(HOST, Absence.FAILED, "permission denied"));

            assertThat(waiting.getInputStream().read()).isEqualTo(-1);
            assertThat(exchange("127.0.0.1", "")).isEmpty();
            rig.awaitNote("permission denied");
        }
    }

    @Test
    void onlySoManyConnectionsWait() throws Exception {
        rig.on(t -> t.open(id));
        rig.awaitState(id, TunnelState.WaitingForSession.class);
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < Clients.MOST_WAITING; i++) {
            waiting.add(connect(id));
        }
        rig.awaitOpen(id, Clients.MOST_WAITING);

        try (Socket oneTooMany = connect(id)) {
            assertThat(oneTooMany.getInputStream().read()).isEqualTo(-1);
        }

        assertThat(rig.status(id).traffic().open()).isEqualTo(Clients.MOST_WAITING);
        for (Socket socket : waiting) {
            socket.close();
        }
    }

    @Test
    void aDeadSessionEndsItsConnectionsByReset() throws Exception {
        openAndConnect();

        try (Socket socket = connect(id)) {
            echoOne(socket);
            session.die("keepalive");
            rig.on(t -> t.sessionAway(HOST, Absence.RETRYING, "keepalive"));

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        rig.awaitOpen(id, 0);
    }

    @Test
    void closingATunnelClosesItsConnectionsAndItsPort() throws Exception {
        openAndConnect();

        try (Socket socket = connect(id)) {
            echoOne(socket);
            rig.on(t -> t.close(id));

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        rig.awaitState(id, TunnelState.Off.class);
        assertThat(rig.status(id).traffic().open()).isZero();
    }

    @Test
    void closingATunnelCancelsWhatIsBeingOpened() throws Exception {
        openAndConnect();
        CountDownLatch begun = new CountDownLatch(1);
        session.next((target, cancellation) -> {
            begun.countDown();
            awaitCancel(cancellation);
            throw SshException.of(Failure.Kind.CANCELLED, HOST, "cancelled", "");
        });

        try (Socket socket = connect(id)) {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            rig.on(t -> t.close(id));

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void openingAgainAtOnceFindsThePortFree() throws Exception {
        openAndConnect();

        for (int i = 0; i < 100; i++) {
            rig.on(t -> {
                t.close(id);
                t.open(id);
            });
        }
        rig.awaitNow(id, status -> status.state() instanceof TunnelState.Up);

        assertThat(exchange("127.0.0.1", "still there")).isEqualTo("still there");
    }

    @Test
    void aForgottenTunnelIsNoLongerListed() throws Exception {
        openAndConnect();

        rig.on(t -> t.forget(id));

        assertThat(rig.ask(Tunnels::snapshot)).isEmpty();
        TunnelRig.awaitRefusal(id);
    }

    private static void awaitCancel(Cancellation cancellation) {
        CountDownLatch cancelled = new CountDownLatch(1);
        cancellation.onCancel(cancelled::countDown);
        try {
            assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void openAndConnect() throws Exception {
        rig.on(t -> t.open(id));
        rig.on(t -> t.sessionUp(HOST, session));
        rig.awaitState(id, TunnelState.Up.class);
    }

    private String exchange(String address, String text) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getAllByName(address)[0], id.forward().port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static void echoOne(Socket socket) throws IOException {
        socket.getOutputStream().write(1);
        assertThat(socket.getInputStream().read()).isEqualTo(1);
    }
}
