package dev.rwtui.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A command that runs without a controlling terminal, as under cron: its outputs, its signals, its end. */
public final class Unattended implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();
    private final CompletableFuture<Void> out;
    private final CompletableFuture<String> err;

    /** Starts it with {@code home} for its home and nothing else of this process's environment but the way to programs. */
    public Unattended(Path home, String... command) throws IOException {
        // A shell that put Maven in the background has told all its children to ignore the interrupt.
        List<String> all = new ArrayList<>(List.of("env", "--default-signal=INT", "setsid"));
        all.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(all);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH"));
        environment.putAll(Map.of("HOME", home.toString(), "LC_ALL", "C.UTF-8", "JAVA_HOME", Packaged.JAVA_HOME));
        environment.put("XDG_STATE_HOME", home.resolve("state").toString());
        process = builder.start();
        process.getOutputStream().close();
        out = CompletableFuture.runAsync(() -> read(process.getInputStream(), lines::add), Unattended::daemon);
        StringBuilder words = new StringBuilder();
        err = CompletableFuture.runAsync(
                        () -> read(
                                process.getErrorStream(),
                                line -> words.append(line).append('\n')),
                        Unattended::daemon)
                .thenApply(end -> words.toString());
    }

    /** The next line of its output that is as wished. */
    public String awaitLine(Predicate<String> wish) throws InterruptedException {
        while (true) {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("no such line within " + PATIENCE_SECONDS + " s, but " + seen);
            }
            seen.add(line);
            if (wish.test(line)) {
                return line;
            }
        }
    }

    /** Sends a signal by its name. */
    public void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-s", name, "" + process.pid())
                .inheritIO()
                .start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("cannot send " + name);
        }
    }

    /** Waits for its end. */
    public int status() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " s; it said " + seen + lines);
        }
        return process.exitValue();
    }

    /** All of its standard error, once it has ended. */
    public String err() throws Exception {
        return err.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** All lines of its standard output, once it has ended. */
    public List<String> out() throws Exception {
        out.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<String> all = new ArrayList<>(seen);
        all.addAll(lines);
        return all;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private interface Sink {
        void take(String line);
    }

    private static void read(InputStream stream, Sink sink) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                sink.take(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "unattended-output");
        thread.setDaemon(true);
        thread.start();
    }
}
