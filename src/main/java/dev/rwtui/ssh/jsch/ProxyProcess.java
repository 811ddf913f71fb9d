package dev.rwtui.ssh.jsch;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A proxy command that runs: its standard error goes to the log, its last words explain its end. */
final class ProxyProcess {

    /** One that never stops to talk must not fill the log. */
    private static final int MOST_NOTES = 100;

    private static final int LAST_WORDS = 3;
    private static final int MOST_OF_A_LINE = 500;
    private static final long PATIENCE_MILLIS = 100;

    /** 128 and SIGKILL. */
    private static final int KILLED = 137;

    private final Process process;
    private final Consumer<String> note;
    private final CompletableFuture<Void> told;
    private final Deque<String> last = new ArrayDeque<>();
    private volatile boolean over;
    private volatile boolean killed;

    ProxyProcess(Process process, Consumer<String> note, Executor executor) {
        this.process = process;
        this.note = note;
        this.told = CompletableFuture.runAsync(this::listen, executor);
    }

    InputStream input() {
        return new FilterInputStream(process.getInputStream()) {
            @Override
            public int read() throws IOException {
                return ended(super.read());
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                return ended(super.read(target, from, length));
            }
        };
    }

    /** Whoever has ended its output has ended, or is about to. */
    private int ended(int read) {
        if (read < 0) {
            over = true;
        }
        return read;
    }

    OutputStream output() {
        return process.getOutputStream();
    }

    private void listen() {
        int notes = 0;
        try (BufferedReader errors =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = line(errors); line != null; line = line(errors)) {
                String words = line.strip();
                if (!words.isEmpty() && notes <= MOST_NOTES) {
                    keep(words);
                    note.accept(notes == MOST_NOTES ? "proxy command: it says more" : "proxy command: " + words);
                    notes++;
                }
            }
        } catch (IOException e) {
            // It was killed.
        }
    }

    /** The next line, or its beginning where it has no end; null at the end of all. */
    private static @Nullable String line(BufferedReader from) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = from.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.length() < MOST_OF_A_LINE) {
                line.append((char) next);
            }
            next = from.read();
        }
        return line.toString();
    }

    private synchronized void keep(String words) {
        last.addLast(words);
        if (last.size() > LAST_WORDS) {
            last.removeFirst();
        }
    }

    private synchronized String lastWords() {
        return String.join("; ", last);
    }

    /** How it ended, for which it waits a moment: it has just died, or is killed. */
    String remark() {
        told.completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
        String words = lastWords();
        if (!hasEnded() || (killed && process.exitValue() == KILLED)) {
            return words.isEmpty() ? "" : "the proxy command said: " + words;
        }
        String end = "the proxy command ended with status " + process.exitValue();
        return words.isEmpty() ? end : end + ": " + words;
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void kill() {
        killed = !over && process.isAlive();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
