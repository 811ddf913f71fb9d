package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.EngineRig;
import dev.rwtui.testing.FullDisk;
import dev.rwtui.testing.Leftovers;
import dev.rwtui.testing.LocalClient;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.TcpService;
import dev.rwtui.testing.Waiting;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names that lead nowhere, and servers that do not do as they are asked: what is said, and what heals by itself. */
@Timeout(90)
final class OddServersIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static SshdLab lab;

    private Leftovers before;

    @BeforeAll
    static void startServers() throws Exception {
        lab = SshdLab.create();
        lab.start("direwolf");
        try (TcpService echo = TcpService.echo()) {
            LocalClient.echoes(echo.port(), 1);
        }
    }

    @AfterAll
    static void stopServers() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void count() {
        before = Leftovers.now();
    }

    @AfterEach
    void nothingIsLeft() {
        before.awaitNone();
    }

    private static String host(String name, int port) {
        return "Host " + name + "\n  Port " + port + "\n  HostKeyAlias " + name + "\n";
    }

    private static Link.Retrying awaitRetrying(EngineRig rig, String host, int attempt) {
        return (Link.Retrying) rig.awaitNotice(
                        Notice.LinkChanged.class,
                        told -> told.host().value().equals(host)
                                && told.link() instanceof Link.Retrying retrying
                                && retrying.attempt() == attempt)
                .link();
    }

    @Test
    void aNameThatNobodyKnowsIsSaidAndAskedForAgain() throws Exception {
        try (EngineRig rig = LabEngine.by(lab, "Host lost\n  HostName no-such-host.invalid\n")) {
            rig.connect("lost");

            Failure failure = awaitRetrying(rig, "lost", 1).cause();
            assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_NAME);
            assertThat(failure.why()).isEqualTo("no-such-host.invalid: unknown name");
            assertThat(failure.advice()).contains("Check HostName").contains("right network");
            assertThat(awaitRetrying(rig, "lost", 3).cause()).isEqualTo(failure);
        }
    }

    @Test
    void aServerThatGreetsWithNonsenseWaitsForAPersonAndSaysSo() throws Exception {
        TcpService.Talk nonsense = socket ->
                socket.getOutputStream().write("220 mail.example.org ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
        try (TcpService mail = TcpService.serving(nonsense);
                EngineRig rig = LabEngine.by(lab, host("odd", mail.port()))) {
            long begun = System.nanoTime();
            rig.connect("odd");

            Link link = rig.awaitLink("odd", now -> now instanceof Link.Failed);

            assertThat(since(begun)).isLessThan(SOON);
            Failure failure = ((Link.Failed) link).cause();
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(failure.why()).isEqualTo("what answers there does not speak SSH");
            assertThat(failure.advice()).contains("Check HostName and Port");
        }
    }

    @Test
    void aServerWithoutRoomIsWaitedFor() throws Exception {
        SshdLab.Sshd narrow = lab.start("narrow", "MaxStartups 1:100:1");
        try (EngineRig rig = LabEngine.by(lab, host("narrow", narrow.port()))) {
            try (Socket stalled = stall(narrow)) {
                assertThat(stalled.isConnected()).isTrue();
                long begun = System.nanoTime();
                rig.connect("narrow");

                Failure failure = awaitRetrying(rig, "narrow", 1).cause();

                assertThat(since(begun)).isLessThan(SOON);
                assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
                assertThat(failure.why()).contains("before its greeting");
                assertThat(failure.advice()).contains("no room").contains("MaxStartups");
                awaitRetrying(rig, "narrow", 2);
            }

            rig.awaitUp("narrow");
        }
    }

    /** A client that takes the only place and does not log in. */
    private static Socket stall(SshdLab.Sshd server) throws IOException {
        while (true) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            if (new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII).equals("SSH-")) {
                return socket;
            }
            socket.close();
        }
    }

    @Test
    void aGatewayThatForbidsForwardingIsNamedAndUsedOnceItAllowsIt() throws Exception {
        SshdLab.Sshd gate = lab.start("closedgate", "AllowTcpForwarding no");
        String lines = host("closedgate", gate.port())
                + host("direwolf", lab.server("direwolf").port()) + "  ProxyJump closedgate\n";
        try (EngineRig rig = LabEngine.by(lab, lines)) {
            long begun = System.nanoTime();
            rig.connect("direwolf");

            Failure failure = awaitRetrying(rig, "direwolf", 1).cause();

            assertThat(since(begun)).isLessThan(SOON);
            assertThat(failure.kind()).isEqualTo(Kind.GATEWAY_REFUSED);
            assertThat(failure.why()).contains("the gateway would not connect").contains("administratively prohibited");
            assertThat(failure.advice()).contains("AllowTcpForwarding").contains("PermitOpen");
            assertThat(awaitRetrying(rig, "direwolf", 2).cause()).isEqualTo(failure);
            assertThat(gate.log().split("Accepted publickey", -1)).hasSize(2);

            gate.kill();
            gate.configure("AllowTcpForwarding yes");
            gate.start();

            rig.awaitUp("direwolf");
        }
    }

    @Test
    void aTargetThatForbidsForwardingKeepsItsSessionAndItsTunnelSaysSo() throws Exception {
        lab.start("closed", "AllowTcpForwarding no");
        lab.start("cued");
        try (NestedRig rig = new NestedRig(lab, "closed", TcpService.ECHO, "").up();
                LocalClient client = new LocalClient(rig.port())) {
            TunnelStatus status =
                    rig.engine().awaitTunnel(rig.port(), state -> state instanceof TunnelState.FarEndSilent);

            TunnelState.FarEndSilent silent = (TunnelState.FarEndSilent) status.state();
            assertThat(silent.cause()).isEqualTo(TunnelState.Cause.PROHIBITED);
            assertThat(silent.why()).contains("prohibits");
            assertThat(client.socket().getInputStream().read())
                    .as("a client is let go")
                    .isEqualTo(-1);
            assertThat(said(rig.engine(), "echo still here")).isEqualTo("still here");
            rig.neverLost();
        }
    }

    private static String said(EngineRig rig, String command) throws Exception {
        Run run = rig.run(new HostAlias("direwolf"), new Order.Command(command, Map.of()))
                .get(20, TimeUnit.SECONDS);
        try (Execution execution = ((Run.Running) run).execution()) {
            String said = new String(execution.output().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(execution.await()).isEqualTo(new Ending.Exited(0));
            return said.strip();
        }
    }

    @Test
    void aKeyThatADiskHasNoRoomForIsNotedAndRecordedOnceThereIsRoom() throws Exception {
        try (FullDisk disk = FullDisk.at(lab.path("full"))) {
            String lines = host("direwolf", lab.server("direwolf").port())
                    + "  StrictHostKeyChecking accept-new\n  UserKnownHostsFile " + disk.path("known_hosts") + "\n";
            try (EngineRig rig = LabEngine.by(lab, lines)) {
                rig.connect("direwolf");

                rig.awaitUp("direwolf");
                Notice.Logged note = rig.awaitNotice(
                        Notice.Logged.class, line -> line.text().startsWith("accepted the ssh-ed25519 key"));
                assertThat(note.text())
                        .contains("could not record it in " + disk.path("known_hosts"))
                        .contains("No space left on device");
                assertThat(disk.path("known_hosts")).isEmptyFile();

                disk.makeRoom();
                rig.submit(new Request.Reconnect(new HostAlias("direwolf")));

                rig.awaitNotice(Notice.Logged.class, line -> line.text().startsWith("recorded the ssh-ed25519 key"));
                Waiting.until(() -> rig.told(Notice.LinkChanged.class).stream()
                                .filter(told -> told.link() instanceof Link.Up)
                                .map(told -> ((Link.Up) told.link()).since())
                                .distinct()
                                .count()
                        == 2);
                assertThat(Files.readString(disk.path("known_hosts"))).startsWith("direwolf ssh-ed25519 ");
            }
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
