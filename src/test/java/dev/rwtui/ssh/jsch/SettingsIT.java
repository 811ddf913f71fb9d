package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.Secret;
import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.config.HostKeyChecking;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.jsch.SessionRig.Trial;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a configuration says of a connection is what the server sees. */
@Timeout(60)
final class SettingsIT {

    private static SshdLab lab;

    private final SessionRig rig = new SessionRig();

    @BeforeAll
    static void startServer() throws IOException {
        lab = SshdLab.create();
        lab.start(
                "host",
                "Ciphers +aes128-cbc,3des-cbc",
                "MACs +hmac-md5",
                "KexAlgorithms +diffie-hellman-group14-sha1",
                "HostKeyAlgorithms +ssh-rsa",
                "PubkeyAcceptedAlgorithms +ssh-rsa",
                "HostKey " + lab.key("host_rsa", "rsa", ""));
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Host host() {
        return Host.in(lab, "host").onlyItsIdentities();
    }

    /** What the server's log says of one connection. */
    private String logOf(Host host) throws Exception {
        int before = lab.server("host").log().length();
        SshSession session = rig.connect(host);
        assertThat(session.isOpen()).isTrue();
        return lab.server("host").log().substring(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ciphers       | aes256-ctr                             | cipher: aes256-ctr
            Ciphers       | ^aes256-gcm@openssh.com                | cipher: aes256-gcm@openssh.com
            Ciphers       | -aes128-gcm*,aes256-gcm*               | cipher: aes128-ctr
            Ciphers       | aes128-cbc                             | cipher: aes128-cbc
            Ciphers       | 3des-cbc                               | cipher: 3des-cbc
            KexAlgorithms | ecdh-sha2-nistp521                     | algorithm: ecdh-sha2-nistp521
            KexAlgorithms | diffie-hellman-group14-sha1            | algorithm: diffie-hellman-group14-sha1
            KexAlgorithms | diffie-hellman-group-exchange-sha256   | algorithm: diffie-hellman-group-exchange-sha256
            Compression   | yes                                    | compression: zlib@openssh.com
            Compression   | no                                     | compression: none
            """)
    void theTransportIsWhatWasAskedFor(String keyword, String value, String seen) throws Exception {
        assertThat(logOf(host().with(keyword, value))).contains(seen);
    }

    @ParameterizedTest
    @CsvSource({"hmac-sha2-512", "hmac-md5", "hmac-sha1-etm@openssh.com"})
    void soIsTheCodeThatGuardsEachMessage(String mac) throws Exception {
        assertThat(logOf(host().with("Ciphers", "aes128-ctr").with("MACs", mac)))
                .contains("MAC: " + mac);
    }

    @ParameterizedTest
    @CsvSource({"rsa-sha2-256", "ssh-rsa", "ssh-ed25519"})
    void soIsTheHostKey(String algorithm) throws Exception {
        Host accepting = host().knownHosts(lab.path("fresh_" + algorithm).toString(), HostKeyChecking.ACCEPT_NEW);

        assertThat(logOf(accepting.with("HostKeyAlgorithms", algorithm))).contains("host key algorithm: " + algorithm);
    }

    @ParameterizedTest
    @CsvSource({"rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"})
    void soIsTheSignatureOfAKey(String algorithm) throws Exception {
        String name = "key_" + algorithm;
        lab.authorize(lab.key(name, "rsa", ""));

        String log = logOf(host().identity(lab.path(name).toString()).with("PubkeyAcceptedAlgorithms", algorithm));

        assertThat(log).contains("publickey test pkalg " + algorithm);
    }

    @Test
    void whatRwtuiDoesNotHaveIsSaidAndTheRestIsUsed() throws Exception {
        Trial trial = new Trial();

        SshSession session = rig.connect(
                host().with("Ciphers", "chacha20-poly1305@openssh.com,aes256-ctr"), new Carrier.Tcp(), trial);

        assertThat(session.facts().cipher()).isEqualTo("aes256-ctr");
        assertThat(trial.notes).contains("Ciphers: rwtui does not have chacha20-poly1305@openssh.com");
    }

    @Test
    void whereNothingIsLeftTheConfigurationIsToBlame() {
        Failure failure = rig.fails(host().with("MACs", "umac-64@openssh.com,umac-128@openssh.com"), new Trial());

        assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(failure.why()).contains("MACs umac-64@openssh.com,umac-128@openssh.com leaves nothing");
        assertThat(failure.advice()).contains("hmac-sha2-256");
    }

    @Test
    void whereNothingIsInCommonTheServersListIsShown() throws Exception {
        lab.start("narrow", "Ciphers aes256-ctr");

        Failure failure =
                rig.fails(host().address(lab.server("narrow").address()).with("Ciphers", "aes128-ctr"), new Trial());

        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure.why())
                .contains("no common cipher")
                .contains("aes256-ctr")
                .contains("aes128-ctr");
        assertThat(failure.advice()).contains("Ciphers");
    }

    @Test
    void onlyTheMethodsThatAreWantedAreTried() throws Exception {
        lab.start("asking", "KbdInteractiveAuthentication yes", "PasswordAuthentication yes");
        Host asking = host().address(lab.server("asking").address());
        Trial noKeys = new Trial();
        Trial byPassword = new Trial();

        Failure first = rig.fails(asking.with("PreferredAuthentications", "password"), noKeys);
        rig.fails(
                asking.with("PubkeyAuthentication", "no").with("NumberOfPasswordPrompts", "2"),
                byPassword.answering(ask -> new Answer.Typed(List.of(Secret.owning("wrong".toCharArray())))));

        assertThat(first.kind()).isEqualTo(Kind.ANSWER_NEEDED);
        assertThat(noKeys.asked).hasSize(1);
        assertThat(byPassword.asked).hasSize(2);
    }

    @Test
    void aMethodThatRwtuiDoesNotHaveIsSaid() {
        Trial trial = new Trial();

        rig.fails(
                host().with("GSSAPIAuthentication", "yes").with("PreferredAuthentications", "gssapi-with-mic"), trial);

        assertThat(trial.notes).contains("rwtui cannot log in by gssapi-with-mic");
    }

    @Test
    void theFamilyOfAddressesIsObeyed() throws Exception {
        Host six = host().address(new Endpoint("127.0.0.1", lab.server("host").port()));

        Failure failure = rig.fails(six.with("AddressFamily", "inet6"), new Trial());
        SshSession session = rig.connect(six.with("AddressFamily", "inet"));

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_NAME);
        assertThat(failure.why()).contains("no address of AddressFamily inet6");
        assertThat(session.isOpen()).isTrue();
    }

    @Test
    void theConnectionBeginsAtTheAddressThatIsWanted() throws Exception {
        assertThat(logOf(host().with("BindAddress", "127.0.0.9"))).contains("Connection from 127.0.0.9 port");
    }

    @Test
    void anAddressThatCannotBeBoundToIsNamed() {
        Failure failure = rig.fails(host().with("BindAddress", "::1"), new Trial());

        assertThat(failure.why()).contains("BindAddress has no address of that family");
    }

    @Test
    void aServerThatIsNotThereYetIsTriedAgain() throws Exception {
        int port = lab.start("late").port();
        lab.server("late").kill();
        Trial trial = new Trial();
        CompletableFuture<SshSession> connecting = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return rig.connect(
                                host().address(new Endpoint("127.0.0.1", port)).with("ConnectionAttempts", "20"),
                                new Carrier.Tcp(),
                                trial);
                    } catch (SshException e) {
                        throw new AssertionError(e);
                    }
                },
                rig.executor());

        Waiting.until(() -> !trial.notes.isEmpty());
        lab.server("late").start();

        assertThat(connecting.get(30, TimeUnit.SECONDS).isOpen()).isTrue();
        assertThat(trial.notes).anyMatch(note -> note.contains("Connection refused"));
    }
}
