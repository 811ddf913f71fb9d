package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Cancellation;
import dev.rwtui.ssh.RemoteProcess;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.jsch.SessionRig.Trial;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.RemoteCommand;
import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a far side can do with the agent here, asked by OpenSSH's own tools there. */
@Timeout(60)
final class AgentForwardingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SshdLab lab;
    private static Path held;
    private static Path stranger;

    private final SessionRig rig = new SessionRig();

    @BeforeAll
    static void startServers() throws IOException {
        lab = SshdLab.create();
        lab.start("host", "LogLevel INFO");
        lab.start("strict", "AllowAgentForwarding no", "LogLevel INFO");
        lab.start("next", "LogLevel INFO");
        held = lab.key("held", "ed25519", "");
        stranger = lab.key("stranger", "ed25519", "");
        lab.authorize(held);
    }

    @AfterAll
    static void stopServers() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** What both outputs say, and the status: an ssh-add whose agent goes away as it writes ends by a signal, SIGPIPE. */
    private String said(SshSession session, String line, Optional<Path> agent) throws Exception {
        RemoteCommand command = RemoteCommand.of("exec 2>&1; " + line).withAgent(agent.map(Path::toString));
        try (RemoteProcess process = session.run(command, PATIENCE, new Cancellation())) {
            String text = new String(process.output().readAllBytes(), StandardCharsets.UTF_8);
            Ending ending = process.await();
            return text + (ending instanceof Ending.Exited exited ? exited.status() : ending);
        }
    }

    @Test
    void itIsThereWhereItIsPassedOnAndNowhereElse() throws Exception {
        Path agent = lab.agent(held);
        SshSession session = rig.connect(Host.in(lab, "host"));

        assertThat(said(session, "echo \"[$SSH_AUTH_SOCK]\"", Optional.empty())).isEqualTo("[]\n0");
        assertThat(said(session, "ssh-add -l", Optional.of(agent)))
                .contains("held (ED25519)")
                .endsWith("0");
    }

    @Test
    void oneWhoWasNotToldCannotUseIt() throws Exception {
        Path agent = lab.agent(held);
        SshSession session = rig.connect(Host.in(lab, "strict"));

        assertThat(said(session, "ssh-add -l", Optional.of(agent))).doesNotContain("held");
    }

    @Test
    void itsKeysOpenTheNextHost() throws Exception {
        Path agent = lab.agent(held);
        SshSession session = rig.connect(Host.in(lab, "host"));
        String ssh = "ssh -F none -o IdentityFile=none -o HostKeyAlias=next -o UserKnownHostsFile="
                + lab.path("known_hosts") + " -p " + lab.server("next").port() + " 127.0.0.1 echo there";

        assertThat(said(session, ssh, Optional.of(agent))).contains("there\n").endsWith("0");
        assertThat(said(session, ssh, Optional.of(lab.agent(stranger)))).contains("Permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ssh-add -D", "ssh-add -d HELD.pub", "ssh-add STRANGER", "ssh-add -c STRANGER", "ssh-add -x"})
    void nothingThatChangesItIsPassedOn(String change) throws Exception {
        Path agent = lab.agent(held);
        SshSession session = rig.connect(Host.in(lab, "host"));
        String line = change.replace("HELD", held.toString()).replace("STRANGER", stranger.toString());

        assertThat(said(session, "printf 'x\\nx\\n' | SSH_ASKPASS_REQUIRE=never " + line, Optional.of(agent)))
                .doesNotEndWith("0");

        assertThat(said(session, "ssh-add -l", Optional.of(agent)))
                .contains("held (ED25519)")
                .doesNotContain("stranger");
    }

    @Test
    void anAgentThatIsGoneIsGoneThereToo() throws Exception {
        SshSession session = rig.connect(Host.in(lab, "host"));

        assertThat(said(session, "ssh-add -l", Optional.of(lab.path("no-such-agent"))))
                .doesNotEndWith("0");
        assertThat(said(session, "echo alive", Optional.empty())).isEqualTo("alive\n0");
    }

    /** The server keeps its socket as long as the session lasts; what it leads to is for commands that were given it. */
    @Test
    void onceTheCommandHasEndedNobodyUsesItAnyMore() throws Exception {
        Path agent = lab.agent(held);
        SshSession session = rig.connect(Host.in(lab, "host"));
        assertThat(said(session, "ssh-add -l", Optional.of(agent))).contains("held");

        assertThat(said(session, "ssh-add -l", Optional.empty())).doesNotContain("held");
        assertThat(said(session, "ssh-add -l", Optional.of(agent))).contains("held");
    }

    @Test
    void moreAtATimeThanAnybodyNeedsAreServed() throws Exception {
        Path agent = lab.agent(held);
        SshSession session = rig.connect(Host.in(lab, "host"));

        String all = said(session, "for i in $(seq 40); do ssh-add -l & done; wait; echo done", Optional.of(agent));

        assertThat(all.lines().filter(line -> line.contains("held"))).hasSize(40);
    }

    /** It may wait for a person's touch for ever. */
    @Test
    void anAgentThatAnswersNothingIsLeftWithTheSession() throws Exception {
        Path silent = lab.path("silent");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(silent));
            SshSession session = rig.connect(Host.in(lab, "host"));
            RemoteCommand command = RemoteCommand.of("ssh-add -l").withAgent(Optional.of(silent.toString()));
            try (RemoteProcess process = session.run(command, PATIENCE, new Cancellation());
                    SocketChannel asked = server.accept()) {
                session.close();

                assertThat(process.await()).isInstanceOf(Ending.Lost.class);
                // First what it was told of the session, and then the end.
                ByteBuffer read = ByteBuffer.allocate(64 << 10);
                int length = asked.read(read);
                while (length > 0) {
                    length = asked.read(read);
                }
                assertThat(length).isEqualTo(-1);
            }
        }
    }

    /** ssh-add(1), -h: the agent signs for a session that it was told of, and for no other host. */
    @Test
    void aKeyThatIsConstrainedToAHostOpensThatHostAndNoOther() throws Exception {
        Path agent = lab.agent();
        String file = lab.path("known_hosts").toString();

        add(agent, "ssh-add", "-q", "-H", file, "-h", "host", held.toString());

        rig.connect(constrained("host", agent));
        assertThat(rig.fails(constrained("next", agent), new Trial().background())
                        .kind())
                .isEqualTo(Failure.Kind.AUTHENTICATION_REFUSED);
    }

    private static Host constrained(String server, Path agent) {
        return Host.in(lab, server).identity().agent(agent.toString());
    }

    private static void add(Path agent, String... command) throws Exception {
        ProcessBuilder add = new ProcessBuilder(command).redirectErrorStream(true);
        add.environment().putAll(Map.of("SSH_AUTH_SOCK", agent.toString()));
        Process process = add.start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(words).isZero();
    }

    @Test
    void withIdentityAgentNoneNoAgentIsAsked() throws Exception {
        Trial trial = new Trial().agent(lab.agent(held).toString()).background();

        assertThat(rig.fails(Host.in(lab, "host").identity().agent("none"), trial)
                        .kind())
                .isEqualTo(Failure.Kind.AUTHENTICATION_REFUSED);
    }
}
