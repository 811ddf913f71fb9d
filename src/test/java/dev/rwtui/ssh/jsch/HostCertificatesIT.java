package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.config.HostKeyChecking;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.jsch.SessionRig.Trial;
import dev.rwtui.testing.HostKeyOracle;
import dev.rwtui.testing.HostKeyOracle.Word;
import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers with a certificate of their key, judged by the machine's own {@code ssh} and by rwtui. */
@Timeout(60)
final class HostCertificatesIT {

    private static final String ALIAS = "gpu.example.org";

    private static SshdLab lab;

    private final SessionRig rig = new SessionRig();

    @TempDir
    Path directory;

    @BeforeAll
    static void startServers() throws IOException {
        lab = SshdLab.create();
        lab.key("authority", "ed25519", "");
        lab.key("other_authority", "rsa", "");
        lab.key("other", "ed25519", "");
        server("good", "ed25519", "127.0.0.1," + ALIAS);
        server("rsa", "rsa", "127.0.0.1");
        server("ecdsa", "ecdsa", "127.0.0.1");
        server("foreign", "ed25519", "somewhere.else.org");
        server("wild", "ed25519", "127.*");
        server("nameless", "ed25519", "");
        server("expired", "ed25519", "127.0.0.1", "-V", "20200101:20200102");
        server("future", "ed25519", "127.0.0.1", "-V", "20900101:20900102");
        lab.revocationList("krl_key", "key: " + Files.readString(lab.path("cert_good.pub")));
        lab.revocationList("krl_sha256", "sha256: " + Files.readString(lab.path("cert_good.pub")));
        lab.revocationList("krl_sha1", "sha1: " + Files.readString(lab.path("cert_good.pub")));
        lab.revocationList("krl_authority", "key: " + Files.readString(lab.path("authority.pub")));
        lab.revocationList("krl_serial", "serial: 7\n");
        lab.revocationList("krl_serials", "serial: 1-100\n");
        lab.revocationList("krl_bits", "serial: 5\nserial: 7\nserial: 8\nserial: 10\nserial: 13\nserial: 14\n");
        lab.revocationList("krl_id", "id: lab host\n");
        lab.revocationList("krl_others", "serial: 8-9\nid: lab\nkey: " + Files.readString(lab.path("other.pub")));
    }

    private static void server(String name, String type, String principals, String... more) throws IOException {
        Path key = lab.key("cert_" + name, type, "");
        Path certificate = lab.certifyHost(key, lab.path("authority"), principals, more);
        lab.start(name, "HostKey " + key, "HostCertificate " + certificate);
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

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            good; TRUSTED; @cert-authority NAME CA
            rsa; TRUSTED; @cert-authority NAME CA
            ecdsa; TRUSTED; @cert-authority NAME CA
            good; TRUSTED; @cert-authority * CA
            good; TRUSTED; @cert-authority 127.0.0.1 CA
            good; TRUSTED; @cert-authority *,!127.0.0.1 CA
            good; TRUSTED; @cert-authority *,![127.0.0.1]:* CA
            good; TRUSTED; @cert-authority [127.0.0.?]:* CA
            good; UNKNOWN; @cert-authority *.example.org CA
            good; UNKNOWN; @cert-authority * FOREIGN
            good; TRUSTED; @cert-authority * FOREIGN|NAME KEY
            good; CHANGED; @cert-authority * FOREIGN|NAME OTHER
            good; TRUSTED; @cert-authority * FOREIGN|@cert-authority * CA
            good; TRUSTED; @cert-authority NAME FOREIGN|@cert-authority 127.0.0.1 CA
            good; TRUSTED; NAME KEY
            good; CHANGED; NAME OTHER
            good; UNKNOWN; # nothing
            good; TRUSTED; @cert-authority * CA|NAME OTHER
            good; REVOKED; @cert-authority * CA|@revoked * CA
            good; REVOKED; @cert-authority * CA|@revoked NAME KEY
            good; TRUSTED; @cert-authority * CA|@revoked * OTHER
            good; REVOKED; NAME KEY|@revoked * KEY
            foreign; UNKNOWN; @cert-authority * CA
            foreign; TRUSTED; @cert-authority * CA|NAME KEY
            foreign; CHANGED; @cert-authority * CA|NAME OTHER
            wild; UNKNOWN; @cert-authority * CA
            expired; UNKNOWN; @cert-authority * CA
            expired; TRUSTED; @cert-authority * CA|NAME KEY
            future; UNKNOWN; @cert-authority * CA
            """)
    void rwtuiJudgesAsSshDoes(String server, Word expected, String known) throws Exception {
        judged(server, expected, known, List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            good; TRUSTED; @cert-authority gpu.example.org CA
            good; TRUSTED; @cert-authority *.example.org CA
            good; UNKNOWN; @cert-authority NAME CA
            rsa; UNKNOWN; @cert-authority * CA
            good; TRUSTED; gpu.example.org KEY
            """)
    void anAliasStandsForTheName(String server, Word expected, String known) throws Exception {
        judged(server, expected, known, List.of("HostKeyAlias=" + ALIAS));
    }

