package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Notice;
import dev.rwtui.tui.BugReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordsTest {

    private final Logger root = Logger.getLogger("");
    private final Handler[] handlers = root.getHandlers();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @TempDir
    private Path directory;

    private Path farewell;
    private Records records;

    @BeforeEach
    void begins() {
        farewell = directory.resolve("farewell");
        System.setProperty("rwtui.farewell", farewell.toString());
        records = Records.begunByTheLauncher(Map.of("XDG_STATE_HOME", directory.toString()));
        records.heading(List.of("rwtui 1", "terminal x"));
    }

    @AfterEach
    void givesEverythingBack() {
        System.clearProperty("rwtui.farewell");
        System.setOut(out);
        System.setErr(err);
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
            handler.close();
        }
        for (Handler handler : handlers) {
            root.addHandler(handler);
        }
    }

    @Test
    void theHeadingIsTheBeginningWhateverIsWrittenFirst() throws IOException {
        records.write(
                new Notice.Logged(Instant.EPOCH, Notice.Level.INFO, Optional.of(new HostAlias("gpu")), "connected"));
        records.begin();

        assertThat(lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("INFO rwtui: rwtui 1"),
                        line -> assertThat(line).endsWith("INFO rwtui: terminal x"),
                        line -> assertThat(line).endsWith("INFO rwtui: gpu: connected"));
    }

    @Test
    void whatAnybodyPrintsIsInTheLog() throws IOException {
        records.begin();
        records.takeStandardStreams();

        System.out.println("to out");
        System.err.println("to err");

        assertThat(lines()).contains("to out", "to err");
    }

    @Test
    void aBugIsReportedWithWhatWentBeforeAndNamedOnTheWayOut() throws IOException {
        records.bug(new BugReport(new IllegalStateException("why"), List.of("KeyPressed j")));

        assertThat(lines())
                .anyMatch(line -> line.endsWith("before it: KeyPressed j"))
                .anyMatch(line -> line.contains("IllegalStateException: why"));
        assertThat(Files.readString(farewell))
                .contains("this is a bug in rwtui")
                .contains(directory.toString());
    }

    private List<String> lines() throws IOException {
        try (Stream<Path> logs = Files.list(directory.resolve("rwtui"))) {
            return Files.readAllLines(logs.findFirst().orElseThrow());
        }
    }
}
