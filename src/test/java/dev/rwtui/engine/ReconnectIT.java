package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.EngineRig;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.TwoHosts;
import dev.rwtui.testing.Waiting;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A configuration that is edited while a tunnel is open, on real OpenSSH and a real disk. */
final class ReconnectIT {

    private static final HostAlias DIREWOLF = new HostAlias("direwolf");

    @Test
    void aHostThatMovedSaysSoAndServesTheSamePortFromItsNewPlaceOnceItIsReconnected() throws Exception {
        try (TwoHosts hosts = TwoHosts.start();
                EngineRig rig = EngineRig.watching(
                        DiskConfigFiles.ofThisMachine(), hosts.config().toString())) {
            SshdLab.Sshd old = hosts.lab().server("direwolf");
            SshdLab.Sshd fresh = hosts.lab().start("elsewhere");
            rig.connect("direwolf");
            rig.awaitUp("direwolf");
            try (Socket open = new Socket(InetAddress.getLoopbackAddress(), hosts.localPort())) {
                assertThat(hosts.fetch()).isEqualTo(TwoHosts.PAGE);

                hosts.write("", "  Port " + fresh.port() + "\n");

                List<String> changes = rig.awaitChanges("direwolf", told -> !told.isEmpty());
                assertThat(changes).containsExactly("Port " + old.port() + " is now " + fresh.port());
                assertThat(rig.awaitLink("direwolf", link -> true)).isInstanceOf(Link.Up.class);
                open.getOutputStream()
                        .write("GET / HTTP/1.0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                assertThat(new String(open.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .endsWith(TwoHosts.PAGE);
                assertThat(fresh.log()).doesNotContain("Accepted publickey");
            }

            rig.submit(new Request.Reconnect(DIREWOLF));

            rig.awaitChanges("direwolf", List::isEmpty);
            // Its old session is gone by now: whoever comes waits for the new one.
            assertThat(hosts.fetch()).isEqualTo(TwoHosts.PAGE);
            rig.awaitUp("direwolf");
            Waiting.until(() -> fresh.log().contains("Accepted publickey"));
            old.kill();
            assertThat(hosts.fetch()).isEqualTo(TwoHosts.PAGE);
            assertThat(hosts.gateway().log().split("Accepted publickey", -1)).hasSize(2);
        }
    }
}
