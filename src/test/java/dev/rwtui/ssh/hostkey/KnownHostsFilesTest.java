package dev.rwtui.ssh.hostkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from disk, and what is added there. */
final class KnownHostsFilesTest {

    private static final String TYPE = "ssh-ed25519";
    private static final String KEY = SampleKeys.base64(TYPE, 1);
    private static final String LINE = "gate " + TYPE + " " + KEY;
    private static final HostKeyName GATE = named("gate");

    @TempDir
    Path directory;

    private static HostKeyName named(String host) {
        return HostKeyName.of(new Endpoint(host, 22), Optional.empty());
    }

    private static KnownHostsFiles files(String... user) {
        return new KnownHostsFiles(List.of(user), List.of());
    }

    private static void record(Path file) throws IOException {
        KnownHostsFiles.append(
                file.toString(), new KnownHostsFiles.Entry(GATE, KnownHostsFiles.Naming.PLAIN, TYPE, KEY));
    }

    private Path file() {
        return directory.resolve("ssh/known_hosts");
    }

    @Test
    void aMissingFileIsAsAnEmptyOneAndCanBeMade() {
        KnownHostsFiles files = files(file().toString());

        assertThat(files.read().lines()).isEmpty();
        assertThat(files.placeFor(GATE)).contains(file().toString());
    }

    @Test
    void whatIsMadeBelongsToItsOwnerAlone() throws IOException {
        record(file());

        assertThat(file()).hasContent(LINE + "\n");
        assertThat(permissions(directory.resolve("ssh"))).isEqualTo("rwx------");
        assertThat(permissions(file())).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void whatIsThereStaysWithItsPermissions() throws IOException {
        Path known = Files.writeString(directory.resolve("known"), "# mine\nother ssh-rsa AAAA");
        Files.setPosixFilePermissions(known, PosixFilePermissions.fromString("rw-r--r--"));

        record(known);

        assertThat(Files.readString(known)).isEqualTo("# mine\nother ssh-rsa AAAA\n" + LINE + "\n");
        assertThat(permissions(known)).isEqualTo("rw-r--r--");
    }

    @Test
    void linksAreFollowed() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        Files.writeString(real.resolve("hosts"), "");
        Files.createSymbolicLink(real.resolve("known_hosts"), real.resolve("hosts"));
        Files.createSymbolicLink(directory.resolve("ssh"), real);

        record(file());

        assertThat(real.resolve("hosts")).hasContent(LINE + "\n");
        assertThat(real.resolve("known_hosts")).isSymbolicLink();
    }

    @Test
    void allWhoAppendAtOnceFindTheirLines() throws IOException {
        Files.createDirectory(directory.resolve("ssh"));
        Files.writeString(file(), "# without an end");

        IntStream.range(0, 200).parallel().forEach(i -> append("host" + i));

        List<String> names = files(file().toString()).read().lines().stream()
                .map(KnownHostsLine::names)
                .toList();
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 200).mapToObj(i -> "host" + i).toList());
    }

    private void append(String host) {
        try {
            KnownHostsFiles.append(
                    file().toString(), new KnownHostsFiles.Entry(named(host), KnownHostsFiles.Naming.PLAIN, TYPE, KEY));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLineThatWasTornDoesNotSpoilTheNext() throws IOException {
        Path torn = Files.writeString(directory.resolve("torn"), "gate ssh-ed25519 AAAAC3Nz");

        record(torn);

        assertThat(files(torn.toString()).read().check(GATE, KEY)).isInstanceOf(Verdict.Known.class);
    }

    @Test
    void onlyTheFirstUserFileGrowsAndAllAreRead() throws IOException {
        Path second = Files.writeString(directory.resolve("second"), LINE + "\n");
        KnownHostsFiles files = files(file().toString(), second.toString());

        assertThat(files.placeFor(GATE)).contains(file().toString());
        assertThat(files.read().check(GATE, KEY))
                .isInstanceOfSatisfying(
                        Verdict.Known.class,
                        known -> assertThat(known.line().place()).isEqualTo(second + ":1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "NONE", "/dev/null", "/dev", "/dev/null/known_hosts", "nul\0"})
    void whereNothingIsFoundAgainNothingIsRecorded(String place) {
        KnownHostsFiles files = files(place);

        assertThat(files.read().lines()).isEmpty();
        assertThat(files.placeFor(GATE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "w?b", "!web", "web,db", "|1|web", "#web", "@revoked", "web db", "web\nother"})
    void aNameThatWouldStandForOtherHostsIsNotRecorded(String host) {
        HostKeyName name = named(host);

        assertThat(files(file().toString()).placeFor(name)).isEmpty();
        assertThatThrownBy(() -> KnownHostsFiles.append(
                        file().toString(), new KnownHostsFiles.Entry(name, KnownHostsFiles.Naming.PLAIN, TYPE, KEY)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other hosts");
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/full", "/proc/none/known_hosts", "/dev/null/known_hosts", "/dev", "nul\0"})
    void whatCannotBeWrittenIsToldInWords(String place) {
        assertThatThrownBy(() -> KnownHostsFiles.append(
                        place, new KnownHostsFiles.Entry(GATE, KnownHostsFiles.Naming.PLAIN, TYPE, KEY)))
                .isInstanceOf(IOException.class)
                .message()
                .containsPattern("[a-z] [a-z]")
                .doesNotContain("Exception");
    }

    @Test
    void aFileThatIsNotTextIsReadAsFarAsItIs() throws IOException {
        Path file = directory.resolve("noise");
        byte[] noise = {(byte) 0xff, 0, (byte) 0xc3, '\r', '\n'};
        Files.write(file, noise);
        Files.writeString(file, LINE, StandardCharsets.UTF_8, StandardOpenOption.APPEND);

        assertThat(files(file.toString()).read().check(GATE, KEY))
                .isInstanceOfSatisfying(
                        Verdict.Known.class,
                        known -> assertThat(known.line().number()).isEqualTo(2));
    }
}
