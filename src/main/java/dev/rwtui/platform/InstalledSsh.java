package dev.rwtui.platform;

import dev.rwtui.ssh.config.OpenSsh;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The {@code ssh} in PATH, asked which it is. It is started first and listened to later: it runs meanwhile. */
public final class InstalledSsh {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Optional<Process> asked;

    private InstalledSsh(Optional<Process> asked) {
        this.asked = asked;
    }

    /** Starts {@code ssh -V}. */
    public static InstalledSsh start() {
        return start("ssh");
    }

    static InstalledSsh start(String program) {
        try {
            Process process =
                    new ProcessBuilder(program, "-V").redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new InstalledSsh(Optional.of(process));
        } catch (IOException e) {
            return new InstalledSsh(Optional.empty());
        }
    }

    /** Blocks until it has said so; {@link OpenSsh#NEWEST} where there is none, or none that says. */
    public OpenSsh version() {
        if (asked.isEmpty() || !Said.ends(asked.get(), LIMIT)) {
            return OpenSsh.NEWEST;
        }
        try {
            byte[] banner = asked.get().getInputStream().readAllBytes();
            return OpenSsh.parse(new String(banner, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return OpenSsh.NEWEST;
        }
    }
}
