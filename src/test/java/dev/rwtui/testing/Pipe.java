package dev.rwtui.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/** Bytes from one thread to another, with room for so many. */
final class Pipe {

    private final byte[] ring;
    private int start;
    private int filled;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        FINISHED,
        BROKEN
    }

    Pipe(int capacity) {
        ring = new byte[capacity];
    }

    synchronized void finish() throws IOException {
        if (state == State.BROKEN) {
            throw new IOException("closed");
        }
        state = State.FINISHED;
        notifyAll();
    }

    synchronized void breakOff() {
        state = State.BROKEN;
        notifyAll();
    }

    /** The writer leaves: what it has finished is still to be read, all else is a fault to the reader. */
    synchronized void leave() {
        if (state == State.OPEN) {
            breakOff();
        }
    }

    private synchronized int read(byte[] to, int offset, int length) throws IOException {
        pauseWhile(() -> filled == 0);
        if (state == State.BROKEN) {
            throw new IOException("closed");
        }
        if (filled == 0) {
            return -1;
        }
        int n = Math.min(Math.min(length, filled), ring.length - start);
        System.arraycopy(ring, start, to, offset, n);
        start = (start + n) % ring.length;
        filled -= n;
        notifyAll();
        return n;
    }

    private synchronized int write(byte[] from, int offset, int length) throws IOException {
        pauseWhile(() -> filled == ring.length);
        if (state != State.OPEN) {
            throw new IOException("closed");
        }
        int end = (start + filled) % ring.length;
        int n = Math.min(Math.min(length, ring.length - filled), ring.length - end);
        System.arraycopy(from, offset, ring, end, n);
        filled += n;
        notifyAll();
        return n;
    }

    private synchronized void pauseWhile(BooleanSupplier useless) throws IOException {
        try {
            while (state == State.OPEN && useless.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    InputStream reader() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                return Pipe.this.read(to, offset, length);
            }
        };
    }

    OutputStream writer() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                for (int done = 0; done < length; ) {
                    done += Pipe.this.write(from, offset + done, length - done);
                }
            }
        };
    }
}
