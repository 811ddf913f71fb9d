package dev.rwtui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabDirectoryIT {

    @TempDir
    private Path parent;

    @Test
    void whatAKilledProcessHasLeftIsDeleted() throws IOException {
        LabDirectory left = LabDirectory.create(parent, deadProcess());
        left.write("config", "Host left");
        left.lock().close();

        LabDirectory.deleteStale(parent);

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void aCommandThatItHasLeftRunningIsEnded() throws IOException {
        LabDirectory left = LabDirectory.create(parent, deadProcess());
        left.lock().close();
        Process command = new ProcessBuilder("sleep", "60")
                .directory(left.path().toFile())
                .start();

        LabDirectory.deleteStale(parent);

        assertThat(command.onExit().join().exitValue()).isEqualTo(137);
    }

    @Test
    void aLivingProcessKeepsItsOwn() throws IOException {
        try (LabDirectory living =
                LabDirectory.create(parent, ProcessHandle.current().pid())) {
            LabDirectory.deleteStale(parent);

            assertThat(living.path()).isDirectory();
        }
    }

    @Test
    void otherNamesAndLinksAreNobodysBusiness() throws IOException {
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(parent.resolve("rwtui-lab-" + deadProcess() + "-1"), elsewhere);
        Path other = Files.createDirectory(parent.resolve("rwtui-lab-mine"));

        LabDirectory.deleteStale(parent);

        assertThat(elsewhere).isDirectory();
        assertThat(link).isSymbolicLink();
        assertThat(other).isDirectory();
    }

    /** A number that was a process's a moment ago. */
    private static long deadProcess() throws IOException {
        Process process = new ProcessBuilder("true").start();
        process.onExit().join();
        return process.pid();
    }
}
