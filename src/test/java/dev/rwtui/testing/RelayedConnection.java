package dev.rwtui.testing;

import dev.rwtui.testing.Weather.Way;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One connection of a {@link Relay}: each way has a thread that reads and one that writes. */
final class RelayedConnection {

    private static final int CHUNK = 64 * 1024;
    private static final int MOST_UNDER_WAY = 64 * 1024 * 1024;

    private final Socket client;
    private final Socket server;
    private final Weather weather;
    private final Relay relay;
    private final List<Thread> threads = new ArrayList<>();
    private final BlockingQueue<Chunk> up = new LinkedBlockingQueue<>();
    private final BlockingQueue<Chunk> down = new LinkedBlockingQueue<>();
    private final CountDownLatch ways = new CountDownLatch(2);

    /** Bytes under way; none at all stand for the end. */
    private static final class Chunk {
        private final byte[] bytes;
        private final long due;

        Chunk(byte[] bytes, long due) {
            this.bytes = bytes;
            this.due = due;
        }
    }

    RelayedConnection(Socket client, Socket server, Weather weather, Relay relay) {
        this.client = client;
        this.server = server;
        this.weather = weather;
        this.relay = relay;
    }

    void start() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        carry(Way.UP, client, server, up);
        carry(Way.DOWN, server, client, down);
        threads.forEach(Thread::start);
    }

    private void carry(Way way, Socket from, Socket to, BlockingQueue<Chunk> underWay) {
        // Without a delay a relay holds next to nothing, so that a stalled reader is felt by the writer.
        Semaphore room = new Semaphore(weather.delayNanos() == 0 ? CHUNK : MOST_UNDER_WAY);
        thread("relay-read-" + way, () -> readAll(way, from, underWay, room));
        thread("relay-write-" + way, () -> {
            try {
                writeAll(way, to, underWay, room);
            } finally {
                ways.countDown();
                if (ways.getCount() == 0) {
                    cut();
                }
            }
        });
    }

    private void thread(String name, Carrying work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        reset();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        threads.add(thread);
    }

    private void readAll(Way way, Socket from, BlockingQueue<Chunk> underWay, Semaphore room)
            throws IOException, InterruptedException {
        InputStream in = from.getInputStream();
        byte[] buffer = new byte[CHUNK];
        int n;
        do {
            weather.awaitThaw(way);
            n = in.read(buffer);
            room.acquire(Math.max(0, n));
            byte[] bytes = Arrays.copyOf(buffer, Math.max(0, n));
            underWay.add(new Chunk(bytes, System.nanoTime() + weather.delayNanos()));
        } while (n >= 0);
    }

    private void writeAll(Way way, Socket to, BlockingQueue<Chunk> underWay, Semaphore room)
            throws IOException, InterruptedException {
        OutputStream out = to.getOutputStream();
        for (Chunk chunk = underWay.take(); chunk.bytes.length > 0; chunk = underWay.take()) {
            int length = chunk.bytes.length;
            TimeUnit.NANOSECONDS.sleep(chunk.due - System.nanoTime());
            if (!write(way, out, chunk.bytes)) {
                relay.cut();
                return;
            }
            room.release(length);
        }
        weather.awaitThaw(way);
        to.shutdownOutput();
    }

    private boolean write(Way way, OutputStream out, byte[] bytes) throws IOException, InterruptedException {
        int n;
        for (int done = 0; done < bytes.length; done += n) {
            n = weather.admit(way, bytes.length - done);
            if (n == 0) {
                return false;
            }
            out.write(bytes, done, n);
        }
        return true;
    }

    /** Lets its client have these bytes as if its server had sent them. */
    void inject(byte[] bytes) {
        down.add(new Chunk(bytes.clone(), System.nanoTime()));
    }

    /** Ends it in order. */
    void cut() {
        end(RelayedConnection::close);
    }

    /** Ends it by RST. */
    void reset() {
        end(RelayedConnection::reset);
    }

    private void end(Consumer<Socket> how) {
        how.accept(client);
        how.accept(server);
        threads.forEach(Thread::interrupt);
        relay.ended(this);
    }

    boolean isOver() {
        return threads.stream().noneMatch(Thread::isAlive);
    }

    void awaitEnd() {
        try {
            for (Thread thread : threads) {
                thread.join(10_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already.
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The descriptor is gone either way.
        }
    }

    /** What one of its threads does. */
    private interface Carrying {
        void run() throws IOException, InterruptedException;
    }
}
