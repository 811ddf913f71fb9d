package dev.rwtui.ssh.jsch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A proxy command as a carrier ({@code ProxyCommand} of ssh_config(5)). Its standard error is kept as its remark. */
final class CommandDialer {

    private static final int MOST_WORDS = 4096;

    private final Executor executor;

    CommandDialer(Executor executor) {
        this.executor = executor;
    }

    Wire start(String line, Guard guard) throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", "exec " + line).start();
        Runnable kill = () -> executor.execute(() -> kill(process));
        guard.closes(kill);
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        CompletableFuture<Void> told =
                CompletableFuture.runAsync(() -> collect(process.getErrorStream(), words), executor);
        return new Wire(process.getInputStream(), process.getOutputStream(), kill, () -> remark(told, words));
    }

    /** What came before the end of the stream, for which it waits a moment: the process has just died, or is killed. */
    private static String remark(CompletableFuture<Void> told, ByteArrayOutputStream words) {
        told.completeOnTimeout(null, 100, java.util.concurrent.TimeUnit.MILLISECONDS)
                .join();
        return words.toString(StandardCharsets.UTF_8).strip().replaceAll("[\r\n]+", "; ");
    }

    private static void collect(InputStream errors, ByteArrayOutputStream words) {
        byte[] piece = new byte[1024];
        try {
            for (int length = errors.read(piece); length >= 0; length = errors.read(piece)) {
                if (words.size() < MOST_WORDS) {
                    words.write(piece, 0, length);
                }
            }
        } catch (IOException e) {
            // The process was killed.
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
