package dev.rwtui.tunnel;

import dev.rwtui.ssh.ByteStream;
import dev.rwtui.tunnel.model.TunnelStatus.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries bytes between a local connection and a channel, each way on a thread of its own. The end of one direction is
 * carried over as such and the other goes on; a fault in either ends both, and the local client sees a reset, not an
 * end that looks like the whole of the data.
 */
final class Splice {

    private static final int FIRST_BUFFER = 16 * 1024;
    private static final int LARGEST_BUFFER = 256 * 1024;

    private final SocketChannel local;
    private final ByteStream far;
    private final Meter meter;
    private final Runnable ended;
    private final AtomicInteger directions = new AtomicInteger(2);
    private final AtomicBoolean faulty = new AtomicBoolean();

    /** @param ended called once, on a thread that carried bytes, when both ends are closed and both directions are over */
    Splice(SocketChannel local, ByteStream far, Meter meter, Runnable ended) {
        this.local = local;
        this.far = far;
        this.meter = meter;
        this.ended = ended;
    }

    void start(Executor blocking) {
        blocking.execute(() -> run(this::carryUp));
        blocking.execute(() -> run(this::carryDown));
    }

    /** Ends both directions now, from any thread. */
    void abort() {
        if (faulty.compareAndSet(false, true)) {
            far.close();
            Sockets.reset(local);
        }
    }

    private void run(Direction direction) {
        try {
            direction.carry();
        } catch (IOException | UncheckedIOException e) {
            abort();
        } finally {
            finish();
        }
    }

    private void finish() {
        if (directions.decrementAndGet() == 0) {
            far.close();
            Sockets.close(local);
            ended.run();
        }
    }

    private void carryUp() throws IOException {
        OutputStream out = far.output();
        ByteBuffer buffer = ByteBuffer.allocate(FIRST_BUFFER);
        for (int n = local.read(buffer); n >= 0; n = local.read(buffer)) {
            meter.countUp(n);
            if (!sent(out, buffer.array(), n)) {
                return;
            }
            buffer = n == buffer.capacity() && n < LARGEST_BUFFER ? ByteBuffer.allocate(n * 2) : buffer.clear();
        }
        far.finishOutput();
    }

    /**
     * False where the far end takes no more, though what it has said may not have been carried yet: a server that refuses
     * an upload answers and closes. The other direction ends both, and knows whether in order.
     */
    private boolean sent(OutputStream out, byte[] bytes, int length) throws IOException {
        try {
            out.write(bytes, 0, length);
            out.flush();
            return true;
        } catch (IOException e) {
            if (directions.get() < 2) {
                throw e;
            }
            return false;
        }
    }

    private void carryDown() throws IOException {
        InputStream in = far.input();
        Sniffer sniffer = new Sniffer();
        Protocol protocol = Protocol.UNKNOWN;
        byte[] bytes = new byte[FIRST_BUFFER];
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
            if (protocol == Protocol.UNKNOWN) {
                protocol = sniffer.sniff(bytes, n);
                meter.judge(protocol);
            }
            meter.countDown(n);
            send(ByteBuffer.wrap(bytes, 0, n));
            bytes = n == bytes.length && n < LARGEST_BUFFER ? new byte[n * 2] : bytes;
        }
        local.shutdownOutput();
    }

    private void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            local.write(bytes);
        }
    }

    /** One way. */
    private interface Direction {
        void carry() throws IOException;
    }
}
