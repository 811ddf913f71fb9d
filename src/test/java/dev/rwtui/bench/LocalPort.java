package dev.rwtui.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Ports of 127.0.0.1 to forward. None is from the range that connections get theirs from: who connects in a loop to such a
 * port while nobody listens there is sooner or later connected to himself.
 */
final class LocalPort {

    private static final int LOWEST = 21_000;
    private static final int HIGHEST = 32_000;
    private static final long PAUSE_NANOS = Duration.ofNanos(200_000).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ANSWER_MILLIS = 10_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger(LOWEST + (int) (ProcessHandle.current().pid() * 16 % (HIGHEST - LOWEST)));

    private LocalPort() {}

    /** One that nobody listens on, and that was not given before. */
    static int free() throws IOException {
        for (int port = NEXT.getAndIncrement(); port < HIGHEST + 1_000; port = NEXT.getAndIncrement()) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // It is taken.
            }
        }
        throw new IOException("no local port is free");
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until nobody listens there any more. */
    static void awaitClosed(int port) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (answers(port)) {
            if (System.nanoTime() > until) {
                throw new IOException("somebody still listens on " + port);
            }
            pause();
        }
    }

    /**
     * Connects and reads, again and again, until a byte of the {@link LoadServer} behind the port is here.
     *
     * @param begin of the measurement, by {@link System#nanoTime}
     * @return milliseconds since then
     */
    static double firstByte(int port, long begin) throws IOException {
        while (!serves(port)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IOException("no byte through " + port + " after " + PATIENCE);
            }
            pause();
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private static boolean serves(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(new Transfer(Transfer.Way.DOWN, 1).question());
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    static void pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
    }
}
