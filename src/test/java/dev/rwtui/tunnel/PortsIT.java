package dev.rwtui.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A port that is taken is found, whoever has it and however. */
final class PortsIT {

    private final TunnelRig rig = new TunnelRig();
    private int port;

    @BeforeEach
    void aFreePort() throws IOException {
        port = TunnelRig.freshTunnel().forward().port();
    }

    @AfterEach
    void end() throws Exception {
        rig.end();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1", "::1, [::1]", "0.0.0.0, 127.0.0.1", "::, 127.0.0.1"})
    void aListenerOfAnotherProgramIsFound(String its, String named) throws Exception {
        TunnelId id = TunnelRig.tunnelAt(Optional.empty(), port);
        try (ServerSocket other = listening(its)) {
            rig.on(t -> t.open(id));

            TunnelState.Failed failed = rig.awaitState(id, TunnelState.Failed.class);

            assertThat(failed.why())
                    .isEqualTo(named + ":" + other.getLocalPort() + " is taken: another program answers there");
            assertThat(failed.advice())
                    .matches("End that program, or use another port: LocalForward \\d+ 127.0.0.1:6006 would work now.");
        }
    }

    @Test
    void aTakenPortIsFreeOnceItsProgramHasEnded() throws Exception {
        TunnelId id = TunnelRig.tunnelAt(Optional.empty(), port);
        try (ServerSocket other = listening("127.0.0.1")) {
            rig.on(t -> t.open(id));
            rig.awaitState(id, TunnelState.Failed.class);
            assertThat(other.isBound()).isTrue();
        }

        rig.on(t -> t.open(id));

        rig.awaitState(id, TunnelState.WaitingForSession.class);
    }

    @Test
    void anotherTunnelIsNamed() throws Exception {
        TunnelId first = TunnelRig.tunnelAt(Optional.empty(), port);
        TunnelId second = new TunnelId(new HostAlias("gpu07"), first.forward());
        rig.on(t -> t.open(first));
        rig.awaitState(first, TunnelState.WaitingForSession.class);

        rig.on(t -> t.open(second));

        assertThat(rig.awaitState(second, TunnelState.Failed.class).why())
                .isEqualTo("127.0.0.1:" + port + " is taken by the tunnel direwolf " + first.forward());
        assertThat(rig.status(first).traffic().total())
                .as("connections it was asked by")
                .isZero();
    }

    @Test
    void thePortOfATunnelThatIsClosedIsFreeForAnotherAtOnce() throws Exception {
        TunnelId first = TunnelRig.tunnelAt(Optional.empty(), port);
        TunnelId second = new TunnelId(new HostAlias("gpu07"), first.forward());
        rig.on(t -> t.open(first));
        rig.awaitState(first, TunnelState.WaitingForSession.class);

        rig.on(t -> {
            t.close(first);
            t.open(second);
        });

        rig.awaitState(second, TunnelState.WaitingForSession.class);
    }

    @Test
    void differentAddressesShareAPort() throws Exception {
        TunnelId first = TunnelRig.tunnelAt(Optional.of("127.0.0.1"), port);
        TunnelId second = TunnelRig.tunnelAt(Optional.of("127.0.0.2"), port);

        rig.on(t -> t.open(first));
        rig.on(t -> t.open(second));
        rig.awaitNow(first, status -> status.state() instanceof TunnelState.WaitingForSession);
        rig.awaitNow(second, status -> status.state() instanceof TunnelState.WaitingForSession);

        assertThat(rig.status(second).listeningOn()).containsExactly("127.0.0.2:" + port);
    }

    @Test
    void anAddressThatIsNotOursIsSaidInTheSystemsWords() throws Exception {
        TunnelId id = TunnelRig.tunnelAt(Optional.of("192.0.2.1"), port);

        rig.on(t -> t.open(id));

        assertThat(rig.awaitState(id, TunnelState.Failed.class).why())
                .isEqualTo("cannot listen on 192.0.2.1:" + port + ": Cannot assign requested address");
    }

    @Test
    void whereOneFamilyIsRefusedTheOtherIsFreeAgain() throws Exception {
        TunnelId id = TunnelRig.tunnelAt(Optional.empty(), port);
        try (ServerSocket other = listening("::1")) {
            rig.on(t -> t.open(id));
            rig.awaitState(id, TunnelState.Failed.class);

            try (ServerSocket four = listening("127.0.0.1")) {
                assertThat(four.getLocalPort()).isEqualTo(other.getLocalPort());
            }
        }
    }

    private ServerSocket listening(String address) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getAllByName(address)[0], port));
        return socket;
    }
}
