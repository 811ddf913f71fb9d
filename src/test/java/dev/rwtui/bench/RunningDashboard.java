package dev.rwtui.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The packaged program's dashboard, with {@code direwolf} selected. */
final class RunningDashboard implements AutoCloseable {

    /** How long a person looks at a dashboard before pressing the first key. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Nested nested;
    private final Pane pane;

    private RunningDashboard(Nested nested, Pane pane) {
        this.nested = nested;
        this.pane = pane;
    }

    static RunningDashboard start(Nested nested) throws IOException {
        RunningDashboard dashboard = new RunningDashboard(nested, Pane.open());
        try {
            dashboard.pane.tmux().command(Packaged.dashboard(nested.config())).awaits(Nested.HOST);
            dashboard.pane.tmux().press("End").awaits(nested.port() + " ");
            LockSupport.parkNanos(LOOK.toNanos());
            return dashboard;
        } catch (RuntimeException | Error e) {
            dashboard.close();
            throw e;
        }
    }

    /** Milliseconds from Enter to the first byte through the first forward. */
    double enter() throws IOException {
        long begin = System.nanoTime();
        pane.tmux().press("Enter");
        return LocalPort.firstByte(nested.port(), begin);
    }

    /** Waits until both tunnels are proved. */
    void awaitUp() {
        pane.tmux().awaits("up 2/2");
    }

    /** Ends the host's session; its gateway's lingers. */
    void disconnect() throws IOException {
        awaitUp();
        pane.tmux().press("x");
        LocalPort.awaitClosed(nested.port());
        LocalPort.awaitClosed(nested.second());
        pane.tmux().awaits("Not connected");
    }

    ProcessFigures jvm() throws IOException {
        return pane.jvm();
    }

    @Override
    public void close() {
        pane.close();
    }
}
