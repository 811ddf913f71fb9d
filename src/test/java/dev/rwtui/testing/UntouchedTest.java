package dev.rwtui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the proof that nothing was written would notice. */
final class UntouchedTest {

    @TempDir
    private Path directory;

    private Path file() throws IOException {
        return Files.writeString(directory.resolve("file"), "text");
    }

    private static boolean differs(Untouched files) throws IOException {
        return !files.now().equals(files.before());
    }

    @Test
    void readingChangesNothing() throws IOException {
        Path file = file();
        Untouched files = Untouched.from(directory, directory.resolve("gone"));

        Files.readString(file);

        assertThat(differs(files)).isFalse();
    }

    @Test
    void theSameContentWrittenAgainIsAChange() throws IOException {
        Path file = file();
        FileTime then = Files.getLastModifiedTime(file);
        Untouched files = Untouched.from(file);

        Files.writeString(file, "text");
        Files.setLastModifiedTime(file, then);

        assertThat(differs(files)).isTrue();
    }

    @Test
    void aFileThatCameAndWentIsAChangeOfItsDirectory() throws IOException {
        Untouched files = Untouched.from(directory);

        Files.delete(file());

        assertThat(differs(files)).isTrue();
    }

    @Test
    void modesLinksAndNewFilesAreSeen() throws IOException {
        Path file = file();
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        Untouched mode = Untouched.from(file);
        Untouched target = Untouched.from(link);
        Untouched gone = Untouched.from(directory.resolve("gone"));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("elsewhere"));
        Files.createFile(directory.resolve("gone"));

        assertThat(differs(mode)).isTrue();
        assertThat(differs(target)).isTrue();
        assertThat(differs(gone)).isTrue();
    }
}
