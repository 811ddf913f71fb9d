package dev.rwtui.tui.terminal;

import java.io.IOException;
import java.time.Duration;

/** The bytes that are typed. One thread reads. */
public interface Keyboard {

    /**
     * Waits for bytes, a tenth of a second at most.
     *
     * @return how many were read into {@code buffer}; 0 where none came; -1 once the terminal is gone
     */
    int read(byte[] buffer) throws IOException;

    /** Waits until there is a byte to read, at most so long; whether there is one. */
    boolean hasMore(Duration patience) throws IOException;
}
