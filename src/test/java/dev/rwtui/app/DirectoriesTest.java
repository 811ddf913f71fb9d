package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoriesTest {

    private static final Path HOME = Path.of("/home/me");

    @TempDir
    private Path directory;

    @Test
    void stateIsWhereTheEnvironmentSays() {
        assertThat(Directories.of(Map.of("XDG_STATE_HOME", "/state"), HOME).state())
                .isEqualTo(Path.of("/state/rwtui"));
    }

    @Test
    void aRelativePathIsIgnored() {
        assertThat(Directories.of(Map.of("XDG_STATE_HOME", "state"), HOME).state())
                .isEqualTo(Path.of("/home/me/.local/state/rwtui"));
    }

    @Test
    void whatIsMadeIsForTheOwnerAlone() throws IOException {
        Path made = directory.resolve("a/b");

        Directories.makePrivate(made);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("a"))))
                .isEqualTo("rwx------");
    }
}
