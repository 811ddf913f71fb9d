package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.config.HostKeyChecking;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.jsch.SessionRig.Trial;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a real server's host keys. */
@Timeout(60)
final class HostKeysIT {

    private static SshdLab lab;

    private final SessionRig rig = new SessionRig();

    @TempDir
    Path directory;

    @BeforeAll
    static void startServer() throws IOException {
        lab = SshdLab.create();
        lab.key("two_rsa", "rsa", "");
        lab.key("two_ecdsa", "ecdsa", "");
        lab.key("stranger", "ed25519", "");
        lab.start("two", "HostKey " + lab.path("two_rsa"), "HostKey " + lab.path("two_ecdsa"));
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

    private static Host host(HostKeyChecking checking, Path... files) {
        return Host.in(lab, "two")
                .knownHosts(List.of(files).stream().map(Path::toString).toList(), checking);
    }

    private static String name() {
        return "[127.0.0.1]:" + lab.server("two").port();
    }

    private static String line(String key) throws IOException {
        return name() + " " + Files.readString(lab.path(key + ".pub"));
    }

    private Path known(String text) throws IOException {
        return Files.writeString(directory.resolve("known hosts'"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two_rsa", "two_ecdsa", "host_two"})
    void aKeyOfATypeOnRecordIsAskedForFirst(String key) throws Exception {
        SshSession session = rig.connect(host(HostKeyChecking.YES, known(line(key))));

        assertThat(line(key)).contains(" " + session.facts().hostKeyType() + " ");
    }

    @ParameterizedTest
    @EnumSource
    void aChangedKeyIsRefusedHoweverLaxTheChecking(HostKeyChecking checking) throws Exception {
        Path known = known("# mine\n" + line("stranger"));
        Trial trial = new Trial().answering(ask -> new Answer.Yes());

        Failure failure = rig.fails(host(checking, known), trial);

        assertThat(failure.kind()).isEqualTo(Kind.HOST_KEY_CHANGED);
        assertThat(failure.why()).contains(known + ":2").contains("SHA256:");
        assertThat(failure.advice()).endsWith("ssh-keygen -f '" + directory + "/known hosts'\\''' -R '" + name() + "'");
        assertThat(trial.asked).isEmpty();
        assertThat(known).hasContent("# mine\n" + line("stranger"));
    }

    @Test
    void removingALineOfAPatternIsNotAdvisedWithoutAWarning() throws Exception {
        Path known = known("* " + Files.readString(lab.path("stranger.pub")));

        Failure failure = rig.fails(host(HostKeyChecking.ASK, known), new Trial());

        assertThat(failure.advice()).endsWith("(which forgets all hosts of the pattern *)");
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPT_NEW", "NO"})
    void whoeverDoesNotCheckRecordsAndSaysSo(HostKeyChecking checking) throws Exception {
        Path first = directory.resolve("ssh/known_hosts");
        Path second = known(line("stranger").replace(name(), "other"));
        Trial trial = new Trial().background();

        rig.connect(host(checking, first, second), new Carrier.Tcp(), trial);

        assertThat(first).hasContent(line("host_two").strip().replaceAll(" [^ ]*$", "") + "\n");
        assertThat(trial.notes).anyMatch(note -> note.startsWith("recorded") && note.endsWith(first.toString()));
        assertThat(trial.asked).isEmpty();
    }

    @Test
    void anyOfSeveralFilesMayKnowTheKey() throws Exception {
        Path second = known(line("host_two"));

        SshSession session = rig.connect(host(HostKeyChecking.YES, directory.resolve("missing"), second));

        assertThat(session.isOpen()).isTrue();
        assertThat(directory.resolve("missing")).doesNotExist();
    }

    @Test
    void aConnectionGoesOnWhereAKeyCannotBeRecorded() throws Exception {
        Trial trial = new Trial().answering(ask -> new Answer.Yes());

        SshSession session = rig.connect(host(HostKeyChecking.ASK, Path.of("/dev/null")), new Carrier.Tcp(), trial);

        assertThat(session.isOpen()).isTrue();
        assertThat(trial.asked.element())
                .isInstanceOfSatisfying(
                        Question.UnknownHostKey.class,
                        asked -> assertThat(asked.file()).isEmpty());
        assertThat(trial.notes).anyMatch(note -> note.contains("recorded nowhere"));
    }

    @Test
    void aFileThatFailsInWritingStopsNothing() throws Exception {
        Path known = directory.resolve("gone/known_hosts");
        Trial trial = new Trial().answering(ask -> {
            block(directory.resolve("gone"));
            return new Answer.Yes();
        });

        SshSession session = rig.connect(host(HostKeyChecking.ASK, known), new Carrier.Tcp(), trial);

        assertThat(session.isOpen()).isTrue();
        assertThat(trial.notes).anyMatch(note -> note.startsWith("accepted"));
    }

    private static void block(Path directory) {
        try {
            Files.createFile(directory);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aHashedNameIsFoundAgainByRwtuiAndBySsh() throws Exception {
        Path known = directory.resolve("hashed");
        Host hashing = host(HostKeyChecking.ACCEPT_NEW, known).with("HashKnownHosts", "yes");

        rig.connect(hashing);
        rig.connect(hashing.knownHosts(known.toString(), HostKeyChecking.YES));
        Process found = new ProcessBuilder("ssh-keygen", "-F", name(), "-f", known.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(Files.readString(known)).startsWith("|1|").doesNotContain("127.0.0.1");
        assertThat(found.waitFor()).isZero();
    }
}
