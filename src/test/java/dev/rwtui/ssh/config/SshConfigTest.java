package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.ConfigFiles.Content;
import dev.rwtui.ssh.config.ConfigFiles.Safety;
import dev.rwtui.testing.MemoryConfigFiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SshConfigTest {

    private static SshConfig read(ConfigFiles files) {
        return SshConfig.read(files, Optional.empty(), Overrides.NONE);
    }

    private static SshConfig read(String text) {
        return read(MemoryConfigFiles.of(text));
    }

    private static ResolvedHost resolve(String text, String name) throws ConfigurationException {
        return read(text).resolve(new HostAlias(name), Overrides.NONE);
    }

    private static List<String> problems(SshConfig config, String name) {
        ConfigurationException refusal = catchThrowableOfType(
                ConfigurationException.class, () -> config.resolve(new HostAlias(name), Overrides.NONE));
        return refusal == null
                ? List.of()
                : refusal.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void hostsAreTheLiteralNamesInOrderEachOnceWithTheCommentAbove() {
        SshConfig config = read("""
                ##########
                # The gate #
                #   of the department
                ##########
                Host gate g
                  User x

                # not this one

                Host *.org !gate gpu?
                Host gpu01 gate
                """);

        assertThat(config.hosts())
                .extracting(entry -> entry.alias() + ": " + entry.description() + " "
                        + entry.origin().words())
                .containsExactly(
                        "gate: The gate of the department /home/me/.ssh/config:5",
                        "g: The gate of the department /home/me/.ssh/config:5",
                        "gpu01:  /home/me/.ssh/config:11");
    }

    @Test
    void hostsOfIncludedFilesStandWhereTheyAreIncluded() {
        MemoryConfigFiles files = MemoryConfigFiles.of("""
                        Include conf.d/*
                        Host z
                        Host only-*
                          Include inner
                        Match host q
                          Include inner
                        """)
                .with("/home/me/.ssh/conf.d/b", "Host b\n")
                .with("/home/me/.ssh/conf.d/a", "# A\nHost a\n")
                .with("/home/me/.ssh/inner", "Host by-match only-this\n")
                .with(MemoryConfigFiles.SYSTEM_FILE, "Include more\nHost sys\n")
                .with("/etc/ssh/more", "Host more\n");

        assertThat(read(files).hosts())
                .extracting(entry -> entry.alias().value())
                .containsExactly("a", "b", "z", "only-this", "by-match", "more", "sys");
    }

    @Test
    void everyValueKnowsWhereItComesFrom() throws ConfigurationException {
        SshConfig config = SshConfig.read(
                MemoryConfigFiles.of("Host a\n  Port 7\n"), Optional.empty(), new Overrides(List.of("User=cl")));

        ResolvedHost host = config.resolve(new HostAlias("a"), new Overrides(List.of("HostKeyAlias=k")));

        assertThat(host.port()).isEqualTo(new Value<>(7, new Origin.Line("/home/me/.ssh/config", 2)));
        assertThat(host.user()).isEqualTo(new Value<>("cl", new Origin.CommandLine()));
        assertThat(host.hostKeys().alias().origin().words()).isEqualTo("command line");
        assertThat(host.hostName()).isEqualTo(new Value<>("a", new Origin.Default()));
        assertThat(host.login().batchMode().isDefault()).isTrue();
    }

    @Test
    void whereNothingIsSetTheDefaultsAreThoseOfSshButForKeepalive() throws ConfigurationException {
        ResolvedHost host = resolve("", "A");

        assertThat(host.hostName().value()).isEqualTo("a");
        assertThat(host.user().value()).isEqualTo("me");
        assertThat(host.login().identityFiles().value())
                .startsWith("/home/me/.ssh/id_rsa")
                .hasSize(6);
        assertThat(host.hostKeys().userFiles().value())
                .containsExactly("/home/me/.ssh/known_hosts", "/home/me/.ssh/known_hosts2");
        assertThat(host.transport().aliveInterval().value()).isEqualTo(Duration.ofSeconds(15));
        assertThat(host.transport().aliveCountMax().value()).isEqualTo(3);
        assertThat(host.transport().connectTimeout().value()).isEmpty();
        assertThat(host.hostKeys().checking().value()).isEqualTo(HostKeyChecking.ASK);
        assertThat(host.login().identityAgent()).isEqualTo(new Value<>(Optional.empty(), new Origin.Default()));
    }

    @Test
    void keepaliveThatIsSwitchedOffIsNotSilence() throws ConfigurationException {
        assertThat(resolve("ServerAliveInterval 0", "a")
                        .transport()
                        .aliveInterval()
                        .value())
                .isZero();
        Value<Duration> none =
                resolve("ServerAliveInterval none", "a").transport().aliveInterval();

        assertThat(none.value()).isZero();
        assertThat(none.isDefault()).isFalse();
    }

    @Test
    void anAgentIsAPathOrNoneOrAVariable() throws ConfigurationException {
        assertThat(resolve("IdentityAgent ~/a-%r", "a").login().identityAgent().value())
                .contains("/home/me/a-me");
        assertThat(resolve("IdentityAgent $AGENT", "a").login().identityAgent().value())
                .contains("/run/agent");
        assertThat(resolve("IdentityAgent $NOBODY", "a").login().identityAgent().value())
                .isEmpty();
        assertThat(resolve("IdentityAgent none", "a").login().identityAgent().isDefault())
                .isFalse();
        assertThat(resolve("IdentityAgent SSH_AUTH_SOCK", "a")
                        .login()
                        .identityAgent()
                        .isDefault())
                .isTrue();
    }

    @Test
    void identitiesAddUpAndThoseThatCannotBeExpandedStay() throws ConfigurationException {
        ResolvedHost host = resolve("IdentityFile ~root/x\nIdentityFile /%z\nIdentityFile none\n", "a");

        assertThat(host.login().identityFiles().value()).containsExactly("/x", "/%z");
    }

    @Test
    void allProblemsAreToldWithTheirPlace() {
        SshConfig config = read("Port x\nFrob y\nHost b\n  User a b\n  HostName %n\n");

        assertThat(problems(config, "b"))
                .containsExactly(
                        "/home/me/.ssh/config:1: Bad port 'x'.",
                        "/home/me/.ssh/config:2: Bad configuration option: frob",
                        "/home/me/.ssh/config:4: keyword user extra arguments at end of line",
                        "/home/me/.ssh/config:5: unknown key %n");
        assertThat(config.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "/home/me/.ssh/config:1: Bad port 'x'.",
                        "/home/me/.ssh/config:4: keyword user extra arguments at end of line",
                        "/home/me/.ssh/config:2: Bad configuration option: frob");
    }

    @Test
    void anUnknownKeywordThatSomeBlockIgnoresIsNoProblemOfTheFile() {
        SshConfig config = read("Host a\n  IgnoreUnknown frob\nHost *\n  Frob y\n");

        assertThat(config.problems()).isEmpty();
        assertThat(problems(config, "a")).isEmpty();
        assertThat(problems(config, "b")).hasSize(1);
    }

    @Test
    void filesThatWereLookedForAreTold() {
        MemoryConfigFiles files = MemoryConfigFiles.of("Include gone one one\n")
                .with("/home/me/.ssh/one", "")
                .with(MemoryConfigFiles.SYSTEM_FILE, new Content.Unreadable("Permission denied"));

        assertThat(read(files).sources())
                .containsExactly(
                        new SourceFile(MemoryConfigFiles.USER_FILE, new SourceFile.State.Read()),
                        new SourceFile("/home/me/.ssh/one", new SourceFile.State.Read()),
                        new SourceFile(
                                MemoryConfigFiles.SYSTEM_FILE, new SourceFile.State.Unreadable("Permission denied")));
        assertThat(read(new MemoryConfigFiles()).sources())
                .extracting(SourceFile::state)
                .containsOnly(new SourceFile.State.Missing());
    }

    @Test
    void anIncludedFileThatCannotBeReadIsAProblemOfItsLine() {
        MemoryConfigFiles files = MemoryConfigFiles.of("\nInclude one\n")
                .with("/home/me/.ssh/one", new Content.Unreadable("Permission denied"));

        assertThat(problems(read(files), "a"))
                .containsExactly(
                        "/home/me/.ssh/config:2: Can't open user config file /home/me/.ssh/one: Permission denied");
    }

    @Test
    void aFileThatOthersCanWriteIsRefused() {
        Content open = new Content.Text("Port 1\n", Safety.WRITABLE_BY_OTHERS);
        MemoryConfigFiles files = new MemoryConfigFiles().with(MemoryConfigFiles.USER_FILE, open);

        assertThat(problems(read(files), "a")).singleElement().asString().contains("config: Bad owner or permissions");
        assertThat(problems(SshConfig.read(files, Optional.of(MemoryConfigFiles.USER_FILE), Overrides.NONE), "a"))
                .isEmpty();
    }

    @Test
    void aSystemFileMayNotIncludeFromSomebodysHome() {
        MemoryConfigFiles files = new MemoryConfigFiles().with(MemoryConfigFiles.SYSTEM_FILE, "Include ~/x\n");

        assertThat(problems(read(files), "a")).containsExactly("/etc/ssh/ssh_config:1: bad include path ~/x.");
    }

    @Test
    void aNamedFileTakesThePlaceOfTheOthersAndMustBeThere() throws ConfigurationException {
        MemoryConfigFiles files =
                MemoryConfigFiles.of("Port 1\n").with("/f", "Port 2\n").with("/u", new Content.Unreadable("no"));

        assertThat(SshConfig.read(files, Optional.of("/f"), Overrides.NONE)
                        .resolve(new HostAlias("a"), Overrides.NONE)
                        .port()
                        .value())
                .isEqualTo(2);
        assertThat(SshConfig.read(files, Optional.of("none"), Overrides.NONE)
                        .resolve(new HostAlias("a"), Overrides.NONE)
                        .port()
                        .value())
                .isEqualTo(22);
        assertThat(problems(SshConfig.read(files, Optional.of("/gone"), Overrides.NONE), "a"))
                .containsExactly("/gone: Can't open user config file: No such file or directory");
        assertThat(problems(SshConfig.read(files, Optional.of("/u"), Overrides.NONE), "a"))
                .containsExactly("/u: Can't open user config file: no");
    }

    @Test
    void includesThatMultiplyWithoutEndAreStopped() {
        MemoryConfigFiles files = MemoryConfigFiles.of("Include config config\n");

        assertThat(problems(read(files), "a"))
                .singleElement()
                .asString()
                .endsWith("Too many recursive configuration includes");
    }

    @Test
    void optionsOfTheCommandLineAreChecked() {
        SshConfig config = SshConfig.read(
                new MemoryConfigFiles(),
                Optional.empty(),
                new Overrides(List.of("Port=x", "Frob=1", "Include=y", "# nothing", "User")));

        assertThat(problems(config, "a"))
                .containsExactly(
                        "command line: Bad port 'x'.",
                        "command line: include is not possible as a command-line option",
                        "command line: no argument after keyword \"user\"",
                        "command line: Bad configuration option: frob");
    }

    @Test
    void aNameThatAShellCouldMistakeIsRefused() {
        assertThatThrownBy(() -> resolve("", "a;b"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("command line: hostname contains invalid characters: a;b");
    }

    @Test
    void whatIsNotActedOnIsToldWhereItMatters() throws ConfigurationException {
        SshConfig config = read("DynamicForward 1080\nForwardAgent no\nCompression yes\nHost b\n Ciphers aes128-ctr\n");

        assertThat(config.list(new HostAlias("a"), Overrides.NONE).unserved())
                .containsExactly(new Value<>("dynamicforward 1080", new Origin.Line("/home/me/.ssh/config", 1)));
    }

    @Test
    void aJumpIsLookedUpWithoutTheOptionsOfTheCommandLine() throws ConfigurationException {
        MemoryConfigFiles files = MemoryConfigFiles.of("Port 1\n").with("/f", "Port 2\n");
        SshConfig config = SshConfig.read(files, Optional.of("/f"), new Overrides(List.of("Port=3")));
        HostAlias gate = new HostAlias("g");

        assertThat(config.at(new Proxy.Configuration.Same())
                        .resolve(gate, Overrides.NONE)
                        .port()
                        .value())
                .isEqualTo(2);
        assertThat(config.at(new Proxy.Configuration.Standard())
                        .resolve(gate, Overrides.NONE)
                        .port()
                        .value())
                .isEqualTo(1);
        assertThat(config.at(new Proxy.Configuration.File("none"))
                        .resolve(gate, Overrides.NONE)
                        .port()
                        .value())
                .isEqualTo(22);
        assertThat(config.at(new Proxy.Configuration.Standard()))
                .isSameAs(config.at(new Proxy.Configuration.Standard()));
    }
}
