package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.lab.LabHost;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.EngineRig;
import dev.rwtui.testing.LabExtension;
import dev.rwtui.testing.LabFiles;
import dev.rwtui.testing.Waiting;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main job without OpenSSH: the engine, JSch, and the lab that {@code rwtui demo} runs on. */
final class EngineOnTheLabIT {

    @RegisterExtension
    final LabExtension labs = new LabExtension();

    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = EngineRig.reading(LabFiles.of(labs.lab()), Optional.empty());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void bothPagesComeThroughTheGateway() throws Exception {
        rig.connect("direwolf");

        rig.awaitUp("direwolf");
        assertThat(page(portOf(6006))).contains("TensorBoard");
        assertThat(page(portOf(8888))).contains("Jupyter");
        TunnelStatus board = rig.awaitTunnel(portOf(6006), state -> state instanceof TunnelState.Up);
        assertThat(board.listeningOn()).contains("127.0.0.1:" + portOf(6006));
    }

    @Test
    void theSameLocalPortServesAgainAfterTheGatewayCameBack() throws Exception {
        LabHost gateway = labs.lab().gateway();
        rig.connect("direwolf");
        rig.awaitUp("direwolf");
        gateway.stop();
        rig.awaitLink("direwolf", link -> link instanceof Link.Retrying);
        rig.awaitTunnel(portOf(6006), state -> state instanceof TunnelState.WaitingForSession);

        gateway.restart();

        assertThat(page(portOf(6006))).contains("TensorBoard");
        rig.awaitUp("direwolf");
    }

    @Test
    void aRefusedKeyStopsWithTheServersWords() {
        rig.connect("gpu07");

        Link link = rig.awaitLink("gpu07", now -> now instanceof Link.Failed);

        Failure cause = ((Link.Failed) link).cause();
        assertThat(cause.kind()).isEqualTo(Failure.Kind.AUTHENTICATION_REFUSED);
        assertThat(cause.hop().value()).isEqualTo("gpu07");
        assertThat(cause.why()).contains("Permission denied");
        assertThat(rig.awaitLink("cued", now -> now instanceof Link.Lingering)).isNotNull();
    }

    @Test
    void aFarEndWhereNothingListensIsSaidAndOneThatIsSilentIsUp() {
        rig.connect("gpu08");

        TunnelStatus nothing =
                rig.awaitTunnel(localPort("gpu08", 6006), state -> state instanceof TunnelState.FarEndSilent);
        TunnelStatus silent = rig.awaitTunnel(localPort("gpu08", 7007), state -> state instanceof TunnelState.Up);

        assertThat(((TunnelState.FarEndSilent) nothing.state()).cause()).isEqualTo(TunnelState.Cause.CONNECT_FAILED);
        assertThat(silent.protocol()).isEqualTo(TunnelStatus.Protocol.UNKNOWN);
    }

    @Test
    void disconnectingFreesThePortsAndLeavesTheGatewayLingering() throws Exception {
        rig.connect("direwolf");
        rig.awaitUp("direwolf");
        int port = portOf(6006);
        rig.awaitTunnel(port, state -> state instanceof TunnelState.Up);

        rig.submit(new Request.Disconnect(new HostAlias("direwolf")));

        rig.awaitLink("direwolf", link -> link instanceof Link.Idle);
        rig.awaitTunnel(port, state -> state instanceof TunnelState.Off);
        rig.awaitLink("cued", link -> link instanceof Link.Lingering);
        Waiting.until(() -> isFree(port));
    }

    @Test
    void oneTunnelAloneConnectsItsHost() throws Exception {
        rig.submit(new Request.OpenTunnel(rig.tunnel("direwolf", portOf(8888))));

        rig.awaitUp("direwolf");
        rig.awaitTunnel(portOf(8888), state -> state instanceof TunnelState.Up);
        assertThat(page(portOf(8888))).contains("Jupyter");
    }

    private static boolean isFree(int port) {
        try (Socket answered = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !answered.isConnected();
        } catch (IOException e) {
            return true;
        }
    }

    private int portOf(int remote) {
        return localPort("direwolf", remote);
    }

    private int localPort(String host, int remote) {
        return rig.awaitNotice(Notice.ConfigurationRead.class, read -> true).hosts().stream()
                .filter(summary -> summary.alias().value().equals(host))
                .flatMap(summary -> summary.forwards().stream())
                .filter(forward -> forward.target().port() == remote)
                .mapToInt(forward -> forward.port())
                .findFirst()
                .orElseThrow();
    }

    private static String page(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .timeout(Duration.ofSeconds(20))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
