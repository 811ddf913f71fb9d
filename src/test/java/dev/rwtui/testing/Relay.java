package dev.rwtui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A TCP relay of the loopback interface between a client and a server, with a network's faults at hand. Its port is the same
 * all its life.
 */
public final class Relay implements AutoCloseable {

    private final InetSocketAddress server;
    private final InetSocketAddress address;
    private final Weather weather = new Weather();
    private final List<RelayedConnection> connections = new ArrayList<>();

    /** What was cut or reset, or ended; its threads may still be on their way out. */
    private final List<RelayedConnection> ending = new ArrayList<>();

    private final List<Thread> acceptors = new ArrayList<>();
    private final AtomicLong total = new AtomicLong();
    private @Nullable ServerSocket listening;

    private Relay(int port) throws IOException {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        listen(socket);
    }

    /** Listens on a port of its own and passes everything on to that port of 127.0.0.1. */
    public static Relay to(int port) throws IOException {
        return new Relay(port);
    }

    public int port() {
        return address.getPort();
    }

    /** Ends every connection in order, as a server that stops does; new ones are welcome. */
    public void cut() {
        taken().forEach(RelayedConnection::cut);
    }

    /** Ends every connection by RST; new ones are welcome. */
    public void reset() {
        taken().forEach(RelayedConnection::reset);
    }

    /** From now on nothing is read or written in either direction, though connections stay and are accepted: half-open. */
    public void freeze() {
        weather.freeze(Weather.Way.values());
    }

    /** From now on nothing is read from clients, though what the server says still arrives. */
    public void freezeUp() {
        weather.freeze(Weather.Way.UP);
    }

    /** Goes on after {@link #freeze()} or {@link #freezeUp()}; nothing was lost. */
    public void thaw() {
        weather.thaw();
    }

    /** Lets every client have these bytes as if the server had sent them. */
    public void inject(byte[] bytes) {
        taken().forEach(connection -> connection.inject(bytes));
    }

    /** Passes on at most so much per connection and direction; 0 lifts the limit. */
    public void throttle(long bytesPerSecond) {
        weather.throttle(bytesPerSecond);
    }

    /** Holds up each byte by so much in each direction, without limiting how many are under way. */
    public void delay(Duration each) {
        weather.delay(each);
    }

    /** Passes on exactly so many bytes from now on, both directions taken together, then cuts every connection. */
    public void cutAfter(long bytes) {
        weather.cutAfter(bytes);
    }

    /** Refuses new connections, by the system's own RST, until {@link #admit()}. */
    public synchronized void refuse() throws IOException {
        if (listening != null) {
            listening.close();
            listening = null;
            join(acceptors);
        }
    }

    /** Accepts connections again after {@link #refuse()}. */
    public synchronized void admit() throws IOException {
        if (listening == null) {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(address, 100);
            listen(socket);
        }
    }

    /** Connections that are there now. */
    public int open() {
        return taken().size();
    }

    /** Connections there ever were. */
    public long total() {
        return total.get();
    }

    /** Bytes passed on from clients to the server. */
    public long bytesUp() {
        return weather.bytes(Weather.Way.UP);
    }

    /** Bytes passed on from the server to clients. */
    public long bytesDown() {
        return weather.bytes(Weather.Way.DOWN);
    }

    /** Ends all; returns when no thread or socket of it is left. */
    @Override
    public void close() throws IOException {
        refuse();
        cut();
        List<RelayedConnection> rest;
        synchronized (connections) {
            rest = List.copyOf(ending);
        }
        rest.forEach(RelayedConnection::awaitEnd);
    }

    private void listen(ServerSocket socket) {
        listening = socket;
        Thread thread = new Thread(() -> acceptAll(socket), "relay-accept");
        thread.setDaemon(true);
        acceptors.add(thread);
        thread.start();
    }

    private void acceptAll(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                relay(socket.accept());
            } catch (IOException e) {
                // Closed, or the client is gone already.
            }
        }
    }

    private void relay(Socket client) throws IOException {
        Socket upstream = new Socket();
        try {
            upstream.connect(server);
        } catch (IOException e) {
            upstream.close();
            RelayedConnection.reset(client);
            return;
        }
        total.incrementAndGet();
        RelayedConnection connection = new RelayedConnection(client, upstream, weather, this);
        synchronized (connections) {
            connections.add(connection);
        }
        connection.start();
    }

    void ended(RelayedConnection connection) {
        synchronized (connections) {
            if (connections.remove(connection)) {
                ending.removeIf(RelayedConnection::isOver);
                ending.add(connection);
            }
        }
    }

    private List<RelayedConnection> taken() {
        synchronized (connections) {
            return List.copyOf(connections);
        }
    }

    private static void join(List<Thread> threads) {
        try {
            for (Thread thread : threads) {
                thread.join(10_000);
            }
            threads.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
