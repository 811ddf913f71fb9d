package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** Passes bytes on until it freezes, after which the link is a black hole: open, and dead. */
final class FreezeRelay implements AutoCloseable {

    private final CountDownLatch never = new CountDownLatch(1);
    private final TcpServices listener;
    private volatile boolean frozen;

    private FreezeRelay(Endpoint target) throws IOException {
        this.listener = TcpServices.serving(client -> relay(client, target));
    }

    static FreezeRelay to(Endpoint target) throws IOException {
        return new FreezeRelay(target);
    }

    Endpoint address() {
        return listener.address();
    }

    void freeze() {
        frozen = true;
    }

    private void relay(Socket client, Endpoint target) throws IOException {
        try (Socket server = new Socket(target.host(), target.port())) {
            Thread back = new Thread(() -> copy(server, client), "relay-back");
            back.setDaemon(true);
            back.start();
            copy(client, server);
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] piece = new byte[64 << 10];
        try {
            InputStream in = from.getInputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (frozen) {
                    never.await();
                }
                to.getOutputStream().write(piece, 0, length);
            }
        } catch (IOException e) {
            // One side went.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        never.countDown();
        listener.close();
    }
}
