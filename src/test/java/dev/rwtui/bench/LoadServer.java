package dev.rwtui.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Source and sink of bytes on a loopback port. A client says a direction and a count ({@code byte}, {@code long}); the server
 * sends so many, or takes so many and answers one byte.
 */
public final class LoadServer implements AutoCloseable {

    static final int BUFFER = 256 * 1024;
    static final int DOWN = 'd';
    static final int UP = 'u';

    private final ServerSocket socket;

    private LoadServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** Serves on a free port until closed. */
    public static LoadServer start() throws IOException {
        LoadServer server = new LoadServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        daemon("load-accept", server::acceptAll);
        return server;
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void acceptAll() throws IOException {
        while (!socket.isClosed()) {
            Socket client = socket.accept();
            daemon("load", () -> serve(client));
        }
    }

    private static void serve(Socket client) throws IOException {
        try (client) {
            client.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(client.getInputStream());
            int direction = in.read();
            if (direction < 0) {
                // A probe of the tunnel that is measured.
                return;
            }
            long count = in.readLong();
            if (direction == DOWN) {
                send(client.getOutputStream(), count);
            } else {
                take(in, count);
                client.getOutputStream().write(1);
            }
        }
    }

    static void send(OutputStream out, long count) throws IOException {
        byte[] bytes = new byte[BUFFER];
        for (long rest = count; rest > 0; rest -= bytes.length) {
            out.write(bytes, 0, (int) Math.min(rest, bytes.length));
        }
    }

    static void take(InputStream in, long count) throws IOException {
        byte[] bytes = new byte[BUFFER];
        long rest = count;
        while (rest > 0) {
            int n = in.read(bytes, 0, (int) Math.min(rest, bytes.length));
            if (n < 0) {
                throw new IOException(rest + " of " + count + " bytes are missing");
            }
            rest -= n;
        }
    }

    private static void daemon(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The other side sees it too, and is the one that measures.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private interface Work {
        void run() throws IOException;
    }
}
