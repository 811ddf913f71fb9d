package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Logger root = Logger.getLogger("");
    private final Handler[] before = root.getHandlers();

    @TempDir
    private Path directory;

    @AfterEach
    void givesTheLogBack() {
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
            handler.close();
        }
        for (Handler handler : before) {
            root.addHandler(handler);
        }
    }

    @Test
    void itIsNamedAfterTimeAndProcessAndForItsOwnerAlone() throws IOException {
        LogFile log = log(42);

        log.installQuietly();

        assertThat(log.path()).isEqualTo(directory.resolve("state/rwtui-20260102-030405-42.log"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("state"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aRecordIsALineWithItsStackTrace() throws IOException {
        LogFile log = log(42);
        log.installQuietly();

        Logger.getLogger("rwtui").log(Level.SEVERE, "bug", new IllegalStateException("why"));

        assertThat(Files.readString(log.path()))
                .contains(" SEVERE rwtui: bug\n")
                .contains("java.lang.IllegalStateException: why\n\tat " + LogFileTest.class.getName());
    }

    @Test
    void levelsThatWereSetBeforeStay() throws IOException {
        Logger loud = Logger.getLogger("loud.library");
        loud.setLevel(Level.SEVERE);
        LogFile log = log(42);
        log.installQuietly();

        loud.info("chatter");

        assertThat(Files.readString(log.path())).isEmpty();
    }

    @Test
    void tenAreKeptAndNothingElseIsTouched() throws IOException {
        Path state = Files.createDirectory(directory.resolve("state"));
        for (int day = 10; day < 25; day++) {
            Files.createFile(state.resolve("rwtui-202501" + day + "-000000-1.log"));
        }
        Files.createFile(state.resolve("notes.log"));

        log(42).installQuietly();

        try (Stream<Path> files = Files.list(state)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(11)
                    .contains("notes.log", "rwtui-20260102-030405-42.log", "rwtui-20250116-000000-1.log")
                    .doesNotContain("rwtui-20250115-000000-1.log");
        }
    }

    @Test
    void printsAndRecordsKeepTheirOrder() throws IOException {
        LogFile log = log(42);
        log.installQuietly();

        try (OutputStream printed = log.appending()) {
            printed.write("printed\n".getBytes(StandardCharsets.UTF_8));
        }
        Logger.getLogger("rwtui").info("logged");

        assertThat(Files.readAllLines(log.path()))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("printed"),
                        line -> assertThat(line).endsWith("rwtui: logged"));
    }

    @Test
    void aLogThatCannotBeHadIsNoReasonNotToWork() throws IOException {
        Files.createFile(directory.resolve("state"));

        log(42).installQuietly();

        assertThat(root.getHandlers()).isEmpty();
    }

    private LogFile log(long pid) {
        return LogFile.in(new Directories(directory.resolve("state")), NOW, pid);
    }
}
