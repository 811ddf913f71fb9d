package dev.rwtui.testing;

import dev.rwtui.ssh.ByteStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** A channel in memory, with a window, and its far end for the test to hold. */
public final class MemoryStream implements ByteStream {

    private static final int WINDOW = 256 * 1024;

    private final Pipe incoming;
    private final Pipe outgoing;
    private final AtomicBoolean closed = new AtomicBoolean();

    private MemoryStream(Pipe incoming, Pipe outgoing) {
        this.incoming = incoming;
        this.outgoing = outgoing;
    }

    /** Sends back what it gets, and its end after it. */
    public static MemoryStream echo() {
        Pipe pipe = new Pipe(WINDOW);
        return new MemoryStream(pipe, pipe);
    }

    /** Two ends of one channel. */
    public static Pair pair() {
        Pipe there = new Pipe(WINDOW);
        Pipe back = new Pipe(WINDOW);
        return new Pair(new MemoryStream(back, there), new MemoryStream(there, back));
    }

    /** What rwtui holds, and what the far end holds. */
    public record Pair(MemoryStream near, MemoryStream far) {}

    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public InputStream input() {
        return incoming.reader();
    }

    @Override
    public OutputStream output() {
        return outgoing.writer();
    }

    @Override
    public void finishOutput() throws IOException {
        outgoing.finish();
    }

    @Override
    public void close() {
        closed.set(true);
        incoming.breakOff();
        outgoing.leave();
    }
}
