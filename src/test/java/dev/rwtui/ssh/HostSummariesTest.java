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

    @Test
    void aliasesOfOnePlaceAreOneHostWithTheForwardsOfAll() {
        List<HostSummary> hosts = of("""
                Host gpu
                  HostName 10.0.0.1
                  LocalForward 1 a:2
                # with a board
                Host board
                  HostName 10.0.0.1
                  LocalForward 1 a:2
                  LocalForward 3 a:4
                """);

        assertThat(hosts).singleElement().satisfies(host -> {
            assertThat(host.alias()).hasToString("gpu");
            assertThat(host.alternatives()).hasToString("[board]");
            assertThat(host.description()).isEqualTo("with a board");
            assertThat(host.forwards()).hasToString("[1:a:2, 3:a:4]");
        });
    }

    @Test
    void severalNamesOfOneLineAreSeveralHosts() {
        assertThat(of("Host gpu01 gpu02 gpu03\n User me\n"))
                .extracting(host -> host.alias().value())
                .containsExactly("gpu01", "gpu02", "gpu03");
    }

    @Test
    void anotherUserPortOrWayIsAnotherHost() {
        List<HostSummary> hosts = of("""
                Host a
                  HostName h
                Host b
                  HostName h
                  User you
                Host c
                  HostName h
                  Port 23
                Host d
                  HostName h
                  ProxyJump gate
                Host e
                  HostName h
                  ProxyJump other
                """);

        assertThat(hosts).extracting(host -> host.alias().value()).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void anAlternativeThatServesAsAGatewayMakesItsHostOne() {
        List<HostSummary> hosts = of("Host g\n HostName h\nHost gate\n HostName h\nHost a\n ProxyJump gate\n");

        assertThat(hosts.get(0).role()).isEqualTo(HostSummary.Role.GATEWAY);
    }

    @Test
    void whatIsDecidedOnlyWhenConnectingIsNamedAlsoForTheWay() {
        List<HostSummary> hosts =
                of("Match originalhost gate exec date\n Port 1\nHost gate\nHost a\n ProxyJump gate\n");

        assertThat(hosts)
                .allSatisfy(host -> assertThat(host.uncertainties())
                        .containsExactly("/home/me/.ssh/config:1: Match exec \"date\""));
    }

    @Test
    void aTypedNameFollowsTheOthersAndOneThatIsListedIsNoSecond() {
        SshConfig config =
                SshConfig.read(MemoryConfigFiles.of("Host gpu*\n User g\nHost a\n"), Optional.empty(), Overrides.NONE);

        List<HostSummary> hosts =
                HostSummaries.of(config, List.of(new HostAlias("gpu7"), new HostAlias("a"), new HostAlias("me@gpu8")));

        assertThat(hosts)
                .extracting(host -> host.alias() + " " + host.user() + "@" + host.destination())
                .containsExactly("a me@a:22", "gpu7 g@gpu7:22", "me@gpu8 me@gpu8:22");
        assertThat(hosts)
                .extracting(HostSummary::source)
                .containsExactly(HostSummary.Source.FILES, HostSummary.Source.TYPED, HostSummary.Source.TYPED);
    }
}
