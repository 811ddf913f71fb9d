package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A plain TCP service on a free loopback port. */
final class TcpServices implements AutoCloseable {

    private final ServerSocket listener;

    private TcpServices(ServerSocket listener) {
        this.listener = listener;
    }

    /** Serves one connection. */
    interface Service {
        void serve(Socket socket) throws IOException;
    }

    static TcpServices serving(Service service) throws IOException {
        TcpServices services = new TcpServices(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        daemon(() -> services.accept(service));
        return services;
    }

    /** Sends everything back; its EOF too. */
    static TcpServices echo() throws IOException {
        return serving(socket -> {
            byte[] piece = new byte[128 << 10];
            InputStream in = socket.getInputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                socket.getOutputStream().write(piece, 0, length);
            }
            socket.shutdownOutput();
        });
    }

    /** Sends zeros for ever. */
    static TcpServices source() throws IOException {
        return serving(socket -> {
            byte[] piece = new byte[128 << 10];
            while (true) {
                socket.getOutputStream().write(piece);
            }
        });
    }

    /** Accepts, reads nothing and says nothing. */
    static TcpServices silent() throws IOException {
        return new TcpServices(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    Endpoint address() {
        return new Endpoint("127.0.0.1", listener.getLocalPort());
    }

    private void accept(Service service) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                daemon(() -> serve(service, socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Service service, Socket socket) {
        try (socket) {
            service.serve(socket);
        } catch (IOException e) {
            // The client went.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "tcp-service");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
