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
import dev.rwtui.testing.SshdLab;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which keys are offered, and what is asked. */
@Timeout(60)
final class AuthenticationIT {

    private static SshdLab lab;
    private static Path held;
    private static Path agent;

    private final SessionRig rig = new SessionRig();

    @BeforeAll
    static void startServer() throws IOException {
        lab = SshdLab.create();
        lab.start("host");
        lab.key("id_ecdsa", "ecdsa", ""); // The embedded server knows no Ed25519.
        held = lab.key("held", "ed25519", "");
        lab.authorize(held);
        agent = lab.agent(lab.key("unknown1", "ed25519", ""), lab.key("unknown2", "ed25519", ""), held);
        Files.delete(held);
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
        return Host.in(lab, "host");
    }

    private static Answer typed(String text) {
        return new Answer.Typed(List.of(Secret.owning(text.toCharArray())));
    }

    @Test
    void theAgentsKeysAreTriedUnlessOnlyIdentitiesAreWanted() throws Exception {
        Host stranger =
                host().identity(lab.key("stranger", "ed25519", "").toString()).agent(agent.toString());

        SshSession session = rig.connect(stranger);
        Failure failure = rig.fails(stranger.onlyItsIdentities(), new Trial());

        assertThat(session.isOpen()).isTrue();
        assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION_REFUSED);
    }

    @Test
    void aPublicKeyFileChoosesAmongTheAgentsKeys() throws Exception {
        Host chosen = host().agent(agent.toString()).onlyItsIdentities();

        SshSession byFile = rig.connect(chosen.identity(held + ".pub"));
        SshSession byName = rig.connect(chosen.identity(held.toString()));

        assertThat(byFile.isOpen()).isTrue();
        assertThat(byName.isOpen()).isTrue();
    }

    @Test
    void keysThatCannotBeReadArePassedOverWithANote() throws Exception {
        Path broken = Files.writeString(
                lab.path("broken"), "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n");
        Trial trial = new Trial();

        SshSession session = rig.connect(
                host().identity(
                                "nul\0",
                                "/dev",
                                broken.toString(),
                                lab.path("id_ed25519").toString()),
                new Carrier.Tcp(),
                trial);

        assertThat(session.isOpen()).isTrue();
        assertThat(trial.notes).anyMatch(note -> note.startsWith(broken.toString()));
    }

    @Test
    void aKeyThatOthersMayReadIsNotUsed() throws Exception {
        Path open = lab.key("open", "ed25519", "");
        lab.authorize(open);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));
        Trial trial = new Trial();

        Failure failure = rig.fails(host().identity(open.toString()), trial);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-------"));
        SshSession mended = rig.connect(host().identity(open.toString()));

        assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION_REFUSED);
        assertThat(trial.notes)
                .contains(open + " is not used: its permissions, rw-r-----, are too open; chmod 600 " + open);
        assertThat(mended.isOpen()).isTrue();
    }

    @Test
    void anAgentThatTalksNonsenseIsPassedOver() throws Exception {
        Path socket = lab.path("nonsense");
        try (ServerSocketChannel nonsense = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            nonsense.bind(UnixDomainSocketAddress.of(socket));
            rig.executor().execute(() -> answerNonsense(nonsense));
            Trial trial = new Trial();

            SshSession session = rig.connect(host().agent(socket.toString()), new Carrier.Tcp(), trial);

            assertThat(session.isOpen()).isTrue();
            assertThat(trial.notes).anyMatch(note -> note.contains("a malformed answer"));
        }
    }

    private static void answerNonsense(ServerSocketChannel nonsense) {
        try (SocketChannel client = nonsense.accept()) {
            DataInputStream requests = new DataInputStream(Channels.newInputStream(client));
            for (int i = 0; i < 2; i++) {
                requests.skipNBytes(requests.readInt());
                client.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 2, 12, 1}));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aKeyAndThenAPasswordLetIn() throws Exception {
        SshServer server = mina("publickey,password");
        try {
            Trial trial = new Trial().answering(ask -> typed("secret"));

            SshSession session = rig.connect(at(server), new Carrier.Tcp(), trial);
            Failure background = rig.fails(at(server), new Trial().background());

            assertThat(session.isOpen()).isTrue();
            assertThat(trial.asked).hasSize(1);
            assertThat(background.kind()).isEqualTo(Kind.ANSWER_NEEDED);
        } finally {
            server.stop(true);
        }
    }

    @Test
    void whoDeclinesIsNotAskedAgain() throws Exception {
        SshServer server = mina("keyboard-interactive password");
        try {
            Trial trial = new Trial();

            Failure failure = rig.fails(at(server), trial);

            assertThat(failure.kind()).isEqualTo(Kind.ANSWER_NEEDED);
            assertThat(trial.asked).hasSize(1);
        } finally {
            server.stop(true);
        }
    }

    @Test
    void codesAreAskedForThreeTimes() throws Exception {
        SshServer server = mina("keyboard-interactive");
        try {
            Trial trial = new Trial().answering(ask -> typed("wrong"));

            Failure failure = rig.fails(at(server), trial);

            assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION_REFUSED);
            assertThat(trial.asked).hasSize(3);
        } finally {
            server.stop(true);
        }
    }

    private static SshServer mina(String methods) throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPublickeyAuthenticator((user, key, session) -> true);
        server.setPasswordAuthenticator((user, password, session) -> password.equals("secret"));
        server.setKeyboardInteractiveAuthenticator(new DefaultKeyboardInteractiveAuthenticator());
        CoreModuleProperties.AUTH_METHODS.set(server, methods);
        server.start();
        return server;
    }

    private static Host at(SshServer server) {
        return host().address(new Endpoint("127.0.0.1", server.getPort()))
                .identity(lab.path("id_ecdsa").toString())
                .knownHosts("none", HostKeyChecking.ACCEPT_NEW);
    }
}
