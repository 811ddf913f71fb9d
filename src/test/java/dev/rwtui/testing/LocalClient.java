package dev.rwtui.testing;

import dev.rwtui.testing.Payload.Sum;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program of the user's that connects to a local port. It gives up after a minute in which nothing comes. */
public final class LocalClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    public LocalClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Whether so many bytes come back from an echo, all and unchanged, after the client has finished sending. */
    public static boolean echoes(int port, long length) throws Exception {
        try (LocalClient client = new LocalClient(port)) {
            CompletableFuture<Sum> sent = client.sending(length);
            Sum back = Payload.read(client.socket.getInputStream());
            return back.equals(sent.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    public Socket socket() {
        return socket;
    }

    /** Sends so many bytes and then the end. */
    public CompletableFuture<Sum> sending(long length) {
        return inBackground(() -> {
            Sum sum = Payload.write(socket.getOutputStream(), length);
            socket.shutdownOutput();
            return sum;
        });
    }

    /** Sends one byte to an echo, sees it come back, and waits for more: done when the connection ends, however it does. */
    public CompletableFuture<String> waiting() throws IOException {
        socket.getOutputStream().write('?');
        if (socket.getInputStream().read() != '?') {
            throw new IOException("the echo does not answer");
        }
        return inBackground(() -> {
            try {
                return "read " + socket.getInputStream().read();
            } catch (IOException e) {
                return e.getMessage();
            }
        });
    }

    /** Sends for ever: done when the connection ends, with what it was told. */
    public CompletableFuture<String> sendingForEver() {
        return inBackground(() -> {
            try {
                byte[] piece = new byte[64 << 10];
                while (true) {
                    socket.getOutputStream().write(piece);
                }
            } catch (IOException e) {
                return e.getMessage();
            }
        });
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static <T> CompletableFuture<T> inBackground(Callable<T> task) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        future.complete(task.call());
                    } catch (Exception e) {
                        future.completeExceptionally(e);
                    }
                },
                "local-client");
        thread.setDaemon(true);
        thread.start();
        return future;
    }
}
