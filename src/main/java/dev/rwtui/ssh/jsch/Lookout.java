package dev.rwtui.ssh.jsch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's bytes, and somebody who notices their end while their one reader is busy elsewhere: he reads ahead, and what
 * he has read comes first when the reader is back.
 */
final class Lookout extends InputStream {

    private static final int MOST = 64 << 10;
    private static final int PIECE = 8 << 10;
    private static final byte[] NOTHING = {};

    private final InputStream source;
    private final Executor executor;

    /** Only while somebody reads ahead, or what he has read is still here: most sessions ask nobody anything. */
    private byte[] ahead = NOTHING;

    private int at;
    private int end;
    private boolean looking;
    private boolean over;
    private @Nullable IOException failure;
    private @Nullable Runnable gone;

    /** Somebody looks out until it is closed. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    Lookout(InputStream source, Executor executor) {
        this.source = source;
        this.executor = executor;
    }

    /** Calls {@code action} once, on some thread, if the bytes end while it watches; at once where they have. */
    Watch watch(Runnable action) {
        if (begin(action)) {
            executor.execute(this::look);
        }
        return this::forget;
    }

    private boolean begin(Runnable action) {
        synchronized (this) {
            gone = action;
            if (!over) {
                // Where there is no room for more, what is there has to be read first.
                boolean begins = !looking && MOST - (end - at) >= PIECE;
                looking = looking || begins;
                ahead = looking && ahead.length == 0 ? new byte[MOST] : ahead;
                return begins;
            }
        }
        action.run();
        return false;
    }

    private synchronized void forget() {
        gone = null;
    }

    private void look() {
        byte[] piece = new byte[PIECE];
        try {
            int length = source.read(piece);
            while (length >= 0 && keep(piece, length)) {
                length = source.read(piece);
            }
            if (length < 0) {
                ended(null);
            }
        } catch (IOException e) {
            ended(e);
        }
    }

    /** False where the reader may go on alone. */
    private synchronized boolean keep(byte[] piece, int length) {
        System.arraycopy(ahead, at, ahead, 0, end - at);
        end -= at;
        at = 0;
        System.arraycopy(piece, 0, ahead, end, length);
        end += length;
        looking = gone != null && MOST - end >= PIECE;
        notifyAll();
        return looking;
    }

    private void ended(@Nullable IOException cause) {
        Runnable due;
        synchronized (this) {
            looking = false;
            over = true;
            failure = cause;
            due = gone;
            gone = null;
            notifyAll();
        }
        if (due != null) {
            due.run();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int taken = fromAhead(target, from, length);
        return taken != 0 || length == 0 ? taken : source.read(target, from, length);
    }

    /** Waits for what is being read ahead; -1 at the end, 0 where there is nothing ahead. */
    private synchronized int fromAhead(byte[] target, int from, int length) throws IOException {
        awaitLook();
        if (at < end) {
            int taken = Math.min(length, end - at);
            System.arraycopy(ahead, at, target, from, taken);
            at += taken;
            releaseWhereRead();
            return taken;
        }
        if (failure != null) {
            throw failure;
        }
        return over ? -1 : 0;
    }

    private void releaseWhereRead() {
        if (at == end && !looking) {
            at = 0;
            end = 0;
            ahead = NOTHING;
        }
    }

    private synchronized void awaitLook() throws IOException {
        try {
            while (at == end && looking) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
