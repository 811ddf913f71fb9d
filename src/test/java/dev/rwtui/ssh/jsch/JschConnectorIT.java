package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.Secret;
import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.config.HostKeyChecking;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.jsch.SessionRig.Trial;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Step;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connecting: authentication, host keys, and what becomes of a session. */
@Timeout(60)
final class JschConnectorIT {

    private static SshdLab lab;

    private final SessionRig rig = new SessionRig();

    @BeforeAll
    static void startServer() throws IOException {
        lab = SshdLab.create();
        lab.start("host");
    }

    @AfterAll
    static void stopServer() throws IOException {
        lab.close();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Host host() {
        return Host.in(lab, "host");
    }

    private static Answer typed(String text) {
        return new Answer.Typed(List.of(Secret.owning(text.toCharArray())));
    }

    @Test
    void anEncryptedKeyIsAskedForUntilThePassphraseFits() throws Exception {
        Path key = lab.key("locked", "ed25519", "open sesame");
        lab.authorize(key);
        Trial trial = new Trial();
        trial.answering(ask -> typed(trial.asked.size() < 2 ? "wrong" : "open sesame"));

        rig.connect(host().identity(key.toString()), new Carrier.Tcp(), trial);

        assertThat(trial.asked).hasSize(2);
        assertThat(trial.asked.element()).asString().contains(key.toString());
        assertThat(trial.steps).contains(Step.WAITING_FOR_ANSWER);
    }

    @Test
    void aDeclinedPassphraseMeansTheNextKey() throws Exception {
        Path key = lab.key("declined", "ed25519", "open sesame");
        lab.authorize(key);
        Trial trial = new Trial();

        SshSession session = rig.connect(
                host().identity(key.toString(), lab.path("id_ed25519").toString()), new Carrier.Tcp(), trial);

        assertThat(session.isOpen()).isTrue();
        assertThat(trial.asked).hasSize(1);
    }

    @Test
    void aBackgroundAttemptNeverAsks() throws Exception {
        Path key = lab.key("background", "ed25519", "open sesame");
        lab.authorize(key);
        Trial trial = new Trial().background();

        Failure failure = rig.fails(host().identity(key.toString()), trial);

        assertThat(failure.kind()).isEqualTo(Kind.ANSWER_NEEDED);
        assertThat(failure.why()).contains("publickey").contains(key.toString());
        assertThat(trial.asked).isEmpty();
    }

    @Test
    void aKeyTheServerDoesNotKnowIsRefusedWithItsMethods() throws Exception {
        Path key = lab.key("stranger", "ed25519", "");

        Failure failure = rig.fails(host().identity(key.toString(), "/nonexistent/key"), new Trial());

        assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION_REFUSED);
        assertThat(failure.why()).isEqualTo("Permission denied (publickey)");
    }

    @Test
    void theAgentSigns() throws Exception {
        Path key = lab.key("held", "rsa", "");
        lab.authorize(key);
        Path socket = lab.agent(key);

        SshSession session = rig.connect(host().identity().agent(socket.toString()));

        assertThat(session.isOpen()).isTrue();
    }

    @Test
    void anAgentThatHangsIsPassedOver() throws Exception {
        Path socket = lab.path("hung");
        try (java.nio.channels.ServerSocketChannel hung =
                java.nio.channels.ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
            hung.bind(java.net.UnixDomainSocketAddress.of(socket));
            Trial trial = new Trial();

            SshSession session = rig.connect(host().agent(socket.toString()), new Carrier.Tcp(), trial);

            assertThat(session.isOpen()).isTrue();
            assertThat(trial.notes).anyMatch(note -> note.contains("ssh-agent"));
        }
    }

