package dev.rwtui.platform;

import dev.rwtui.tui.terminal.Keyboard;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Standard input, a terminal set to {@code min 0 time 1}: termios(3), "read with timeout". */
public final class StandardKeyboard implements Keyboard {

    private static final long AT_ONCE_NANOS = 50_000_000;
    private static final int HUNG_UP = 5;
    private static final long LOOK_NANOS = 2_000_000;

    private final FileInputStream in = new FileInputStream(FileDescriptor.in);
    private int atOnce;

    /** A terminal that is there takes 100 ms to say that nothing was typed; one that is gone says so at once. */
    @Override
    public int read(byte[] buffer) throws IOException {
        long asked = System.nanoTime();
        int count = in.read(buffer);
        if (count > 0) {
            atOnce = 0;
            return count;
        }
        atOnce = System.nanoTime() - asked < AT_ONCE_NANOS ? atOnce + 1 : 0;
        return atOnce >= HUNG_UP ? -1 : 0;
    }

    @Override
    public boolean hasMore(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (in.available() == 0) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }
}
