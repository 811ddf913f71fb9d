package dev.rwtui.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** The program as it is packaged, and a terminal to run it in. */
public final class Packaged {

    /** {@code bin/rwtui} of the packaged directory. */
    public static final Path LAUNCHER = Path.of(System.getProperty("rwtui.dist", "target/rwtui"))
            .toAbsolutePath()
            .resolve("bin/rwtui");

    /** The Java that runs the tests is the one to run the program, whatever else is in the way to programs. */
    public static final String JAVA_HOME = System.getProperty("java.home");

    private Packaged() {}

    /** For a shell's command line. */
    public static String launcher() {
        return "JAVA_HOME=" + JAVA_HOME + " " + LAUNCHER;
    }

    /** A terminal with a home of its own. Skips the test, or fails it in CI, where there is no tmux. */
    public static Tmux terminal() throws IOException {
        if (!Tmux.isInstalled()) {
            assertFalse(Boolean.parseBoolean(System.getenv("CI")), "CI must have tmux");
            System.err.println("SKIPPED: there is no tmux here, so the packaged program is not run in a terminal");
            assumeTrue(false, "no tmux");
        }
        return new Tmux(Tmux.newHome(), 120, 36);
    }

    /** Starts the dashboard on a configuration and waits until it is on the screen. */
    public static void dashboard(Tmux tmux, Path config) {
        tmux.command(launcher() + " -F " + config + "; echo status $?")
                .awaitSays("#{alternate_on}", "1")
                .awaits("rwtui  ");
    }
}
