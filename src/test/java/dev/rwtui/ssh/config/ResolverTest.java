package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rwtui.base.HostAlias;
import dev.rwtui.testing.MemoryConfigFiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResolverTest {

    private static SshConfig read(String text) {
        return SshConfig.read(MemoryConfigFiles.of(text), Optional.empty(), Overrides.NONE);
    }

    private static ResolvedHost resolve(String text) throws ConfigurationException {
        return read(text).resolve(new HostAlias("web"), Overrides.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "HostName %h.Example.ORG,web.example.org",
        "HostName %%h,%h",
        "HostName FE80::1,FE80::1",
        "HostName 10.0.0.1,10.0.0.1",
        "User x,web",
    })
    void aHostNameIsLowerCaseUnlessItIsAnIpv6Address(String line, String hostName) throws ConfigurationException {
        assertThat(resolve(line).hostName().value()).isEqualTo(hostName);
    }

    @ParameterizedTest
    @CsvSource({
        "yes,YES",
        "TRUE,YES",
        "no,NO",
        "false,NO",
        "off,NO",
        "ask,ASK",
        "accept-new,ACCEPT_NEW",
    })
    void hostKeyCheckingHasManySpellings(String word, HostKeyChecking checking) throws ConfigurationException {
        assertThat(resolve("StrictHostKeyChecking " + word)
                        .hostKeys()
                        .checking()
                        .value())
                .isEqualTo(checking);
    }

    @Test
    void theFirstValueWins() throws ConfigurationException {
        ResolvedHost host = resolve("Host w*\n Port 1\nHost web\n Port 2\n BatchMode yes\nHost *\n BatchMode no\n");

        assertThat(host.port().value()).isEqualTo(1);
        assertThat(host.login().batchMode().value()).isTrue();
    }

    @Test
    void aTimeThatIsNoneLeavesTheWordToLaterLines() throws ConfigurationException {
        ResolvedHost host = resolve("ConnectTimeout none\nConnectTimeout 1m\nServerAliveInterval none\n");

        assertThat(host.transport().connectTimeout())
                .isEqualTo(new Value<>(
                        Optional.of(Duration.ofMinutes(1)), new Origin.Line(MemoryConfigFiles.USER_FILE, 2)));
        assertThat(host.transport().aliveInterval())
                .isEqualTo(new Value<>(Duration.ZERO, new Origin.Line(MemoryConfigFiles.USER_FILE, 3)));
    }

    @Test
    void theSameForwardTwiceCountsOnce() throws ConfigurationException {
        ResolvedHost host = resolve(
                "LocalForward 80 a:80\nLocalForward 80 a:80\nLocalForward 81 /s\nLocalForward 81 /s\nLocalForward 82 a:80\n");

        assertThat(host.localForwards())
                .extracting(forward -> forward.value() + " " + forward.origin().words())
                .containsExactly("80:a:80 /home/me/.ssh/config:1", "82:a:80 /home/me/.ssh/config:5");
        assertThat(host.unsupportedForwards()).extracting(Value::value).containsExactly("81 /s");
    }

    @Test
    void clearedForwardsAreGone() throws ConfigurationException {
        ResolvedHost host = resolve("LocalForward 80 a:80\nLocalForward 81 /%z\nClearAllForwardings yes\n");

        assertThat(host.localForwards()).isEmpty();
        assertThat(host.unsupportedForwards()).isEmpty();
    }

    @Test
    void knownHostsFilesAreAListOrNone() throws ConfigurationException {
        ResolvedHost host = resolve(
                "UserKnownHostsFile # nothing\nUserKnownHostsFile ~/k-%k \"/n n\"\nGlobalKnownHostsFile none\nHostKeyAlias K\n");

        assertThat(host.hostKeys().userFiles().value()).containsExactly("/home/me/k-k", "/n n");
        assertThat(host.hostKeys().globalFiles().value()).isEmpty();
        assertThat(host.hostKeys().globalFiles().isDefault()).isFalse();
    }

    @Test
    void pathsHaveAllTokens() throws ConfigurationException {
        ResolvedHost host =
                resolve("Port 7\nUser u\nHostName H\nIdentityFile %L-%d-%h-%i-%l-%n-%p-%r-%u-${GREETING}\n");

        assertThat(host.login().identityFiles().value())
                .containsExactly("laptop-/home/me-h-1000-laptop.example.org-web-7-u-me-hello");
    }

    @Test
    void theHashOfAConnectionIsStable() throws ConfigurationException {
        // printf %s laptop.example.orgweb22me | sha1sum
        assertThat(resolve("IdentityFile %C\n").login().identityFiles().value())
                .containsExactly("785a5ec3612d9ced0a6ecb654ca49d7d36fbfba1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ProxyJump g                          | a jump to g
                    ProxyJump none                       | none
                    ProxyCommand none                    | none
                    ProxyCommand nc %h %p                | nc web 22
                    ProxyCommand nc %z                   | nc %z
                    Port 7                               | none
                    """)
    void theProxyIsAJumpACommandOrNone(String line, String shown) throws ConfigurationException {
        assertThat(shown(resolve(line))).isEqualTo(shown);
    }

    private static String shown(ResolvedHost host) {
        Proxy proxy = host.proxy().value();
        if (proxy instanceof Proxy.Jumps jumps) {
            return "a jump to " + jumps.jumps().get(0).name();
        }
        return proxy instanceof Proxy.Command command ? command.line() : "none";
    }

    @Test
    void whicheverProxyComesFirstWins() throws ConfigurationException {
        assertThat(shown(resolve("ProxyJump g\nProxyCommand c\n"))).isEqualTo("a jump to g");
        assertThat(shown(resolve("ProxyCommand c\nProxyJump g\n"))).isEqualTo("c");
        assertThat(shown(resolve("ProxyCommand none\nProxyJump g\nProxyCommand c\n")))
                .isEqualTo("none");
        assertThat(shown(resolve("ProxyJump none\nProxyJump g\n"))).isEqualTo("none");
        assertThat(shown(resolve("ProxyJump none\nProxyJump g\nProxyCommand c\n")))
                .isEqualTo("c");
    }

    @Test
    void tokensOfAJumpAreThoseOfTheHost() throws ConfigurationException {
        Proxy.Jumps jumps =
                (Proxy.Jumps) resolve("ProxyJump %r@gate-%h:7\n").proxy().value();

        assertThat(jumps.jumps())
                .containsExactly(new Proxy.Jump(
                        "gate-web", new Overrides(List.of("User=\"me\"", "Port=7")), new Proxy.Configuration.Same()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HostName x%",
                "HostName web\nProxyJump web",
                "ProxyJump me@web:22",
                "IdentityAgent ~nobody/x",
                "IdentityAgent /%z",
                "UserKnownHostsFile /%z",
                "LocalForward 80 /%z",
                "ConnectionAttempts 0",
                "ForkAfterAuthentication yes",
                "ForkAfterAuthentication yes\nRemoteCommand none",
                "RemoteCommand %z",
                "ControlPath /%z",
                "ControlPath ~nobody/x",
                "ForwardAgent ~nobody/x",
                "RevokedHostKeys ~nobody/x",
            })
    void whatSshGivesUpOverIsRefused(String text) {
        ConfigurationException refusal = catchThrowableOfType(ConfigurationException.class, () -> resolve(text));

        assertThat(refusal).isNotNull();
        assertThat(refusal.problems()).hasSize(1);
        assertThat(refusal.problems().get(0).file()).isEqualTo(MemoryConfigFiles.USER_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b@web", "-x@web", "a -b@web", "a\\@web", "$(x)@web"})
    void aUserThatAShellCouldMistakeIsRefused(String destination) {
        ConfigurationException refusal = catchThrowableOfType(
                ConfigurationException.class, () -> read("").resolve(new HostAlias(destination), Overrides.NONE));

        assertThat(refusal).hasMessage("command line: remote username contains invalid characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ProxyJump web:23",
                "ProxyJump you@web",
                "User a;b",
                "ProxyJump web,other",
                "ConnectionAttempts 1",
                "ForkAfterAuthentication no",
                "ForkAfterAuthentication yes\nRemoteCommand x",
                "ForkAfterAuthentication yes\nSessionType none",
                "ControlPath none",
                "ControlPath ~/.ssh/cm-%C",
                "ForwardAgent yes",
                "LocalForward 80 /%n",
                "Ciphers +aes128-cbc",
            })
    void whatSshPutsUpWithIsNot(String text) throws ConfigurationException {
        assertThat(resolve(text).alias()).isEqualTo(new HostAlias("web"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Port 22                                                              | publickey,keyboard-interactive,password
            PasswordAuthentication no                                            | publickey,keyboard-interactive
            PubkeyAuthentication no                                              | keyboard-interactive,password
            PubkeyAuthentication unbound                                         | publickey,keyboard-interactive,password
            KbdInteractiveAuthentication no                                      | publickey,password
            PreferredAuthentications password,publickey                          | password,publickey
            PreferredAuthentications password,publickey;PasswordAuthentication no | publickey
            GSSAPIAuthentication yes          | gssapi-with-mic,publickey,keyboard-interactive,password
            HostbasedAuthentication yes       | hostbased,publickey,keyboard-interactive,password
            PreferredAuthentications gssapi-with-mic,hostbased                   | ''
            PreferredAuthentications frob,,password,frob                         | frob,password
            """)
    void methodsAreThoseThatAreWantedAndOn(String lines, String methods) throws ConfigurationException {
        ResolvedHost host = resolve(lines.replace(';', '\n') + "\n");

        assertThat(String.join(",", host.login().methods().value())).isEqualTo(methods);
    }

    @Test
    void certificatesAreFilesInTheirOrder() throws ConfigurationException {
        ResolvedHost host = resolve("CertificateFile ~/c-%r\nCertificateFile /d\nCertificateFile ~/c-%r\n");

        assertThat(host.login().certificateFiles().value()).containsExactly("/home/me/c-me", "/d");
    }

    @Test
    void aTransportIsSilentUnlessSomethingIsSaid() throws ConfigurationException {
        Transport silent = resolve("Port 22\n").transport();
        Transport said = resolve("""
                AddressFamily inet6
                BindAddress 10.0.0.1
                ConnectionAttempts 4
                Compression yes
                Ciphers +aes128-cbc
                """).transport();

        assertThat(silent.ciphers().value()).isEqualTo(AlgorithmList.silent());
        assertThat(silent.compression().value()).isFalse();
        assertThat(silent.bindAddress().value()).isEmpty();
        assertThat(said.addressFamily().value()).isEqualTo(AddressFamily.INET6);
        assertThat(said.bindAddress().value()).contains("10.0.0.1");
        assertThat(said.connectionAttempts().value()).isEqualTo(4);
        assertThat(said.compression().value()).isTrue();
        assertThat(said.ciphers().value().written()).contains("+aes128-cbc");
    }

    @Test
    void variablesAreSentByPatternAndSetByName() throws ConfigurationException {
        ResolvedHost host = resolve("""
                SendEnv LANG LC_*
                SendEnv -LC_N* EDITOR
                SetEnv A=b LANG=C "WITH=a blank" A=c
                SetEnv TOO=late
                """);

        assertThat(host.session()
                        .environment()
                        .of(Map.of("LANG", "de", "LC_ALL", "x", "LC_NUMERIC", "y", "EDITOR", "vi", "HOME", "/h")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "LANG", "C", "LC_ALL", "x", "LC_NUMERIC", "y", "EDITOR", "vi", "A", "b", "WITH", "a blank"));
    }
}
