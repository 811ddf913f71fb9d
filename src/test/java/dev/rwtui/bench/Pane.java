package dev.rwtui.bench;

import dev.rwtui.testing.Tmux;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** A terminal of 200x60 in which the packaged program runs once. */
final class Pane implements AutoCloseable {

    private static final int COLUMNS = 200;
    private static final int ROWS = 60;
    private static final Pattern ENDED = Pattern.compile("(?m)^status \\d");

    private final Tmux tmux;

    private Pane(Tmux tmux) {
        this.tmux = tmux;
    }

    static Pane open() throws IOException {
        Pane pane = new Pane(new Tmux(Tmux.newHome(), COLUMNS, ROWS));
        Started.add(pane);
        return pane;
    }

    Tmux tmux() {
        return tmux;
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

    /** Quits the program, ends what is left in the pane, and removes its home. */
    @Override
    public void close() {
        Started.ended(this);
        List<ProcessHandle> processes = processes();
        try {
            // Once asks, twice goes.
            tmux.press("C-c")
                    .press("C-c")
                    .awaitScreen(screen -> ENDED.matcher(screen).find());
        } finally {
            tmux.close();
            processes.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
