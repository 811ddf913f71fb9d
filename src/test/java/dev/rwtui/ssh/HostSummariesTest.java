package dev.rwtui.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.testing.MemoryConfigFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HostSummariesTest {

    private static List<HostSummary> of(String text) {
        return HostSummaries.of(SshConfig.read(MemoryConfigFiles.of(text), Optional.empty(), Overrides.NONE));
    }

    @Test
    void aHostShowsWhereItLeadsAndHow() {
        List<HostSummary> hosts = of("""
                # to log in
                Host cued
                  HostName gate.eng.cam.ac.uk
                  User ah2029
                # my machine
                Host direwolf
                  User anthonyhu
                  ProxyCommand ssh -W %h:%p cued
                  LocalForward 6006 127.0.0.1:6006
                """);

        assertThat(hosts)
                .containsExactly(
                        HostSummary.of(new HostAlias("cued"), "ah2029", new Endpoint("gate.eng.cam.ac.uk", 22))
                                .described("to log in")
                                .serving(HostSummary.Role.GATEWAY),
                        HostSummary.of(new HostAlias("direwolf"), "anthonyhu", new Endpoint("direwolf", 22))
                                .described("my machine")
                                .via(List.of(new HostAlias("cued")))
                                .forwarding(List.of(
                                        new LocalForward(Optional.empty(), 6006, new Endpoint("127.0.0.1", 6006)))));
    }

    @Test
    void aGatewayWithAForwardOfItsOwnIsAMachine() {
        List<HostSummary> hosts = of("Host g\n LocalForward 1 a:2\nHost a\n ProxyJump g\n");

        assertThat(hosts).extracting(HostSummary::role).containsOnly(HostSummary.Role.MACHINE);
    }

    @Test
    void aHostThatCannotBeResolvedIsListedWithTheReason() {
        List<HostSummary> hosts = of("Host a\n HostName %x\nHost b\n");

        assertThat(hosts.get(0).refusal()).contains("/home/me/.ssh/config:2: unknown key %x");
        assertThat(hosts.get(0).destination()).isEqualTo(new Endpoint("a", 22));
        assertThat(hosts.get(1).refusal()).isEmpty();
    }

    @Test
    void whatRwtuiDoesNotDoIsRemarked() {
        List<HostSummary> hosts =
                of("Host a\n LocalForward 1 /sock\n DynamicForward 1080\n ProxyCommand corkscrew %h\n");

        assertThat(hosts.get(0).remarks())
                .containsExactly(
                        "LocalForward 1 /sock (/home/me/.ssh/config:2) is not opened: only TCP ports are.",
                        "Reached through a process of its own: corkscrew a",
                        "dynamicforward 1080 (/home/me/.ssh/config:3) has no effect in rwtui yet.");
    }
}
