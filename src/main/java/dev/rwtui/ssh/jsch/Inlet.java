package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Timers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes from the peer, read in pieces as large as they come, with the time of the last of them. One reader. */
final class Inlet extends InputStream {

    /** Holds any packet of a handshake; most of many sessions never need more. */
    private static final int SMALLEST = 16 << 10;

    private static final int LARGEST = 256 << 10;

    private final InputStream source;
    private final Timers timers;
    private byte[] buffer = new byte[SMALLEST];
    private final Greeting greeting = new Greeting();
    private int at;
    private int end;
    private long received;
    private volatile long lastNanos;
    private volatile boolean broken;
    private volatile @Nullable IOException failure;

    Inlet(InputStream source, Timers timers) {
        this.source = source;
        this.timers = timers;
        this.lastNanos = timers.nanos();
    }

    @Override
    public int read() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == end && !fill()) {
            return -1;
        }
        int taken = Math.min(length, end - at);
        System.arraycopy(buffer, at, target, from, taken);
        at += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        if (end == buffer.length && end < LARGEST) {
            // The last read has filled it: more was waiting.
            buffer = new byte[2 * end];
        }
        int length;
        try {
            length = source.read(buffer);
        } catch (IOException e) {
            failure = e;
            broken = true;
            throw e;
        }
        if (length < 0) {
            broken = true;
            return false;
        }
        at = 0;
        end = length;
        if (!greeting.hasCome()) {
            greeting.heard(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
        }
        received += length;
        lastNanos = timers.nanos();
        return true;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    long lastNanos() {
        return lastNanos;
    }

    /** Bytes so far; exact on the reading thread. */
    long received() {
        return received;
    }

    /** What came up to the SSH greeting; exact on the reading thread. */
    Greeting greeting() {
        return greeting;
    }

    /** What the carrier failed with; null while it works, and after an orderly end. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** Whether the carrier itself has ended or failed. */
    boolean isBroken() {
        return broken;
    }
}
