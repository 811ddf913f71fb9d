package dev.rwtui.tunnel;

import dev.rwtui.base.Cancellation;
import dev.rwtui.tunnel.model.TunnelId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The local end of a tunnel: bound sockets, and a thread on each that waits for connections. */
final class Listener implements AutoCloseable {

    private static final long PAUSE_SECONDS = 1;

    private final Lease lease;
    private final List<Spot> spots;
    private final List<ServerSocketChannel> sockets;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch ended;

    /** Whose it is, and for how long. */
    record Lease(TunnelId owner, Cancellation cancellation) {}

    Listener(Lease lease, List<Spot> spots, List<ServerSocketChannel> sockets) {
        this.lease = lease;
        this.spots = List.copyOf(spots);
        this.sockets = List.copyOf(sockets);
        this.ended = new CountDownLatch(sockets.size());
    }

    TunnelId owner() {
        return lease.owner();
    }

    boolean holds(Spot spot) {
        return spots.stream().anyMatch(spot::collidesWith);
    }

    List<String> shown() {
        return spots.stream().map(Spot::shown).toList();
    }

    /**
     * Begins to accept.
     *
     * @param client given each connection, on a thread it must not hold up
     * @param troubled told once when connections cannot be accepted for now; tried again every second
     */
    void start(Executor blocking, Consumer<SocketChannel> client, Consumer<IOException> troubled) {
        for (int i = 0; i < sockets.size(); i++) {
            int at = i;
            blocking.execute(() -> {
                try {
                    acceptAll(at, client, troubled);
                } finally {
                    ended.countDown();
                }
            });
        }
    }

    private void acceptAll(int at, Consumer<SocketChannel> client, Consumer<IOException> troubled) {
        boolean told = false;
        while (!isClosing()) {
            try {
                SocketChannel socket = sockets.get(at).accept();
                told = false;
                admit(spots.get(at), socket, client);
            } catch (IOException e) {
                if (!told && !isClosing()) {
                    troubled.accept(e);
                }
                told = true;
                pause();
            }
        }
    }

    private static void admit(Spot spot, SocketChannel socket, Consumer<SocketChannel> client) throws IOException {
        if (socket.getRemoteAddress() instanceof InetSocketAddress peer && spot.serves(peer.getAddress())) {
            client.accept(socket);
        } else {
            Sockets.close(socket);
        }
    }

    /** Out of descriptors, most likely: trying again at once would spin. */
    private void pause() {
        try {
            closing.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    /** Whether its ports are free, or about to be. */
    boolean isClosing() {
        return closing.getCount() == 0 || lease.cancellation().isCancelled();
    }

    /** Waits until the ports are free again after {@link #close()}. False where that takes too long. */
    boolean awaitEnd(long seconds) throws InterruptedException {
        return ended.await(seconds, TimeUnit.SECONDS);
    }

    /** Closes what was never started. */
    void abandon() {
        close();
        while (ended.getCount() > 0) {
            ended.countDown();
        }
    }

    /** Stops listening. The system frees a port a moment later, when the thread that waited on it has left. */
    @Override
    public void close() {
        closing.countDown();
        for (ServerSocketChannel socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // The descriptor is gone either way.
            }
        }
    }
}
