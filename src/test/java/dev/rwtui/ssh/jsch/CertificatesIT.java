package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Secret;
import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.jsch.SessionRig.Trial;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenSSH user certificates: a server that trusts an authority and knows no key of its users. */
@Timeout(60)
final class CertificatesIT {

    private static SshdLab lab;
    private static Path authority;

    private final SessionRig rig = new SessionRig();

    @BeforeAll
    static void startServer() throws IOException {
        lab = SshdLab.create();
        authority = lab.key("authority", "ed25519", "");
        lab.start("host", "TrustedUserCAKeys " + authority + ".pub", "AuthorizedKeysFile none");
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

    private static Host host(Path identity) {
        return Host.in(lab, "host").identity(identity.toString()).onlyItsIdentities();
    }

    private static Path certified(String name, String type, String passphrase) throws IOException {
        Path key = lab.key(name, type, passphrase);
        lab.certify(key, authority, SshdLab.user());
        return key;
    }

    private static Path moved(Path certificate, String name) throws IOException {
        return Files.move(certificate, lab.path(name));
    }

    @ParameterizedTest
    @CsvSource({"ed25519", "ecdsa", "rsa"})
    void theOneBesideAnIdentityLetsIn(String type) throws Exception {
        SshSession session = rig.connect(host(certified("beside_" + type, type, "")));

        assertThat(session.isOpen()).isTrue();
        assertThat(lab.server("host").log()).contains("Accepted certificate ID \"lab\"");
    }

    @ParameterizedTest
    @CsvSource({"ed25519", "ecdsa", "rsa"})
    void theAgentSignsForOneThatAFileNames(String type) throws Exception {
        Path key = lab.key("held_" + type, type, "");
        Path agent = lab.agent(key);
        Path certificate = moved(lab.certify(key, authority, SshdLab.user()), "named_" + type + ".pub");
        Files.delete(key);

        SshSession session = rig.connect(
                host(lab.path("id_ed25519")).agent(agent.toString()).with("CertificateFile", certificate.toString()));

        assertThat(session.isOpen()).isTrue();
    }

    @Test
    void theAgentMayHoldItToo() throws Exception {
        Path key = certified("agents", "ed25519", "");
        Path agent = lab.agent(key);
        Files.delete(key);
        Files.delete(Path.of(key + "-cert.pub"));

        SshSession session =
                rig.connect(host(lab.path("id_ed25519")).agent(agent.toString()).with("IdentitiesOnly", "no"));

        assertThat(session.isOpen()).isTrue();
    }

    @Test
    void whereOneIsNamedThoseBesideIdentitiesAreLeftOut() throws Exception {
        Path key = certified("left", "ed25519", "");
        Path other = lab.key("other", "ed25519", "");
        Path named = lab.certify(other, authority, "somebody_else");

        Failure failure = rig.fails(
                host(key).identity(key.toString(), other.toString()).with("CertificateFile", named.toString()),
                new Trial());

        assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION_REFUSED);
    }

    @Test
    void thatHoldsAlsoWhereTheNamedOneIsMissing() throws Exception {
        Path key = certified("alone", "ed25519", "");

        Failure failure = rig.fails(host(key).with("CertificateFile", "/missing"), new Trial());

        assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION_REFUSED);
    }

    @Test
    void aPassphraseIsAskedForOnceAndOnlyForTheKeyThatSigns() throws Exception {
        Path key = certified("locked", "ed25519", "open sesame");
        Trial trial =
                new Trial().answering(ask -> new Answer.Typed(List.of(Secret.owning("open sesame".toCharArray()))));

        SshSession session = rig.connect(host(key), new Carrier.Tcp(), trial);

        assertThat(session.isOpen()).isTrue();
        assertThat(trial.asked).hasSize(1);
    }

    @Test
    void oneThatIsNoLongerValidLetsNobodyIn() throws Exception {
        Path key = lab.key("old", "ed25519", "");
        lab.certify(key, authority, SshdLab.user(), "-V", "20200101:20200102");

        assertThat(rig.fails(host(key), new Trial()).kind()).isEqualTo(Kind.AUTHENTICATION_REFUSED);
    }

    @Test
    void oneWithoutItsKeyIsSaid() throws Exception {
        Path key = certified("lost", "ed25519", "");
        Files.delete(key);
        Trial trial = new Trial();

        rig.fails(host(lab.path("id_ed25519")).with("CertificateFile", key + "-cert.pub"), trial);

        assertThat(trial.notes)
                .contains(key + "-cert.pub: neither ssh-agent nor an identity file has the key of this certificate");
    }
}