    @Test
    void anUnknownHostKeyIsShownAndRecordedWhenAccepted() throws Exception {
        Path file = lab.path("fresh/known_hosts");
        Trial trial = new Trial().answering(ask -> new Answer.Yes());

        rig.connect(host().knownHosts(file.toString(), HostKeyChecking.ASK), new Carrier.Tcp(), trial);
        rig.connect(host().knownHosts(file.toString(), HostKeyChecking.YES));

        assertThat(trial.asked.element()).isInstanceOfSatisfying(Question.UnknownHostKey.class, asked -> {
            assertThat(asked.fingerprint()).startsWith("SHA256:");
            assertThat(asked.file()).contains(file.toString());
        });
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void anUnknownHostKeyStopsWhoeverCannotAsk() {
        Host stranger = host().knownHosts(lab.path("none").toString(), HostKeyChecking.ASK);

        assertThat(rig.fails(stranger, new Trial().background()).kind()).isEqualTo(Kind.HOST_KEY_UNKNOWN);
        assertThat(rig.fails(stranger, new Trial()).kind()).isEqualTo(Kind.HOST_KEY_UNKNOWN);
        assertThat(lab.path("none")).doesNotExist();
    }

    @Test
    void aChangedHostKeyIsRefusedWithFileAndLine() throws Exception {
        Path other = lab.key("other_host", "ed25519", "");
        Path file = lab.path("changed");
        String name = "[127.0.0.1]:" + lab.server("host").port();
        Files.writeString(file, "# comment\n" + name + " " + Files.readString(Path.of(other + ".pub")));

        Failure failure = rig.fails(host().knownHosts(file.toString(), HostKeyChecking.NO), new Trial());

        assertThat(failure.kind()).isEqualTo(Kind.HOST_KEY_CHANGED);
        assertThat(failure.why()).contains(file + ":2");
        assertThat(failure.advice()).contains("ssh-keygen -f '" + file + "' -R '" + name + "'");
    }

    @Test
    void aRevokedHostKeyIsRefused() throws Exception {
        Path file = lab.path("revoked");
        Files.writeString(file, "@revoked * " + Files.readString(lab.path("host_host.pub")));

        Failure failure = rig.fails(host().knownHosts(file.toString(), HostKeyChecking.NO), new Trial());

        assertThat(failure.kind()).isEqualTo(Kind.HOST_KEY_REVOKED);
    }

    @Test
    void passwordAndCodesAreAsked() throws Exception {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPasswordAuthenticator((user, password, session) -> password.equals("secret"));
        server.setKeyboardInteractiveAuthenticator(KeyboardInteractiveAuthenticator.NONE);
        server.start();
        try {
            Host host = host().address(new Endpoint("127.0.0.1", server.getPort()))
                    .knownHosts(lab.path("mina").toString(), HostKeyChecking.ACCEPT_NEW);
            Trial trial = new Trial();
            trial.answering(ask -> typed(trial.asked.size() == 1 ? "wrong" : "secret"));

            SshSession session = rig.connect(host, new Carrier.Tcp(), trial);

            assertThat(session.isOpen()).isTrue();
            assertThat(trial.asked).hasSizeGreaterThanOrEqualTo(2);
            assertThat(rig.fails(host, new Trial().background()).kind()).isEqualTo(Kind.ANSWER_NEEDED);
        } finally {
            server.stop(true);
        }
    }

    @Test
    void aQuestionIsWithdrawnWhenTheServerHangsUp() throws Exception {
        Path key = lab.key("slow", "ed25519", "open sesame");
        lab.authorize(key);
        SshdLab.Sshd hasty = lab.start("hasty", "LoginGraceTime 2");
        Host host = host().address(hasty.address()).identity(key.toString());
        Trial passphrase = new Trial().silent();
        Trial hostKey = new Trial().silent();

        Failure login = rig.fails(host, passphrase);
        Failure stranger = rig.fails(host.knownHosts(lab.path("none").toString(), HostKeyChecking.ASK), hostKey);

        assertThat(List.of(login.kind(), stranger.kind())).containsOnly(Kind.ANSWER_NEEDED);
        assertThat(login.why()).contains("the connection ended before there was an answer");
        assertThat(passphrase.asked).hasSize(1);
        assertThat(hostKey.asked).hasSize(1);
    }

    @Test
    void aProxyCommandCarriesASessionAndItsWordsExplainItsEnd() throws Exception {
        Carrier works = relaying("");

        SshSession session = rig.connect(host(), works, new Trial());
        Failure failure =
                rig.fails(host(), new Carrier.Command("sh -c 'echo no way through >&2; exit 1'"), new Trial());

        assertThat(session.isOpen()).isTrue();
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.why()).isEqualTo("the proxy command ended with status 1: no way through");
    }

    @Test
    void whatAProxyCommandSaysGoesToTheLogWhileItRuns() throws Exception {
        Trial trial = new Trial();
        Carrier works = relaying("echo one >&2; echo two >&2; ");

        SshSession session = rig.connect(host(), works, trial);

        assertThat(session.isOpen()).isTrue();
        Waiting.until(() -> trial.notes.contains("proxy command: two"));
        assertThat(trial.notes).contains("proxy command: one");
    }

    @Test
    void theDeathOfAProxyCommandEndsTheSessionWithACause() throws Exception {
        CompletableFuture<Failure> end = new CompletableFuture<>();
        Path pid = lab.path("proxy.pid");
        SshSession session = rig.connect(host(), relaying("echo $$ > " + pid + "; "), new Trial());
        session.onEnd(end::complete);

        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .orElseThrow()
                .destroyForcibly();

        assertThat(end.get(10, TimeUnit.SECONDS).why()).contains("the proxy command ended with status 137");
    }

    @Test
    void aProxyCommandThatIsNotThereIsSaid() {
        Failure failure = rig.fails(host(), new Carrier.Command("no-such-program-anywhere"), new Trial());

        assertThat(failure.why()).contains("the proxy command ended with status 127", "no-such-program-anywhere");
    }

    /** A command that carries bytes to the server, after something else. */
    private static Carrier relaying(String before) {
        int port = lab.server("host").port();
        return new Carrier.Command("sh -c '" + before + "exec ssh -F /dev/null -o StrictHostKeyChecking=no "
                + "-o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -i " + lab.path("id_ed25519") + " -p " + port
                + " -W 127.0.0.1:" + port + " 127.0.0.1'");
    }

    @Test
    void aFrozenPeerIsFoundInTime() throws Exception {
        try (FreezeRelay relay = FreezeRelay.to(lab.server("host").address())) {
            Host host = host().address(relay.address())
                    .knownHosts(lab.path("relayed").toString(), HostKeyChecking.ACCEPT_NEW)
                    .alive(Duration.ofMillis(300), 3);
            SshSession session = rig.connect(host);
            CompletableFuture<Failure> end = new CompletableFuture<>();
            session.onEnd(end::complete);

            relay.freeze();
            long frozen = System.nanoTime();

            assertThat(end.get(5, TimeUnit.SECONDS).why()).contains("no answer for");
            assertThat(Duration.ofNanos(System.nanoTime() - frozen)).isLessThan(Duration.ofMillis(1500));
            assertThat(session.isOpen()).isFalse();
        }
    }

    @Test
    void aQuietSessionStaysUp() throws Exception {
        SshSession session = rig.connect(host().alive(Duration.ofMillis(100), 2));
        CompletableFuture<Failure> end = new CompletableFuture<>();
        session.onEnd(end::complete);

        assertThat(end.completeOnTimeout(null, 1, TimeUnit.SECONDS).join()).isNull();
    }
}
