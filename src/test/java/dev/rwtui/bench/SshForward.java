package dev.rwtui.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code ssh -N} with one local forward: what rwtui is measured beside. */
public final class SshForward implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;

    private SshForward(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Forwards a free local port; returns when ssh listens on it. The configuration says how to get there without asking. */
    public static SshForward start(Path config, String host, int targetPort) throws Exception {
        int port = freePort();
        Process process = new ProcessBuilder(
                        "ssh",
                        "-N",
                        "-F",
                        config.toString(),
                        "-o",
                        "BatchMode=yes",
                        "-o",
                        "ExitOnForwardFailure=yes",
                        "-L",
                        "127.0.0.1:" + port + ":127.0.0.1:" + targetPort,
                        host)
                .inheritIO()
                .start();
        SshForward forward = new SshForward(process, port);
        try {
            forward.awaitListening();
        } catch (IOException | InterruptedException e) {
            forward.close();
            throw e;
        }
        return forward;
    }

    public int port() {
        return port;
    }

    private void awaitListening() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IOException("ssh ended with status " + process.exitValue());
            }
            if (System.nanoTime() > until) {
                throw new IOException("ssh does not listen after " + PATIENCE);
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, 5, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
    }
}
