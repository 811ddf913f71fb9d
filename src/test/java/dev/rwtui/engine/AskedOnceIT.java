package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.testing.EngineRig;
import dev.rwtui.testing.Leftovers;
import dev.rwtui.testing.Privilege;
import dev.rwtui.testing.Relay;
import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often a person is asked, and how often a server is logged in to, on real OpenSSH. */
@Timeout(90)
final class AskedOnceIT {

    private static final String WORD = "open sesame";

    /** Of {@link #WORD}, as {@code openssl passwd -6} makes it. */
    private static final String HASH =
            "$6$rwtuilab$T99d01LMBk8pLwXr5.MitcKGPIFHPYYcOwPnDS4erYyrP5mfZWooXqz1EH6KKDjCV8McoQ3pW2YreoiPKYp5g1";

    private static final List<String> TEN =
            IntStream.rangeClosed(2, 11).mapToObj(n -> "gpu" + n).toList();

    private static SshdLab lab;

    @BeforeAll
    static void startServers() throws IOException {
        lab = SshdLab.create();
        lab.authorize(lab.key("locked", "ed25519", WORD));
        lab.start(
                "direwolf",
                IntStream.rangeClosed(2, 11)
                        .mapToObj(n -> "ListenAddress 127.0.0." + n)
                        .toArray(String[]::new));
    }

    @AfterAll
    static void stopServers() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    /** Ten hosts of one machine, by ten addresses, behind cued. */
    private static String tenBehind(int gatePort, String gateLines) {
        String ten = IntStream.rangeClosed(2, 11)
                .mapToObj(n -> "Host gpu" + n + "\n  HostName 127.0.0." + n + "\n  Port "
                        + lab.server("direwolf").port() + "\n  HostKeyAlias direwolf\n  ProxyJump cued\n")
                .collect(Collectors.joining());
        return "Host cued\n  Port " + gatePort + "\n  HostKeyAlias cued\n" + gateLines + ten;
    }

    /** A server that knows a password of root's, in a table that nobody else sees. */
    private static SshdLab.Sshd withPassword(String name) throws IOException {
        Privilege.need();
        Path shadow = Files.writeString(lab.path("shadow"), SshdLab.user() + ":" + HASH + ":19000:0:99999:7:::\n");
        SshdLab.Place place = new SshdLab.Place(
                "127.0.0.1",
                List.of(
                        "unshare",
                        "--mount",
                        "sh",
                        "-c",
                        "mount --bind " + shadow + " /etc/shadow && exec \"$@\"",
                        "sh"));
        return lab.start(name, place, "PasswordAuthentication yes", "PubkeyAuthentication no");
    }

    @Test
    void tenHostsBehindOneGatewayAskForItsKeysPassphraseOnce() throws Exception {
        SshdLab.Sshd gate = lab.start("cued");
        String lines = tenBehind(gate.port(), "  IdentityFile " + lab.path("locked") + "\n");
        Leftovers before = Leftovers.now();
        try (EngineRig rig = LabEngine.by(lab, lines)) {
            TEN.forEach(rig::connect);

            Question question =
                    rig.awaitNotice(Notice.QuestionAsked.class, asked -> true).question();
            assertThat(question.hop().value()).isEqualTo("cued");
            rig.answer(question, WORD);

            TEN.forEach(rig::awaitUp);
            assertThat(rig.told(Notice.QuestionAsked.class)).hasSize(1);
            assertThat(count(gate, "Accepted publickey")).isEqualTo(1);
            assertThat(count(lab.server("direwolf"), "Accepted publickey")).isEqualTo(10);
        }
        before.awaitNone();
    }

    @Test
    void aPasswordIsAskedForOnceAndNeverSentAgainInTheBackground() throws Exception {
        SshdLab.Sshd gate = withPassword("vault");
        Leftovers before = Leftovers.now();
        try (Relay relay = Relay.to(gate.port());
                EngineRig rig = LabEngine.by(
                        lab, tenBehind(relay.port(), "").replace("HostKeyAlias cued", "HostKeyAlias vault"))) {
            TEN.forEach(rig::connect);
            Question first =
                    rig.awaitNotice(Notice.QuestionAsked.class, asked -> true).question();
            rig.answer(first, WORD);
            TEN.forEach(rig::awaitUp);
            assertThat(count(gate, "method password")).isEqualTo(1);

            relay.reset();

            TEN.forEach(host -> awaitsAnswer(rig, host));
            assertThat(rig.told(Notice.QuestionAsked.class)).hasSize(1);
            assertThat(count(gate, "method password")).isEqualTo(1);

            TEN.forEach(rig::connect);
            Question second = rig.awaitNotice(
                            Notice.QuestionAsked.class,
                            asked -> asked.question().id() != first.id())
                    .question();
            rig.answer(second, WORD);
            TEN.forEach(rig::awaitUp);
            assertThat(rig.told(Notice.QuestionAsked.class)).hasSize(2);
            assertThat(count(gate, "Accepted password")).isEqualTo(2);
        }
        before.awaitNone();
    }

    private static void awaitsAnswer(EngineRig rig, String host) {
        Link link = rig.awaitLink(host, now -> now instanceof Link.Failed);
        Failure cause = ((Link.Failed) link).cause();
        assertThat(cause.kind()).isEqualTo(Kind.ANSWER_NEEDED);
        assertThat(cause.hop().value()).isEqualTo("cued");
        assertThat(cause.why()).contains("password or code for");
        assertThat(cause.advice()).contains("Press Enter on the host");
    }

    private static int count(SshdLab.Sshd server, String words) {
        return server.log().split(words, -1).length - 1;
    }
}