    @ParameterizedTest
    @CsvSource({
        "krl_key,REVOKED",
        "krl_sha256,REVOKED",
        "krl_sha1,REVOKED",
        "krl_authority,REVOKED",
        "krl_serial,REVOKED",
        "krl_serials,REVOKED",
        "krl_bits,REVOKED",
        "krl_id,REVOKED",
        "krl_others,TRUSTED",
        "cert_good.pub,REVOKED",
        "authority.pub,REVOKED",
        "other.pub,TRUSTED",
        "missing,UNUSABLE",
        "id_ed25519,UNUSABLE",
        "none,TRUSTED"
    })
    void whatIsRevokedIsNotTrusted(String file, Word expected) throws Exception {
        String path = file.equals("none") ? file : lab.path(file).toString();
        judged("good", expected, "@cert-authority * CA", List.of("RevokedHostKeys=" + path));
    }

    @ParameterizedTest
    @CsvSource({
        "krl_key,REVOKED",
        "krl_sha256,REVOKED",
        "krl_serial,TRUSTED",
        "cert_good.pub,REVOKED",
        "authority.pub,REVOKED"
    })
    void thatHoldsForPlainKeysToo(String file, Word expected) throws Exception {
        List<String> options = new ArrayList<>(List.of("RevokedHostKeys=" + lab.path(file)));
        if (file.equals("authority.pub")) {
            // Of the certificate that the server shows, whoever asks for it.
            options.add("HostKeyAlgorithms=ssh-ed25519-cert-v01@openssh.com");
        } else {
            options.add("HostKeyAlgorithms=ssh-ed25519");
        }
        judged("good", expected, "NAME KEY", options);
    }

    /** To ssh it is one for every host. */
    @Test
    void aCertificateWithoutPrincipalsIsForNobody() throws Exception {
        Path known = known("nameless", "@cert-authority * CA");

        assertThat(ssh("nameless", known, List.of())).isEqualTo(Word.TRUSTED);
        assertThat(rwtui("nameless", known, List.of())).isEqualTo(Word.UNKNOWN);
    }

    @Test
    void whoVouchesIsSaid() throws Exception {
        Path known = known("good", "@cert-authority * CA");
        Trial trial = new Trial();

        var session = rig.connect(host("good", known, List.of()), new Carrier.Tcp(), trial);

        assertThat(session.facts().hostKeyType()).isEqualTo("ssh-ed25519-cert-v01@openssh.com");
        assertThat(trial.notes).contains("the certificate \"lab host\" is signed by the authority of " + known + ":1");
        assertThat(trial.asked).isEmpty();
    }

    private void judged(String server, Word expected, String known, List<String> options) throws Exception {
        Path file = known(server, known);

        assertThat(ssh(server, file, options)).as("ssh").isEqualTo(expected);
        assertThat(rwtui(server, file, options)).as("rwtui").isEqualTo(expected);
    }

    private Path known(String server, String lines) throws IOException {
        String text = lines.replace("|", "\n")
                .replace("NAME", "[127.0.0.1]:" + lab.server(server).port())
                .replace(
                        " CA", " " + Files.readString(lab.path("authority.pub")).strip())
                .replace(
                        " FOREIGN",
                        " " + Files.readString(lab.path("other_authority.pub")).strip())
                .replace(" OTHER", " " + Files.readString(lab.path("other.pub")).strip())
                .replace(
                        " KEY",
                        " "
                                + Files.readString(lab.path("cert_" + server + ".pub"))
                                        .strip());
        return Files.writeString(directory.resolve("known_hosts"), text + "\n");
    }

    private static Host host(String server, Path known, List<String> options) {
        Host host = Host.at(
                        server,
                        lab.server(server).address(),
                        lab.path("id_ed25519").toString(),
                        known.toString())
                .knownHosts(known.toString(), HostKeyChecking.YES);
        for (String option : options) {
            String[] parts = option.split("=", 2);
            host = host.with(parts[0], parts[1]);
        }
        return host;
    }

    private Word rwtui(String server, Path known, List<String> options) {
        try {
            rig.connect(host(server, known, options));
            return Word.TRUSTED;
        } catch (SshException e) {
            return switch (e.failure().kind()) {
                case HOST_KEY_UNKNOWN -> Word.UNKNOWN;
                case HOST_KEY_CHANGED -> Word.CHANGED;
                case HOST_KEY_REVOKED -> Word.REVOKED;
                case CONFIGURATION -> Word.UNUSABLE;
                default -> throw new AssertionError(e.failure().toString(), e);
            };
        }
    }

    private Word ssh(String server, Path known, List<String> options) throws IOException {
        List<String> all = new ArrayList<>(List.of("UserKnownHostsFile=" + known, "GlobalKnownHostsFile=none"));
        all.addAll(options);
        return new HostKeyOracle(directory.resolve("output"))
                .judges("127.0.0.1", lab.server(server).port(), all);
    }
}
