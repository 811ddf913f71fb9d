package dev.rwtui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ssh -N} with local forwards: what rwtui is measured beside. */
final class SshForward implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;

    private SshForward(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts ssh and does not wait for it. The configuration says how to get there without asking.
     *
     * @param port a local port that the configuration, or a word, forwards
     * @param words more of its command line
     */
    static SshForward cold(Path config, String host, int port, String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("ssh", "-N", "-F", config.toString(), "-o", "BatchMode=yes", "-o", "ExitOnForwardFailure=yes"));
        command.addAll(List.of(words));
        command.add(host);
        return new SshForward(new ProcessBuilder(command).inheritIO().start(), port);
    }

    /** Forwards a free local port; returns when ssh listens on it. */
    static SshForward start(Path config, String host, int targetPort) throws IOException {
        int port = LocalPort.free();
        SshForward forward = cold(config, host, port, "-L", "127.0.0.1:" + port + ":127.0.0.1:" + targetPort);
        try {
            forward.awaitListening();
        } catch (IOException e) {
            forward.close();
            throw e;
        }
        return forward;
    }

    int port() {
        return port;
    }

    /** Of ssh and of the one that it reaches the gateway by, in MB. */
    double resident() throws IOException {
        double sum = new ProcessFigures(process.pid()).resident();
        for (ProcessHandle each : process.descendants().toList()) {
            sum += new ProcessFigures(each.pid()).resident();
        }
        return sum;
    }

    private void awaitListening() throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!LocalPort.answers(port)) {
            if (!process.isAlive()) {
                throw new IOException("ssh ended with status " + process.exitValue());
            }
            if (System.nanoTime() > until) {
                throw new IOException("ssh does not listen after " + PATIENCE);
            }
            LocalPort.pause();
        }
    }

    /** Ends ssh and what it has started, and waits until its port is free. */
    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, 5, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
        started.forEach(ProcessHandle::destroy);
    }
}
