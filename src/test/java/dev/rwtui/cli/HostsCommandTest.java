package dev.rwtui.cli;

import static dev.rwtui.cli.CliRig.configuration;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rwtui.engine.Notice;
import dev.rwtui.testing.FakeEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HostsCommandTest {

    private final CliRig rig = new CliRig();

    @Test
    void hostsAreListedInColumns() {
        int status = rig.run(new FakeEngine(configuration()), "hosts");

        assertThat(rig.out).hasToString("""
                        cued      ah2029@gate.eng.cam.ac.uk:22  direct    This is to log in the Cambridge network
                        direwolf  anthonyhu@direwolf:22         via cued  Then to my machine.
                        """);
        assertThat(status).isZero();
    }

    @Test
    void hostsAsJsonIsOneDocumentWithItsVersion() throws Exception {
        rig.run(new FakeEngine(configuration()), "hosts", "--json");

        JsonNode document = new ObjectMapper().readTree(rig.out.toString());
        assertThat(document.get("version").intValue()).isEqualTo(1);
        assertThat(document.get("hosts").get(1)).isEqualTo(new ObjectMapper().readTree("""
                        {"alias": "direwolf", "description": "Then to my machine.", "user": "anthonyhu", "hostName": "direwolf", "port": 22,
                         "via": ["cued"], "forwards": ["6006:127.0.0.1:6006"], "role": "machine", "refusal": ""}"""));
    }

    @Test
    void aFaultyConfigurationIsListedAndToldAndExits2() {
        var broken = new Notice.ConfigurationRead(
                1, List.of(), configuration().hosts(), List.of("/c:3: Bad configuration option: foo"), List.of());

        int status = rig.run(new FakeEngine(broken), "hosts");

        assertThat(rig.out.toString()).contains("direwolf");
        assertThat(rig.err).hasToString("rwtui: /c:3: Bad configuration option: foo\n");
        assertThat(status).isEqualTo(2);
    }

    @Test
    void anEmptyConfigurationSaysWhereItLooked() {
        var empty = new Notice.ConfigurationRead(
                1,
                List.of(new Notice.LookedFor("~/.ssh/config", Notice.Presence.MISSING)),
                List.of(),
                List.of(),
                List.of());

        rig.run(new FakeEngine(empty), "hosts");

        assertThat(rig.err).hasToString("rwtui: no host found; looked in ~/.ssh/config\n");
    }
}
