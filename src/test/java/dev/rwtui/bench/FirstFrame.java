package dev.rwtui.bench;

import dev.rwtui.testing.Tmux;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * From the moment at which the pane's shell is about to start the launcher until marks have come out of the program. tmux
 * copies the pane's output into a pipe as it comes, so that nothing is polled; both clocks are the system's.
 */
final class FirstFrame {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private FirstFrame() {}

    /**
     * Starts the dashboard in a new terminal, quits it, and gives the milliseconds until each mark was seen.
     *
     * @param marks in the order in which they come; each is looked for behind the one before it
     */
    static List<Double> measure(Path config, String... marks) throws Exception {
        try (Pane pane = Pane.open()) {
            Tmux tmux = pane.tmux();
            Path fifo = tmux.home().resolve("output");
            Path begin = tmux.home().resolve("begin");
            worked("mkfifo", fifo.toString());
            CompletableFuture<List<Instant>> seen = new CompletableFuture<>();
            Thread reader = new Thread(() -> read(fifo, List.of(marks), seen), "output");
            reader.setDaemon(true);
            reader.start();
            tmux.pipeTo("exec cat >'" + fifo + "'");
            tmux.command("printf '%s' \"$EPOCHREALTIME\" >'" + begin + "'; " + Packaged.dashboard(config));
            List<Instant> moments = await(seen, tmux);
            Instant started = moment(Files.readString(begin));
            return moments.stream().map(each -> milliseconds(started, each)).toList();
        }
    }

    private static List<Instant> await(CompletableFuture<List<Instant>> seen, Tmux tmux)
            throws InterruptedException, ExecutionException, IOException {
        try {
            return seen.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no frame within " + PATIENCE + ", only:\n" + tmux.screen(), e);
        }
    }

    private static void read(Path fifo, List<String> marks, CompletableFuture<List<Instant>> seen) {
        try (InputStream in = Files.newInputStream(fifo)) {
            seen.complete(moments(in, marks));
        } catch (IOException e) {
            seen.completeExceptionally(e);
        }
    }

    /** When each mark was complete. */
    static List<Instant> moments(InputStream in, List<String> marks) throws IOException {
        Instant[] moments = new Instant[marks.size()];
        byte[] bytes = new byte[1 << 16];
        StringBuilder text = new StringBuilder();
        int found = 0;
        while (found < moments.length) {
            int n = in.read(bytes);
            Instant now = Instant.now();
            if (n < 0) {
                throw new IOException(
                        "the output ended before " + marks.get(found).replace('\u001b', '^'));
            }
            text.append(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
            for (int at = text.indexOf(marks.get(found));
                    at >= 0;
                    at = found < moments.length ? text.indexOf(marks.get(found)) : -1) {
                text.delete(0, at + marks.get(found).length());
                moments[found++] = now;
            }
        }
        return Arrays.asList(moments);
    }

    /** Of bash's {@code EPOCHREALTIME}: seconds, a point, six digits. */
    static Instant moment(String epoch) {
        return Instant.EPOCH.plus(Long.parseLong(epoch.replace(".", "").strip()), ChronoUnit.MICROS);
    }

    private static double milliseconds(Instant from, Instant to) {
        return ChronoUnit.MICROS.between(from, to) / 1e3;
    }

    private static void worked(String... command) throws IOException {
        int status =
                new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with status " + status);
        }
    }
}
