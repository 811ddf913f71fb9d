package dev.rwtui.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.config.ConfigFiles.Content;
import dev.rwtui.ssh.config.ConfigFiles.Safety;
import dev.rwtui.ssh.config.ConfigFiles.Surroundings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiskConfigFilesTest {

    @TempDir
    Path directory;

    private DiskConfigFiles files;

    @BeforeEach
    void aMachineOfItsOwn() throws IOException {
        Path passwd = file("passwd", "root:x:0:0:root:/root:/bin/sh\nme:x:1000:1000:Me,,,:/home/me:/bin/sh\nbroken\n");
        Path services = file("services", "# TCP\nssh\t\t22/tcp\t\t# Secure\nntp 123/udp\nhttp 80/tcp www web\n");
        String owner = String.valueOf(Files.getAttribute(directory, "unix:uid"));
        Surroundings here = new Surroundings(
                directory + "/config",
                directory + "/system",
                "me",
                owner,
                "/home/me",
                "host",
                name -> Optional.empty());
        files = new DiskConfigFiles(here, new SystemTables(passwd, services));
    }

    private Path file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }

    private Content read(String name) {
        return files.read(directory.resolve(name).toString());
    }

    @Test
    void aFileIsItsText() throws IOException {
        file("config", "Host ü\n");

        assertThat(read("config")).isEqualTo(new Content.Text("Host ü\n", Safety.SAFE));
    }

    @Test
    void aFileThatOthersCanWriteIsNotSafe() throws IOException {
        Files.setPosixFilePermissions(file("config", ""), PosixFilePermissions.fromString("rw-rw-r--"));

        assertThat(read("config")).isEqualTo(new Content.Text("", Safety.WRITABLE_BY_OTHERS));
    }

    @Test
    void whatIsNotThereIsMissing() throws IOException {
        assertThat(read("gone")).isEqualTo(new Content.Missing());
    }

    @Test
    void whatCannotBeOpenedSaysWhy() throws IOException {
        file("config", "");
        Files.createSymbolicLink(directory.resolve("loop"), directory.resolve("loop"));

        assertThat(read("config/below")).isEqualTo(new Content.Unreadable("Not a directory"));
        assertThat(read("loop"))
                .isInstanceOfSatisfying(
                        Content.Unreadable.class,
                        why -> assertThat(why.why()).startsWith("Too many levels of symbolic links"));
    }

    @Test
    void aNamedPipeIsNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(read("pipe")).isInstanceOf(Content.Unreadable.class);
    }

    @Test
    void aPathThatNoFileCanHaveIsMissing() {
        assertThat(files.read("a\0b")).isEqualTo(new Content.Missing());
        assertThat(files.glob("/a\0b*")).isEmpty();
    }

    @Test
    void aDirectoryIsEmpty() throws IOException {
        file("sub/x", "");
        Files.setPosixFilePermissions(directory.resolve("sub"), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(read("sub")).isEqualTo(new Content.Text("", Safety.SAFE));
    }

    @Test
    void aFileTooLargeIsNotRead() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(directory.resolve("image").toFile(), "rw")) {
            large.setLength(17L << 20);
        }

        assertThat(read("image")).isEqualTo(new Content.Unreadable("larger than 16 MiB"));
    }

    @Test
    void bytesThatAreNoTextDoNoHarm() throws IOException {
        Files.write(directory.resolve("binary"), new byte[] {0, (byte) 0xff, (byte) 0xc3, 10, 13});

        assertThat(read("binary")).isInstanceOf(Content.Text.class);
    }

    @ParameterizedTest
    @CsvSource({
        "d/*,d/B d/a d/a1 d/b",
        "d/[ab],d/a d/b",
        "d/[!a],d/B d/b",
        "d/[a-b],d/a d/b",
        "d/?1,d/a1",
        "d/.*,d/.h",
        "d/a,d/a",
        "d/\\a,d/a",
        "d/\\*,''",
        "*/a*,d/a d/a1 e/a",
        "d/x*,''",
        "gone/*,''",
        "d/[,''",
        "d/[^d]1,''",
        "d/a/,''",
        "*/,d e",
    })
    void aGlobFindsPathsInOrder(String pattern, String found) throws IOException {
        for (String name : List.of("d/b", "d/a", "d/B", "d/a1", "d/.h", "e/a")) {
            file(name, "");
        }

        List<String> paths = files.glob(directory + "/" + pattern);

        assertThat(paths.stream()
                        .map(path -> path.substring(directory.toString().length() + 1)))
                .containsExactly(found.isEmpty() ? new String[0] : found.split(" "));
    }

    @Test
    void aGlobFollowsLinksAndSeesBrokenOnes() throws IOException {
        file("real/x", "");
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("real"));
        Files.createSymbolicLink(directory.resolve("broken"), directory.resolve("gone"));

        assertThat(files.glob(directory + "/link/*")).containsExactly(directory + "/link/x");
        assertThat(files.glob(directory + "/broken")).containsExactly(directory + "/broken");
        assertThat(read("broken")).isEqualTo(new Content.Missing());
    }

    private String stamp(String name) {
        return files.stamp(directory.resolve(name).toString());
    }

    @Test
    void theStampOfAFileThatNobodyTouchesStays() throws IOException {
        file("config", "Host a\n");
        String before = stamp("config");

        file("other", "");
        Files.readString(directory.resolve("config"));

        assertThat(stamp("config")).isEqualTo(before).isNotEmpty();
    }

    @Test
    void aStampTellsOfAnotherFileOfTheSameSizeAndTime() throws IOException {
        Path config = file("config", "Host a\n");
        Path other = file("other", "Host b\n");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(config));
        String before = stamp("config");

        Files.move(other, config, StandardCopyOption.REPLACE_EXISTING);

        assertThat(stamp("config")).isNotEqualTo(before);
    }

    @Test
    void aStampTellsOfAModeThatChanged() throws IOException {
        Path config = file("config", "Host a\n");
        String before = stamp("config");

        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("---------"));

        assertThat(stamp("config")).isNotEqualTo(before);
    }

    @Test
    void aStampIsOfWhatALinkLeadsTo() throws IOException {
        Path real = file("real", "Host a\n");
        Files.createSymbolicLink(directory.resolve("config"), real);
        String before = stamp("config");

        Files.writeString(real, "Host a b\n");

        assertThat(stamp("config")).isNotEqualTo(before).isEqualTo(stamp("real"));
    }

    @Test
    void nothingHasAnEmptyStampAndWhatCannotBeReadHasNot() throws IOException {
        Files.createSymbolicLink(directory.resolve("circle"), directory.resolve("circle"));
        Files.createSymbolicLink(directory.resolve("broken"), directory.resolve("gone"));

        assertThat(stamp("gone")).isEmpty();
        assertThat(stamp("broken")).isEmpty();
        assertThat(files.stamp("a\0b")).isEmpty();
        assertThat(stamp("circle")).isNotEmpty();
    }

    @Test
    void theStampOfADirectoryStaysWhateverComesIntoIt() throws IOException {
        file("sub/x", "");
        String before = stamp("sub");

        file("sub/y", "");

        assertThat(stamp("sub")).isEqualTo(before).isNotEmpty();
    }

    @Test
    void usersAndServicesComeFromTheTables() {
        assertThat(files.homeOf("me")).contains("/home/me");
        assertThat(files.homeOf("nobody-at-all")).isEmpty();
        assertThat(files.service("ssh")).contains(22);
        assertThat(files.service("web")).contains(80);
        assertThat(files.service("ntp")).isEmpty();
        assertThat(files.service("22/tcp")).isEmpty();
        assertThat(files.service("")).isEmpty();
    }
}
