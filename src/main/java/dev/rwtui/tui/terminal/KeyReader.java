package dev.rwtui.tui.terminal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Reads the keyboard on a thread of its own until the terminal is gone or it is told to stop. It can be paused: then it
 * touches the terminal no more, so that another program gets every key.
 */
public final class KeyReader implements Runnable {

    /** How long a byte may lag behind the Esc that it belongs to. */
    static final Duration ESCAPE_PATIENCE = Duration.ofMillis(30);

    private static final int QUIET_READS_UNTIL_GIVEN_UP = 5;
    private static final int BYTES = 4096;

    private final Keyboard keyboard;
    private final TypedInput input;
    private final Runnable hungUp;

    @GuardedBy("this")
    private boolean pauseWanted;

    @GuardedBy("this")
    private boolean paused;

    @GuardedBy("this")
    private boolean stopped;

    /** @param hungUp told once, by the reading thread, when there is nobody left to type */
    public KeyReader(Keyboard keyboard, TypedInput input, Runnable hungUp) {
        this.keyboard = keyboard;
        this.input = input;
        this.hungUp = hungUp;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[BYTES];
        try {
            while (mayRead()) {
                if (!readOnce(buffer)) {
                    hungUp.run();
                    return;
                }
            }
        } catch (IOException e) {
            // EIO: the terminal went away, or is no longer this job's. Either way nobody types here any more.
            hungUp.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Arrays.fill(buffer, (byte) 0);
            ended();
        }
    }

    /** Returns once the reader waits; at once where it has ended. */
    public synchronized void pause() throws InterruptedException {
        pauseWanted = true;
        while (!paused && !stopped) {
            wait();
        }
    }

    /** What was typed meanwhile was not meant for this program. */
    public synchronized void resume() {
        pauseWanted = false;
        notifyAll();
    }

    /** Ends it within a tenth of a second. */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private synchronized boolean mayRead() throws InterruptedException {
        while (pauseWanted && !stopped) {
            paused = true;
            notifyAll();
            wait();
        }
        paused = false;
        return !stopped;
    }

    private synchronized void ended() {
        stopped = true;
        notifyAll();
    }

    private int quiet;

    private boolean readOnce(byte[] buffer) throws IOException {
        int count = keyboard.read(buffer);
        long readOn = input.epoch();
        if (count < 0) {
            return false;
        }
        quiet = count == 0 ? quiet + 1 : 0;
        input.feed(buffer, count, readOn);
        Arrays.fill(buffer, 0, count, (byte) 0);
        switch (input.pending()) {
            case KEY -> {
                if (!keyboard.hasMore(ESCAPE_PATIENCE)) {
                    input.settle();
                }
            }
            case SEQUENCE -> {
                if (quiet >= QUIET_READS_UNTIL_GIVEN_UP) {
                    input.giveUp();
                }
            }
            case NOTHING -> {}
        }
        return true;
    }
}
