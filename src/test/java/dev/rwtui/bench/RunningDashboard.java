package dev.rwtui.bench;

import dev.rwtui.testing.Tmux;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged program's dashboard in tmux at 200x60, with {@code direwolf} selected. */
final class RunningDashboard implements AutoCloseable {

    static final int COLUMNS = 200;
    static final int ROWS = 60;

    /** How long a person looks at a dashboard before pressing the first key. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final Pattern ENDED = Pattern.compile("(?m)^status \\d");

    private final Nested nested;
    private final Tmux tmux;

    private RunningDashboard(Nested nested, Tmux tmux) {
        this.nested = nested;
        this.tmux = tmux;
    }

    static RunningDashboard start(Nested nested) throws IOException {
        RunningDashboard dashboard = new RunningDashboard(nested, terminal());
        try {
            dashboard.tmux.command(Packaged.dashboard(nested.config())).awaits(Nested.HOST);
            dashboard.tmux.press("End").awaits(nested.port() + " ");
            LockSupport.parkNanos(LOOK.toNanos());
            return dashboard;
        } catch (RuntimeException | Error e) {
            dashboard.close();
            throw e;
        }
    }

    static Tmux terminal() throws IOException {
        return new Tmux(Tmux.newHome(), COLUMNS, ROWS);
    }

    /** Milliseconds from Enter to the first byte through the first forward. */
    double enter() throws IOException {
        long begin = System.nanoTime();
        tmux.press("Enter");
        return LocalPort.firstByte(nested.port(), begin);
    }

    /** Waits until both tunnels are proved. */
    void awaitUp() {
        tmux.awaits("up 2/2");
    }

    /** Ends the host's session; its gateway's lingers. */
    void disconnect() throws IOException {
        awaitUp();
        tmux.press("x");
        LocalPort.awaitClosed(nested.port());
        LocalPort.awaitClosed(nested.second());
        tmux.awaits("Not connected");
    }

    /** The JVM: the only java below the pane's shell. */
    ProcessFigures jvm() throws IOException {
        return new ProcessFigures(processes().stream()
                .filter(each -> each.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no JVM in the pane:\n" + tmux.screen()))
                .pid());
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.of(Long.parseLong(tmux.says("#{pane_pid}"))).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
    }

    @Override
    public void close() throws IOException {
        close(tmux, processes());
    }

    /** Quits the program, ends what is left of the pane, and removes its home. */
    static void close(Tmux tmux) throws IOException {
        close(tmux, List.of());
    }

    private static void close(Tmux tmux, List<ProcessHandle> processes) throws IOException {
        try {
            // Once asks, twice goes.
            tmux.press("C-c")
                    .press("C-c")
                    .awaitScreen(screen -> ENDED.matcher(screen).find());
        } finally {
            tmux.close();
            processes.forEach(ProcessHandle::destroyForcibly);
            // The server takes its socket away in its own time.
            Waiting.until(() -> removed(tmux.home()));
        }
    }

    private static boolean removed(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
