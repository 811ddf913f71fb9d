package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.HostAlias;
import dev.rwtui.testing.FakeMachine;
import dev.rwtui.testing.MemoryConfigFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code Match}, canonical names, late includes, and what a listing leaves open. */
final class LookupTest {

    private final FakeMachine machine = new FakeMachine();
    private final MemoryConfigFiles files = new MemoryConfigFiles();

    private SshConfig read(String text, String... options) {
        return read(OpenSsh.NEWEST, text, options);
    }

    private SshConfig read(OpenSsh ssh, String text, String... options) {
        files.with(MemoryConfigFiles.USER_FILE, text);
        return SshConfig.read(new Site(files, machine, ssh), Optional.empty(), new Overrides(List.of(options)));
    }

    private String port(SshConfig config, String name) throws ConfigurationException {
        return config.resolve(new HostAlias(name), Overrides.NONE)
                .port()
                .value()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "all | 7",
                "!all | 22",
                "host a | 7",
                "host A* | 7",
                "host \"b,a\" | 7",
                "host !a | 22",
                "!host b | 7",
                "host=a | 7",
                "originalhost a user me | 7",
                "originalhost a user you | 22",
                "localuser me | 7",
                "user m? localuser !me | 22",
                "final | 7",
                "!final | 7",
                "canonical | 22",
                "!canonical | 7",
                "tagged \"\" | 7",
                "tagged x | 22",
                "command \"\" | 7",
                "command ls | 22",
                "sessiontype shell | 7",
                "sessiontype exec | 22",
                "version OpenSSH_10* | 7",
                "version OpenSSH_9* | 22",
                "host a # and no more | 7",
            })
    void aBlockAppliesWhereAllItsCriteriaHold(String condition, String port) throws ConfigurationException {
        assertThat(port(read("Match " + condition + "\n Port 7\n"), "a")).isEqualTo(port);
    }

    @Test
    void equalsSignsWithBlanksAroundThemAreNoSeparators() {
        assertThat(read("Match host = a\n").problems()).hasSize(1);
        assertThat(read("Match sessiontype=shell\n").problems()).hasSize(1);
    }

    @Test
    void matchSeesTheHostNameAndTheUserThatWereSetBefore() throws ConfigurationException {
        SshConfig config = read("""
                Match host real
                  Port 1
                Host a
                  HostName real
                  User bob
                Match host real user bob originalhost a
                  Port 2
                """);

        assertThat(port(config, "a")).isEqualTo("2");
        assertThat(port(config, "real")).isEqualTo("1");
    }

    @Test
    void theFinalPassSeesTheHostNameWhereHostSawTheAlias() throws ConfigurationException {
        SshConfig config = read("""
                Host real
                  User late
                Host a
                  HostName real
                Match final host real
                  Port 9
                """);

        ResolvedHost host = config.resolve(new HostAlias("a"), Overrides.NONE);

        assertThat(host.port().value()).isEqualTo(9);
        assertThat(host.user().value()).isEqualTo("late");
    }

    @Test
    void tagsChooseBlocks() throws ConfigurationException {
        SshConfig config = read("Host a\n Tag work\nMatch tagged w*\n Port 3\n");

        assertThat(port(config, "a")).isEqualTo("3");
        assertThat(port(config, "b")).isEqualTo("22");
    }

    @Test
    void theSessionTypeIsThatOfTheConfiguration() throws ConfigurationException {
        SshConfig config = read("Host a\n SessionType none\nMatch sessiontype none\n Port 3\n");

        assertThat(port(config, "a")).isEqualTo("3");
    }

    @Test
    void networksAreThoseOfTheInterfaces() throws ConfigurationException {
        machine.at("10.1.2.3").at("fd00::1");

        assertThat(port(read("Match localnetwork 192.168.0.0/16,10.1.0.0/16\n Port 3\n"), "a"))
                .isEqualTo("3");
        assertThat(port(read("Match localnetwork fd00::/8\n Port 3\n"), "a")).isEqualTo("3");
        assertThat(port(read("Match localnetwork 10.2.0.0/16\n Port 3\n"), "a")).isEqualTo("22");
        assertThat(port(read("Match localnetwork 10.1.2.3\n Port 3\n"), "a")).isEqualTo("3");
    }

    @Test
    void aListLooksAtTheInterfacesOnceAndEveryUseAnew() throws ConfigurationException {
        machine.at("10.1.2.3");
        SshConfig config = read("Match localnetwork 10.1.0.0/16\n Port 3\n");

        for (String name : List.of("a", "b", "c")) {
            config.list(new HostAlias(name), Overrides.NONE);
        }
        assertThat(machine.calls).containsExactly("addresses");
        config.resolve(new HostAlias("a"), Overrides.NONE);
        config.resolve(new HostAlias("a"), Overrides.NONE);

        assertThat(machine.calls).containsExactly("addresses", "addresses", "addresses");
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3/8", "10.0.0.0/33", "x", "''", "10.0.0.0/", "fd00::/129", "'10.0.0.0/8,'"})
    void aNetworkThatIsNoneIsRefused(String list) {
        SshConfig config = read("Match localnetwork \"" + list + "\"\n Port 3\n");

        assertThat(config.problems()).hasSize(1);
    }

    @Test
    void criteriaThatAVersionDoesNotKnowAreRefused() {
        OpenSsh old = OpenSsh.parse("OpenSSH_9.2p1 Debian-2, OpenSSL 3");

        assertThat(read(old, "Match tagged x\n").problems()).hasSize(1);
        assertThat(read(old, "Match version *\n").problems()).hasSize(1);
        assertThat(read("Match version *\n").problems()).isEmpty();
    }

    @Test
    void beforeItWasSplitLikeOtherLinesMatchTookEqualsSignsApart() throws ConfigurationException {
        OpenSsh old = OpenSsh.parse("OpenSSH_9.2p1");

        assertThat(port(read(old, "Match host = a user \"me\"\n Port 3\n"), "a"))
                .isEqualTo("3");
        assertThat(read(old, "Match host a \"\" user b\n").problems()).hasSize(1);
    }

    @Test
    void aCommandDecidesWithItsTokensAndOnlyWhereTheCriteriaBeforeItHold() throws ConfigurationException {
        machine.exiting("test a = h.example.org:22", 0);
        SshConfig config = read("""
                Host a
                  HostName h.example.org
                Match host nobody exec "never run"
                  Port 1
                Match exec "test %n = %h:%p"
                  Port 2
                """);

        assertThat(port(config, "a")).isEqualTo("2");
        assertThat(machine.calls).containsExactly("run test a = h.example.org:22");
    }

    @Test
    void aCommandThatFailsDecidesTheOtherWay() throws ConfigurationException {
        machine.exiting("false", 1);

        assertThat(port(read("Match exec false\n Port 1\nMatch !exec false\n Port 2\n"), "a"))
                .isEqualTo("2");
    }

    @Test
    void aCommandThatDoesNotEndIsALocatedProblem() {
        machine.running("sleep 99", new Machine.Ran.Failed("still running after 10 s"));

        assertThatThrownBy(() -> port(read("\nMatch exec \"sleep 99\"\n Port 1\n"), "a"))
                .hasMessage("/home/me/.ssh/config:2: match exec 'sleep 99' error: still running after 10 s");
    }

    @Test
    void aTokenThatACommandMayNotHaveIsAProblemEvenWhereItIsNotRun() {
        assertThatThrownBy(() -> port(read("Match host x exec \"%z\"\n"), "a"))
                .hasMessage("/home/me/.ssh/config:1: unknown key %z");
    }

    @Test
    void aListingRunsNoCommandAndSaysWhatItLeavesOpen() throws ConfigurationException {
        SshConfig config = read("Match originalhost a exec \"date\"\n Port 1\nHost *\n Port 2\n");

        Listed open = config.list(new HostAlias("a"), Overrides.NONE);
        Listed settled = config.list(new HostAlias("b"), Overrides.NONE);

        assertThat(open.host().port().value()).isEqualTo(2);
        assertThat(open.uncertainties()).containsExactly("/home/me/.ssh/config:1: Match exec \"date\"");
        assertThat(settled.uncertainties()).isEmpty();
        assertThat(machine.calls).isEmpty();
    }

    @Test
    void aShortNameIsMadeWholeWithTheFirstDomainThatKnowsIt() throws ConfigurationException {
        machine.notKnowing("gpu.one.org.").knowing("gpu.two.org.", "gpu.two.org");
        SshConfig config = read("""
                CanonicalizeHostname yes
                CanonicalDomains one.org Two.org.
                Host *.two.org
                  Port 5
                Match canonical user me
                  IdentitiesOnly yes
                """);

        ResolvedHost host = config.resolve(new HostAlias("gpu"), Overrides.NONE);

        assertThat(host.hostName()).isEqualTo(new Value<>("gpu.two.org", new Origin.Line("/home/me/.ssh/config", 1)));
        assertThat(host.port().value()).isEqualTo(5);
        assertThat(host.login().identitiesOnly().value()).isTrue();
    }

    @Test
    void aNameWithEnoughDotsOrAnAddressIsLeftAlone() throws ConfigurationException {
        SshConfig config = read("CanonicalizeHostname yes\nCanonicalDomains one.org\n");

        assertThat(config.resolve(new HostAlias("a.b.c"), Overrides.NONE)
                        .hostName()
                        .value())
                .isEqualTo("a.b.c");
        assertThat(config.resolve(new HostAlias("10.0.0.1"), Overrides.NONE)
                        .hostName()
                        .value())
                .isEqualTo("10.0.0.1");
        assertThat(machine.calls).isEmpty();
    }

    @Test
    void behindAProxyOnlyAlwaysAsks() throws ConfigurationException {
        machine.knowing("a.one.org.", "a.one.org");
        String rest = "CanonicalDomains one.org\nProxyJump gate\n";

        assertThat(read("CanonicalizeHostname yes\n" + rest)
                        .resolve(new HostAlias("a"), Overrides.NONE)
                        .hostName()
                        .value())
                .isEqualTo("a");
        assertThat(read("CanonicalizeHostname always\n" + rest)
                        .resolve(new HostAlias("a"), Overrides.NONE)
                        .hostName()
                        .value())
                .isEqualTo("a.one.org");
    }

    @Test
    void anAliasOfTheNameServiceIsFollowedWhereARulePermits() throws ConfigurationException {
        machine.knowing("www.one.org.", "node1.pool.net");
        String text = "CanonicalizeHostname yes\nCanonicalDomains one.org\nCanonicalizePermittedCNAMEs ";

        assertThat(read(text + "*.one.org:*.pool.net\n")
                        .resolve(new HostAlias("www"), Overrides.NONE)
                        .hostName()
                        .value())
                .isEqualTo("node1.pool.net");
        assertThat(read(text + "*.one.org:*.other.net\n")
                        .resolve(new HostAlias("www"), Overrides.NONE)
                        .hostName()
                        .value())
                .isEqualTo("www.one.org");
    }

    @Test
    void aNameThatNoDomainKnowsIsRefusedWhereFallingBackIsForbidden() {
        machine.notKnowing("a.one.org.");

        assertThatThrownBy(() -> port(
                        read("CanonicalizeHostname yes\nCanonicalDomains one.org\nCanonicalizeFallbackLocal no\n"),
                        "a"))
                .hasMessage("/home/me/.ssh/config:3: Could not resolve host \"a\"");
    }

    @Test
    void aListingAsksNoNameServer() throws ConfigurationException {
        SshConfig config = read("CanonicalizeHostname yes\nCanonicalDomains one.org\n");

        Listed listed = config.list(new HostAlias("a"), Overrides.NONE);

        assertThat(listed.uncertainties()).containsExactly("/home/me/.ssh/config:1: canonical host name");
        assertThat(listed.host().hostName().value()).isEqualTo("a");
        assertThat(config.list(new HostAlias("a.b.c.d"), Overrides.NONE).uncertainties())
                .isEmpty();
    }

    @Test
    void anIncludeMayDependOnTheName() throws ConfigurationException {
        files.with("/home/me/.ssh/hosts/a", "Port 4\n").with("/home/me/.ssh/hello", "User greeted\n");
        SshConfig config = read("Include hosts/%n ${GREETING} ${NOPE}\nHost b\n Include hosts/%n\n");

        ResolvedHost host = config.resolve(new HostAlias("a"), Overrides.NONE);

        assertThat(host.port().value()).isEqualTo(4);
        assertThat(host.user().value()).isEqualTo("greeted");
        assertThat(port(config, "b")).isEqualTo("22");
        assertThat(config.watched().stamps()).containsKey("/home/me/.ssh/hosts/a");
    }

    @Test
    void aLateIncludeWithAFaultIsRefusedAndLocated() {
        files.with("/home/me/.ssh/a", "\nPort x\n");

        assertThatThrownBy(() -> port(read("Include %n\n"), "a")).hasMessage("/home/me/.ssh/a:2: Bad port 'x'.");
        assertThatThrownBy(() -> port(read("Include %z\n"), "b")).hasMessage("/home/me/.ssh/config:1: unknown key %z");
    }

    @Test
    void beforeTokensCameToIncludeAPercentSignWasOne() throws ConfigurationException {
        files.with("/home/me/.ssh/%n", "Port 4\n").with("/home/me/.ssh/a", "Port 5\n");

        assertThat(port(read(OpenSsh.parse("OpenSSH_9.8p1"), "Include %n\n"), "a"))
                .isEqualTo("4");
        assertThat(port(read(OpenSsh.parse("OpenSSH_9.9p1"), "Include %n\n"), "a"))
                .isEqualTo("5");
    }

    @Test
    void aMatchInsideAnIncludeOfABlockThatDoesNotApplyHasNoSay() throws ConfigurationException {
        files.with("/home/me/.ssh/inner", "Match all\n Port 3\nHost *\n User x\n");
        SshConfig config = read("Host b\n Include inner\nHost *\n Port 4\n");

        assertThat(port(config, "a")).isEqualTo("4");
        assertThat(port(config, "b")).isEqualTo("3");
    }
}
