package dev.rwtui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rwtui.ssh.model.Resolution;
import dev.rwtui.ssh.model.Resolution.Line;
import dev.rwtui.ssh.model.Resolution.Standing;
import dev.rwtui.testing.FakeEngine;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ConfigCommandTest {

    private final CliRig rig = new CliRig();

    @BeforeEach
    void twoHostsAndARefusal() {
        rig.resolutions.put(
                "direwolf",
                new Resolution.Resolved(List.of(
                        acted("user", "anthonyhu", "/home/me/.ssh/config:12"),
                        acted("port", "2222", "command line"),
                        kept("forwardagent", "yes", "/home/me/.ssh/config:14"),
                        kept("addressfamily", "any", "default"),
                        kept("ciphers", "aes128-ctr,".repeat(9), "default"),
                        kept("remotecommand", "", "/etc/ssh/ssh_config:3"))));
        rig.resolutions.put("cued", new Resolution.Resolved(List.of(acted("user", "ah2029", "default"))));
        rig.resolutions.put(
                "broken",
                new Resolution.Refused(List.of("/c:3: Bad configuration option: foo", "/c:7: Port is not a number")));
    }

    private static Line acted(String keyword, String value, String origin) {
        return new Line(keyword, value, origin, Standing.ACTED_ON);
    }

    private static Line kept(String keyword, String value, String origin) {
        return new Line(keyword, value, origin, Standing.KEPT);
    }

    private int run(String... arguments) {
        return rig.run(new FakeEngine(), arguments);
    }

    @Test
    void aHostIsTheLinesOfSsh() {
        int status = run("config", "direwolf");

        assertThat(rig.out).hasToString("""
                        user anthonyhu
                        port 2222
                        forwardagent yes
                        addressfamily any
                        ciphers %s
                        remotecommand
                        """.formatted("aes128-ctr,".repeat(9)));
        assertThat(rig.err.toString()).isEmpty();
        assertThat(status).isZero();
    }

    @Test
    void whySaysWhereEachValueComesFromAndWhatIsNotActedOn() {
        int status = run("config", "--why", "direwolf");

        assertThat(rig.out).hasToString("""
                        user anthonyhu    # /home/me/.ssh/config:12
                        port 2222         # command line
                        forwardagent yes  # /home/me/.ssh/config:14, not acted on
                        addressfamily any # default
                        ciphers %s # default
                        remotecommand     # /etc/ssh/ssh_config:3, not acted on
                        """.formatted("aes128-ctr,".repeat(9)));
        assertThat(status).isZero();
    }

    @Test
    void hostsAreParted() {
        run("config", "cued", "cued");

        assertThat(rig.out).hasToString("user ah2029\n\nuser ah2029\n");
    }

    @Test
    void aRefusedHostIsToldLineByLineAndTheOthersAreStillPrinted() {
        int status = run("config", "broken", "cued");

        assertThat(rig.out).hasToString("user ah2029\n");
        assertThat(rig.err)
                .hasToString("rwtui: /c:3: Bad configuration option: foo\nrwtui: /c:7: Port is not a number\n");
        assertThat(status).isEqualTo(2);
    }

    @Test
    void jsonIsOneDocumentWithItsVersion() throws Exception {
        int status = run("config", "direwolf", "broken", "--json");

        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(rig.out.toString()))
                .isEqualTo(mapper.readTree("""
                        {"version": 1, "hosts": [
                          {"host": "direwolf", "values": [
                            {"keyword": "user", "value": "anthonyhu", "origin": "/home/me/.ssh/config:12", "standing": "acted_on"},
                            {"keyword": "port", "value": "2222", "origin": "command line", "standing": "acted_on"},
                            {"keyword": "forwardagent", "value": "yes", "origin": "/home/me/.ssh/config:14", "standing": "kept"},
                            {"keyword": "addressfamily", "value": "any", "origin": "default", "standing": "kept"},
                            {"keyword": "ciphers", "value": "%s", "origin": "default", "standing": "kept"},
                            {"keyword": "remotecommand", "value": "", "origin": "/etc/ssh/ssh_config:3", "standing": "kept"}],
                           "problems": []},
                          {"host": "broken", "values": [],
                           "problems": ["/c:3: Bad configuration option: foo", "/c:7: Port is not a number"]}]}
                        """.formatted("aes128-ctr,".repeat(9))));
        assertThat(rig.err.toString()).hasLineCount(2);
        assertThat(status).isEqualTo(2);
    }

    @Test
    void fileAndOptionsStandBeforeTheCommandOrAfterItAndNamesAreGivenOn() {
        rig.resolutions.put("me@[::1]", new Resolution.Resolved(List.of()));
        rig.resolutions.put("ssh://me@cued:22", new Resolution.Resolved(List.of()));

        run("-F", "first", "-o", "Port=1", "config", "me@[::1]", "-oUser=x", "-F", "last", "ssh://me@cued:22");

        assertThat(rig.lookedUp).containsExactly("last [Port=1, User=x] [me@[::1], ssh://me@cued:22]");
    }

    @Test
    void noHostIsAUsageError() {
        assertThat(run("config")).isEqualTo(2);
        assertThat(run("config", "--why")).isEqualTo(2);

        assertThat(rig.out.toString()).isEmpty();
        assertThat(rig.err.toString()).contains("HOST");
        assertThat(rig.lookedUp).isEmpty();
    }

    @Test
    void whatAFileSaysCannotSteerTheTerminalButKeepsItsTabs() {
        rig.resolutions.put(
                "hostile",
                new Resolution.Resolved(List.of(acted("proxycommand", "a\tb\u001b]0;x\u0007\u202e", "/c\u001b[2J:1"))));
        rig.resolutions.put("refused", new Resolution.Refused(List.of("/c:1: no\u001b[2J")));

        run("config", "--why", "hostile", "refused");

        assertThat(rig.out).hasToString("proxycommand a\tb?]0;x?? # /c?[2J:1\n");
        assertThat(rig.err).hasToString("rwtui: /c:1: no?[2J\n");
    }
}
