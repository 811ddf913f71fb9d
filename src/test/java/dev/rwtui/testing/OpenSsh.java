package dev.rwtui.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;

/** The machine's own {@code ssh} on a configuration file. */
public final class OpenSsh {

    private static final long PATIENCE_SECONDS = 50;

    private final Path config;

    private OpenSsh(Path config) {
        this.config = config;
    }

    /** What a run of ssh came to. */
    public record Outcome(int status, String out, String err) {}

    /** Skips the test, and says so, where there is no ssh; fails it where CI is true. */
    public static OpenSsh with(Path config) {
        try {
            new ProcessBuilder("ssh", "-V").redirectErrorStream(true).start().waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("ssh is missing, and CI must not skip", e);
            }
            System.err.println("SKIPPED: ssh(1) is missing: install openssh-client to run this test");
            Assumptions.abort("ssh(1) is missing");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new OpenSsh(config);
    }

    /** Starts ssh; every host but the gateway is reached through {@code cued}. */
    public Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("ssh", "-F", config.toString()));
        if (!List.of(arguments).contains("cued")) {
            command.addAll(List.of("-o", "ProxyCommand=ssh -F '" + config + "' -W %h:%p cued"));
        }
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    /** Runs ssh to its end, with {@code input} on its standard input. */
    public Outcome run(String input, String... arguments) throws Exception {
        Process ssh = start(arguments);
        CompletableFuture<String> out = read(ssh.getInputStream());
        CompletableFuture<String> err = read(ssh.getErrorStream());
        try (OutputStream in = ssh.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading all: what it said is what counts.
        }
        return new Outcome(end(ssh), text(out), text(err));
    }

    /** Waits for the end of a process, and kills it where that is too long. */
    public static int end(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("ssh did not end within " + PATIENCE_SECONDS + " s");
        }
        return process.exitValue();
    }

    private static String text(CompletableFuture<String> output)
            throws InterruptedException, ExecutionException, TimeoutException {
        return output.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static CompletableFuture<String> read(InputStream in) {
        return CompletableFuture.supplyAsync(() -> {
            try (in) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
