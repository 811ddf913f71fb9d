package dev.rwtui.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A plain TCP service on a free loopback port; nothing of it is left once it is closed. */
public final class TcpService implements AutoCloseable {

    private static final int PIECE = 128 << 10;

    /** Sends everything back, its end too. */
    public static final Talk ECHO = socket -> {
        byte[] piece = new byte[PIECE];
        InputStream in = socket.getInputStream();
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            socket.getOutputStream().write(piece, 0, length);
        }
        socket.shutdownOutput();
    };

    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private TcpService(ServerSocket listener) {
        this.listener = listener;
    }

    /** Serves one connection, which is closed when it returns. */
    public interface Talk {
        void serve(Socket socket) throws IOException;
    }

    public static TcpService serving(Talk talk) throws IOException {
        TcpService service = new TcpService(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        service.thread(() -> service.accept(talk));
        return service;
    }

    public static TcpService echo() throws IOException {
        return serving(ECHO);
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept(Talk talk) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                thread(() -> serve(talk, socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Talk talk, Socket socket) {
        try (socket) {
            talk.serve(socket);
        } catch (IOException e) {
            // The client went.
        }
    }

    private void thread(Runnable task) {
        Thread thread = new Thread(task, "tcp-service");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.forEach(thread -> Waiting.until(() -> !thread.isAlive()));
    }
}
