package dev.rwtui.platform;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Other programs of the user's, found by PATH and given an argument list, never a command line. */
class Programs {

    private static final long SECONDS = 3;
    private static final ProcessBuilder.Redirect NOWHERE = ProcessBuilder.Redirect.DISCARD;

    private final List<Path> path;

    Programs(Map<String, String> environment) {
        this.path = Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(Path::of)
                .toList();
    }

    /** Whether it is there: a name in PATH, or a path. */
    boolean has(String program) {
        if (program.isEmpty()) {
            return false;
        }
        return program.contains("/")
                ? Files.isExecutable(Path.of(program))
                : path.stream().anyMatch(directory -> Files.isExecutable(directory.resolve(program)));
    }

    /** Gives {@code text} to its standard input and waits for its end; why it failed. */
    Optional<String> feed(List<String> command, String text) {
        try {
            Process process = started(command);
            try (OutputStream in = process.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return fault(process, process.waitFor(SECONDS, TimeUnit.SECONDS));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** Starts it; why it failed. One that is still there after some seconds is taken to do its work. */
    Optional<String> start(List<String> command) {
        try {
            Process process = started(command);
            process.getOutputStream().close();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) ? fault(process, true) : Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static Process started(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(NOWHERE)
                .redirectError(NOWHERE)
                .start();
    }

    private static Optional<String> fault(Process process, boolean ended) {
        if (!ended) {
            process.destroy();
            return Optional.of("did not end within " + SECONDS + " s");
        }
        return process.exitValue() == 0 ? Optional.empty() : Optional.of("exit status " + process.exitValue());
    }
}
