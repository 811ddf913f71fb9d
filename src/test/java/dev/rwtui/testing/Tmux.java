package dev.rwtui.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A terminal: a tmux server of its own on a private socket, no configuration, and a home of its own. */
public final class Tmux implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_NANOS = 20_000_000;

    private final Path home;
    private final String socket;

    /**
     * Starts one pane with a shell whose prompt is {@code $ }.
     *
     * @param home the shell's {@code HOME}, which goes with it; its XDG directories are below it
     */
    public Tmux(Path home, int columns, int rows) {
        this.home = home;
        this.socket = home.resolve("tmux").toString();
        tmux(
                "new-session",
                "-d",
                "-x",
                "" + columns,
                "-y",
                "" + rows,
                "env",
                "-i",
                "HOME=" + home,
                "PS1=$ ",
                "PATH=" + System.getenv("PATH"),
                "TERM=tmux-256color",
                "COLORTERM=truecolor",
                "LC_ALL=C.UTF-8",
                "XDG_STATE_HOME=" + home.resolve("state"),
                "TMUX=" + socket + ",0,0",
                "bash",
                "--norc",
                "--noprofile");
        awaitScreen(screen -> screen.contains("$"));
    }

    /** Whether there is a tmux here. */
    public static boolean isInstalled() {
        try {
            return run(List.of("tmux", "-V")).startsWith("tmux");
        } catch (IOException e) {
            return false;
        }
    }

    /** Presses keys by tmux's names: {@code Enter}, {@code C-z}, {@code Down}. */
    public Tmux press(String... keys) {
        List<String> command = new ArrayList<>(List.of("send-keys"));
        command.addAll(List.of(keys));
        tmux(command.toArray(String[]::new));
        return this;
    }

    /** Types text as it is. */
    public Tmux type(String text) {
        tmux("send-keys", "-l", text);
        return this;
    }

    /** Types a command line and Enter. */
    public Tmux command(String line) {
        return type(line).press("Enter");
    }

    public String screen() {
        return tmux("capture-pane", "-p");
    }

    /** The screen with its colours, blanks at line ends kept. */
    public String colours() {
        return tmux("capture-pane", "-e", "-p", "-N");
    }

    /** Waits until the screen holds {@code text}. */
    public Tmux awaits(String text) {
        return awaitScreen(screen -> screen.contains(text));
    }

    /** Waits until the screen is as wished. */
    public Tmux awaitScreen(Predicate<String> wish) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String screen = screen();
        while (!wish.test(screen)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("this is all there is to see:\n" + screen);
            }
            LockSupport.parkNanos(LOOK_NANOS);
            screen = screen();
        }
        return this;
    }

    /** What tmux knows, for example {@code #{alternate_on}}. */
    public String says(String format) {
        return tmux("display-message", "-p", format).strip();
    }

    /** Waits until tmux says so. */
    public Tmux awaitSays(String format, String wanted) {
        return awaitScreen(screen -> says(format).equals(wanted));
    }

    /** What {@code stty -g} says of the pane. */
    public String stty() {
        return worked(List.of("stty", "-g", "-F", says("#{pane_tty}"))).strip();
    }

    /** Sends a copy of everything that the pane is written to the standard input of a shell command. */
    public Tmux pipeTo(String command) {
        tmux("pipe-pane", command);
        return this;
    }

    public Tmux resize(int columns, int rows) {
        tmux("resize-window", "-x", "" + columns, "-y", "" + rows);
        return this;
    }

    public Path home() {
        return home;
    }

    @Override
    public void close() {
        tmux("kill-server");
        // What ran in the pane ends, and the server takes its socket away, in their own time.
        Waiting.until(() -> Directories.isDeleted(home));
    }

    private String tmux(String... arguments) {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket, "-f", "/dev/null"));
        command.addAll(List.of(arguments));
        return worked(command);
    }

    private static String worked(List<String> command) {
        try {
            return run(command);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("TMUX");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return said;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException(command + " failed: " + said);
    }

    /** A home in a directory whose name is short enough for a socket. */
    public static Path newHome() throws IOException {
        return Files.createTempDirectory("rwtui");
    }
}
