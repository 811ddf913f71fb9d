package dev.rwtui.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What another program says in a few words: less than a pipe holds. */
final class Said {

    private Said() {}

    /**
     * Runs it without input and gives its standard output; empty where it said it in vain, ending with another status than
     * 0 or not in time.
     *
     * @throws IOException where it cannot be started
     */
    static Optional<String> by(Duration limit, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (!ends(process, limit) || process.exitValue() != 0) {
            return Optional.empty();
        }
        return Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Waits for its end; one that takes too long, or whose end nobody waits for any more, is ended with all below it. */
    static boolean ends(Process process, Duration limit) {
        try {
            if (process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Before their parent is gone: then nobody knows any more whose they are.
        for (ProcessHandle each : process.descendants().toList()) {
            each.destroyForcibly();
        }
        process.destroyForcibly();
        return false;
    }
}
