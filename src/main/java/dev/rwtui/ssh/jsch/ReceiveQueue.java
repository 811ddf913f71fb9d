package dev.rwtui.ssh.jsch;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes between JSch's reader thread, which never waits here, and one consumer, which does. Memory grows with what is
 * queued; the window bounds it.
 */
final class ReceiveQueue {

    private static final int SMALLEST = 16 << 10;
    private static final byte[] NOTHING = {};

    private byte[] ring = NOTHING;
    private int head;
    private int size;
    private boolean ended;
    private boolean waiting;
    private @Nullable String broken;

    /** Copies the bytes; dropped where nobody will read them. */
    synchronized void put(byte[] source, int from, int length) {
        if (ended || broken != null) {
            return;
        }
        if (size + length > ring.length) {
            grow(size + length);
        }
        int tail = (head + size) & (ring.length - 1);
        int first = Math.min(length, ring.length - tail);
        System.arraycopy(source, from, ring, tail, first);
        System.arraycopy(source, from + first, ring, 0, length - first);
        size += length;
        wake();
    }

    private void grow(int needed) {
        byte[] bigger = new byte[Math.max(SMALLEST, Integer.highestOneBit(needed - 1) << 1)];
        copyOut(bigger, 0, size);
        ring = bigger;
        head = 0;
    }

    private void copyOut(byte[] target, int at, int length) {
        int first = Math.min(length, ring.length - head);
        System.arraycopy(ring, head, target, at, first);
        System.arraycopy(ring, 0, target, at + first, length - first);
    }

    /**
     * Waits for bytes.
     *
     * @return how many were copied, or -1 after the last
     * @throws IOException once it was broken, whatever is still queued
     */
    synchronized int take(byte[] target, int at, int most) throws IOException {
        while (size == 0 && !ended && broken == null) {
            waiting = true;
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            } finally {
                waiting = false;
            }
        }
        if (broken != null) {
            throw new IOException(broken);
        }
        if (size == 0) {
            return -1;
        }
        int length = Math.min(most, size);
        copyOut(target, at, length);
        size -= length;
        head = size == 0 ? 0 : (head + length) & (ring.length - 1);
        return length;
    }

    private void wake() {
        if (waiting) {
            notifyAll();
        }
    }

    synchronized int queued() {
        return size;
    }

    /** No more bytes come; those that are there can still be read. */
    synchronized void end() {
        ended = true;
        wake();
    }

    /** Nothing can be read any more. The first reason stays. */
    synchronized void breakOff(String why) {
        if (broken == null) {
            broken = why;
            ring = NOTHING;
            size = 0;
            head = 0;
        }
        wake();
    }
}
