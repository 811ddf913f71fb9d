package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Secret;
import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.jsch.SessionRig.Trial;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.testing.SecurityKeyAgent;
import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of every kind and format that a lab's users have, on a real server. */
@Timeout(60)
final class KeyFormatsIT {

    private static SshdLab lab;
    private static int made;

    private final SessionRig rig = new SessionRig();

    @BeforeAll
    static void startServer() throws IOException {
        lab = SshdLab.create();
        lab.start("host");
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

    private static Answer typed(String secret) {
        return new Answer.Typed(List.of(Secret.owning(secret.toCharArray())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ed25519 | -a 1            |
            ed25519 | -a 1            | secret
            ed25519 | -a 1 -Z aes256-gcm@openssh.com | secret
            ecdsa   | -b 256          |
            ecdsa   | -b 384          | secret
            ecdsa   | -b 521          |
            ecdsa   | -b 256 -m PEM   |
            ecdsa   | -b 384 -m PEM   | secret
            ecdsa   | -b 256 -m PKCS8 |
            ecdsa   | -b 521 -m PKCS8 | secret
            rsa     | -b 2048         |
            rsa     | -b 3072         | secret
            rsa     | -b 2048 -m PEM  |
            rsa     | -b 2048 -m PEM  | secret
            rsa     | -b 2048 -m PKCS8 |
            rsa     | -b 2048 -m PKCS8 | secret
            """)
    void itLetsIn(String type, String options, String passphrase) throws Exception {
        Path key = lab.key("key" + made++, type, Optional.ofNullable(passphrase).orElse(""), options.split(" "));
        lab.authorize(key);
        Trial trial = new Trial().answering(ask -> typed("secret"));

        rig.connect(Host.in(lab, "host").identity(key.toString()), new Carrier.Tcp(), trial);

        assertThat(trial.asked).hasSize(passphrase == null ? 0 : 1);
    }

    /** Formats of old say nothing of their public key, so whoever has no {@code .pub} is asked before the server is. */
    @Test
    void oneOfOldWithoutItsPublicPartWorksToo() throws Exception {
        Path key = lab.key("old", "rsa", "secret", "-b", "2048", "-m", "PEM");
        lab.authorize(key);
        Files.delete(Path.of(key + ".pub"));
        Trial trial = new Trial().answering(ask -> typed("secret"));

        rig.connect(Host.in(lab, "host").identity(key.toString()), new Carrier.Tcp(), trial);

        assertThat(trial.asked).hasOnlyElementsOfType(Question.Fields.class).isNotEmpty();
    }

    @Test
    void aKeyOfASecurityDeviceWorksThroughTheAgent() throws Exception {
        try (SecurityKeyAgent agent = new SecurityKeyAgent(lab.path("device"))) {
            Files.writeString(
                    lab.path("authorized_keys"), Files.readString(lab.path("authorized_keys")) + agent.publicKey());

            rig.connect(Host.in(lab, "host").identity().agent(agent.socket().toString()));
        }
    }

    /** What {@code ssh-keygen -t ed25519-sk} leaves: a handle, which only the device can use. */
    @Test
    void aKeyFileOfASecurityDeviceChoosesAmongTheAgentsKeys() throws Exception {
        try (SecurityKeyAgent agent = new SecurityKeyAgent(lab.path("other-device"))) {
            Files.writeString(
                    lab.path("authorized_keys"), Files.readString(lab.path("authorized_keys")) + agent.publicKey());
            Path handle = Files.writeString(lab.path("id_ed25519_sk.pub"), agent.publicKey());

            rig.connect(Host.in(lab, "host")
                    .identity(handle.toString().replace(".pub", ""))
                    .agent(agent.socket().toString())
                    .onlyItsIdentities());
        }
    }
}
