package dev.rwtui.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.ssh.ChannelRefusedException.Reason;
import dev.rwtui.testing.FakeSession;
import dev.rwtui.testing.MemoryStream;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tunnels over real sockets of the loopback interface and a session in memory. */
final class TunnelsIT {

    private static final HostAlias HOST = new HostAlias("direwolf");

    private final TunnelRig rig = new TunnelRig();
    private final FakeSession session = new FakeSession(HOST).always((target, cancellation) -> MemoryStream.echo());
    private TunnelId id = idAt(1);

    @BeforeEach
    void aFreePort() throws IOException {
        id = idAt(freePort());
    }

    @AfterEach
    void end() throws Exception {
        rig.end();
    }

    @Test
    void aConnectionIsCarriedBothWaysOnBothFamilies() throws Exception {
        rig.on(t -> t.open(id));
        rig.on(t -> t.sessionUp(HOST, session));
        rig.awaitState(id, TunnelState.Up.class);

        String overV4 = exchange("127.0.0.1", "hello");
        String overV6 = exchange("::1", "world");

        assertThat(overV4 + overV6).isEqualTo("helloworld");
    }

    @Test
    void aRefusalIsToldInTheServersWords() throws Exception {
        session.always(FakeSession.refusing(Reason.CONNECT_FAILED, "Connection refused"));
        rig.on(t -> t.open(id));
        rig.on(t -> t.sessionUp(HOST, session));

        TunnelStatus status = rig.awaitState(id, TunnelState.FarEndSilent.class);

        assertThat(((TunnelState.FarEndSilent) status.state()).why())
                .isEqualTo("nothing listens there: Connection refused");
    }

    private String exchange(String address, String text) throws IOException {
        try (Socket socket = new Socket(address, id.forward().port())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static TunnelId idAt(int port) {
        return new TunnelId(HOST, new LocalForward(Optional.empty(), port, new Endpoint("127.0.0.1", 6006)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
