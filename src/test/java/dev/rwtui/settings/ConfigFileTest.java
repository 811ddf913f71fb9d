package dev.rwtui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.testing.Untouched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigFileTest {

    private static final ConfigKey KEY = ConfigKey.of("a", "b");

    @TempDir
    Path directory;

    private Path path;
    private ConfigFile file;

    @BeforeEach
    void aFile() {
        path = directory.resolve("config");
        file = new ConfigFile(path);
    }

    @Test
    void theModeStays() throws IOException, ConfigException {
        Files.writeString(path, "[a]\n\tb = 1\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-r--"));

        file.change(text -> text.with(KEY, "2"));

        assertThat(path).hasContent("[a]\n\tb = 2\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void aNewFileAndItsDirectoriesAreTheirOwnersAlone() throws IOException, ConfigException {
        Path nested = directory.resolve("x/y/config");

        new ConfigFile(nested).change(text -> text.with(KEY, "1"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(nested)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(nested.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aLinkStaysOneAndItsFileIsChanged() throws IOException, ConfigException {
        Path dotfiles = Files.createDirectory(directory.resolve("dotfiles"));
        Path real = Files.writeString(dotfiles.resolve("real"), "[a]\n\tb = 1\n");
        Files.createSymbolicLink(path, Path.of("dotfiles/link"));
        Files.createSymbolicLink(dotfiles.resolve("link"), Path.of("real"));

        file.change(text -> text.with(KEY, "2"));

        assertThat(path).isSymbolicLink();
        assertThat(dotfiles.resolve("link")).isSymbolicLink();
        assertThat(real).hasContent("[a]\n\tb = 2\n");
        assertThat(dotfiles).isDirectoryNotContaining("glob:**.lock");
    }

    @Test
    void linksInACircleAreSaid() throws IOException {
        Files.createSymbolicLink(path, path);

        assertThatThrownBy(() -> file.change(text -> text.with(KEY, "2"))).hasMessageContaining("in a circle");
    }

    @Test
    void aLockThatIsHeldIsSaidAndKept() throws IOException {
        Files.writeString(path, "[a]\n\tb = 1\n");
        Path lock = Files.writeString(directory.resolve("config.lock"), "somebody's");
        Files.setLastModifiedTime(
                lock,
                FileTime.from(LocalDateTime.of(2026, 11, 30, 14, 3, 5)
                        .atZone(ZoneId.systemDefault())
                        .toInstant()));
        Untouched before = Untouched.from(directory);

        assertThatThrownBy(() -> file.change(text -> text.with(KEY, "2")))
                .isInstanceOfSatisfying(
                        ConfigException.class, e -> assertThat(e.kind()).isEqualTo(ConfigException.Kind.LOCKED))
                .hasMessageContaining(lock + " is there since 2026-11-30 14:03:05")
                .hasMessageContaining("delete");
        assertThat(before.now()).isEqualTo(before.before());
    }

    @Test
    void whatCannotBeUnderstoodIsNotWrittenOver() throws IOException {
        Files.writeString(path, "[a]\nb = \"1\n");

        assertThatThrownBy(() -> file.change(text -> text.with(KEY, "2"))).hasMessageStartingWith(path + ":2: ");
        assertThat(path).hasContent("[a]\nb = \"1\n");
        assertThat(directory).isDirectoryNotContaining("glob:**.lock");
    }

    @Test
    void aChangeThatChangesNothingWritesNothing() throws IOException, ConfigException {
        Files.writeString(path, "[a]\n\tc = 1\n");
        Object inode = Files.getAttribute(path, "unix:ino");

        file.change(text -> text.without(KEY));
        file.change(text -> text.with(ConfigKey.of("a", "c"), "1"));

        assertThat(Files.getAttribute(path, "unix:ino")).isEqualTo(inode);
        assertThat(directory).isDirectoryNotContaining("glob:**.lock");
    }

    @Test
    void aChangeThatFailsLeavesNoLock() throws IOException {
        Files.writeString(path, "[a]\n\tb = 1\n");

        assertThatThrownBy(() -> file.change(text -> text.with(KEY, "\0"))).isInstanceOf(ConfigException.class);
        assertThat(path).hasContent("[a]\n\tb = 1\n");
        assertThat(directory).isDirectoryNotContaining("glob:**.lock");
    }

    @Test
    void aDirectoryInItsPlaceIsSaid() throws IOException {
        Files.createDirectory(path);

        assertThatThrownBy(file::read).hasMessageContaining("cannot read " + path);
    }
}
