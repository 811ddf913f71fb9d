package dev.rwtui.tui;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Letters to the loop, in order, and how much is under way: a letter is from when it is sent until what it changed is
 * drawn. Any thread sends; the loop's thread alone reads.
 */
final class Mailbox {

    private final BusyCount busy = new BusyCount();
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    private long unfinished;

    /** Something to do on the loop's thread. */
    interface Letter {
        void open() throws IOException, InterruptedException;
    }

    void send(Letter letter) {
        busy.add();
        letters.add(letter);
    }

    /** Work begins that ends with a letter. */
    void began() {
        busy.add();
    }

    /** Work that began is over, and its letter sent. */
    void ended() {
        busy.remove(1);
    }

    Letter take() throws InterruptedException {
        return letters.take();
    }

    /** Waits so many nanoseconds at most; 0 and less is not at all. */
    @Nullable
    Letter poll(long patience) throws InterruptedException {
        return letters.poll(Math.max(0, patience), TimeUnit.NANOSECONDS);
    }

    /** Without waiting. */
    @Nullable
    Letter poll() {
        return letters.poll();
    }

    void open(Letter letter) throws IOException, InterruptedException {
        unfinished++;
        letter.open();
    }

    /** How many letters were opened since {@link #finish()}. */
    long unfinished() {
        return unfinished;
    }

    /** What all opened letters changed is drawn. */
    void finish() {
        long finished = unfinished;
        unfinished = 0;
        busy.remove(finished);
    }

    /** Nobody reads any more. */
    void close() {
        busy.end();
    }

    /** Whether nothing is under way, within that time; true once it is closed. */
    boolean awaitIdle(Duration patience) throws InterruptedException {
        return busy.awaitZero(patience);
    }
}
