package dev.rwtui.ssh.hostkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.hostkey.KnownHostsCorpus.Case;
import dev.rwtui.ssh.hostkey.KnownHostsCorpus.Word;
import dev.rwtui.testing.HostKeyOracle;
import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows one server's key to the machine's own {@code ssh} and to rwtui, with the same known_hosts files. */
@Timeout(60)
final class KnownHostsOracleIT {

    private static final Pattern HOLE = Pattern.compile("HASH\\(([^)]*)\\)|KEYBLOB|KEY|OTHER|RSA");

    private static SshdLab lab;
    private static SshdLab.Sshd server;
    private static String key;

    @TempDir
    Path directory;

    @BeforeAll
    static void open() throws IOException {
        lab = SshdLab.create();
        lab.key("other", "ed25519", "");
        lab.key("rsa", "rsa", "");
        server = lab.start("gate");
        lab.start("two", "HostKey " + lab.path("rsa"));
        key = words(lab.path("host_gate.pub"));
    }

    @AfterAll
    static void close() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    static Stream<Case> cases() {
        return KnownHostsCorpus.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rwtuiJudgesAsSshDoes(Case given) throws IOException {
        Path user = write("user", given.user());
        Path global = write("global", given.global());

        Word theirs = ssh(given, user, global);
        Word ours = rwtui(given, user, global);

        assertThat(theirs).as("ssh").isEqualTo(given.expected());
        assertThat(ours).as("rwtui").isEqualTo(given.expected());
    }

    @Test
    void aKnownTypeIsPreferredAsSshPrefersIt() throws IOException {
        SshdLab.Sshd two = lab.server("two");
        Path user = write("user", "gate.example.org RSA\n");

        String said = ssh(Case.of(Word.KNOWN, ""), List.of(user, user), two, "-v");

        assertThat(said).contains("Server host key: ssh-rsa SHA256:").contains("Permission denied");
        assertThat(files(user).read().types(name(22))).containsExactly("ssh-rsa");
    }

    @Test
    void theAddressBehindANameDoesNotCount() throws IOException {
        String port = "]:" + server.port();
        Path user = write("user", "[localhost" + port + " KEY\n[127.0.0.1" + port + " OTHER\n[::1" + port + " OTHER\n");

        String said = oracle().says(
                        "localhost",
                        server.port(),
                        List.of("UserKnownHostsFile=" + user, "GlobalKnownHostsFile=none"),
                        "-4");

        assertThat(said).contains("Permission denied");
        assertThat(files(user)
                        .read()
                        .check(HostKeyName.of(new Endpoint("localhost", server.port()), Optional.empty()), blob(key)))
                .isInstanceOf(Verdict.Known.class);
    }

    /** To ssh it is an unknown key then, which a person may accept. */
    @Test
    void aKeyThatIsRevokedWithoutThePortIsRevokedOnEveryPort() throws IOException {
        Path user = write("user", "@revoked gate.example.org KEY\n");

        String theirs = ssh(Case.of(Word.UNKNOWN, "").at(2222), List.of(user, user), server);
        Verdict ours = files(user).read().check(name(2222), blob(key));

        assertThat(theirs).contains("host key is known for");
        assertThat(ours).isInstanceOf(Verdict.Revoked.class);
    }

    @Test
    void sshFindsWhatRwtuiRecords() throws IOException {
        Path user = directory.resolve("new/known_hosts");
        String place = files(user).placeFor(name(2222)).orElseThrow();

        KnownHostsFiles.append(
                place, new KnownHostsFiles.Entry(name(2222), KnownHostsFiles.Naming.PLAIN, "ssh-ed25519", blob(key)));

        assertThat(user).hasContent("[gate.example.org]:2222 " + key + "\n");
        assertThat(ssh(Case.of(Word.KNOWN, "").at(2222), user, directory.resolve("missing")))
                .isEqualTo(Word.KNOWN);
    }

    @Test
    void theCommandForAChangedKeyMendsIt() throws IOException {
        Path user = Files.writeString(
                Files.createDirectory(directory.resolve("it's a place")).resolve("known_hosts"),
                filled("[gate.example.org]:2222 OTHER\nother KEY\n"));
        Verdict.Changed changed = (Verdict.Changed) files(user).read().check(name(2222), blob(key));

        String said = run("/bin/sh", "-c", changed.line().removal(name(2222)));

        assertThat(said).contains("updated");
        assertThat(files(user).read().check(name(2222), blob(key))).isInstanceOf(Verdict.Unknown.class);
        assertThat(Files.readString(user)).isEqualTo(filled("other KEY\n"));
    }

    @Test
    void fingerprintsAreThoseOfSshKeygen() throws IOException {
        Path file = Files.writeString(directory.resolve("key.pub"), key + "\n");

        String said = run("ssh-keygen", "-l", "-f", file.toString());

        assertThat(said.split(" ")[1])
                .isEqualTo(Base64Key.fingerprint(Base64.getDecoder().decode(blob(key))));
    }

    private static HostKeyName name(int port) {
        return HostKeyName.of(new Endpoint(KnownHostsCorpus.HOST, port), Optional.empty());
    }

    private static KnownHostsFiles files(Path user) {
        return new KnownHostsFiles(List.of(user.toString()), List.of());
    }

    private static Word rwtui(Case given, Path user, Path global) {
        HostKeyName name = HostKeyName.of(
                new Endpoint(given.host(), given.port()),
                Optional.of(given.alias()).filter(alias -> !alias.isEmpty()));
        KnownHosts known = new KnownHostsFiles(List.of(user.toString()), List.of(global.toString())).read();
        return Word.valueOf(
                known.check(name, blob(key)).getClass().getSimpleName().toUpperCase(Locale.ROOT));
    }

    private Word ssh(Case given, Path user, Path global) throws IOException {
        HostKeyOracle.Word word =
                oracle().judges(given.host(), given.port(), options(given, List.of(user, global), server));
        return word == HostKeyOracle.Word.TRUSTED ? Word.KNOWN : Word.valueOf(word.name());
    }

    private String ssh(Case given, List<Path> files, SshdLab.Sshd to, String... more) throws IOException {
        return oracle().says(given.host(), given.port(), options(given, files, to), more);
    }

    /** Whatever the name and the port, it is led to this server. */
    private static List<String> options(Case given, List<Path> files, SshdLab.Sshd to) {
        List<String> options = new ArrayList<>(List.of(
                "ProxyCommand=bash -c 'exec 3<>/dev/tcp/127.0.0.1/" + to.port() + "; cat <&3 & exec cat >&3'",
                "UserKnownHostsFile=" + files.get(0),
                "GlobalKnownHostsFile=" + files.get(1)));
        if (!given.alias().isEmpty()) {
            options.add("HostKeyAlias=" + given.alias());
        }
        return options;
    }

    private HostKeyOracle oracle() {
        return new HostKeyOracle(directory.resolve("output"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), filled(text));
    }

    private String filled(String text) throws IOException {
        Map<String, String> fillers = new HashMap<>(Map.of(
                "KEYBLOB",
                key.split(" ")[1],
                "KEY",
                key,
                "OTHER",
                words(lab.path("other.pub")),
                "RSA",
                words(lab.path("rsa.pub"))));
        Matcher holes = HOLE.matcher(text);
        while (holes.find()) {
            if (holes.group(1) != null) {
                fillers.put(holes.group(), hashed(holes.group(1)));
            }
        }
        return HOLE.matcher(text).replaceAll(hole -> Matcher.quoteReplacement(fillers.get(hole.group())));
    }

    private String hashed(String name) throws IOException {
        Path file = Files.writeString(directory.resolve("plain"), name + " " + key + "\n");
        run("ssh-keygen", "-H", "-f", file.toString());
        return Files.readString(file).split(" ")[0];
    }

    private static String words(Path publicKey) throws IOException {
        String[] words = Files.readString(publicKey).split(" ");
        return words[0] + " " + words[1];
    }

    private static String blob(String typeAndBlob) {
        return typeAndBlob.split(" ")[1];
    }

    private String run(String... command) throws IOException {
        return oracle().run(command);
    }
}
