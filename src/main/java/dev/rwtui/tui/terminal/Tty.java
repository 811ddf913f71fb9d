package dev.rwtui.tui.terminal;

import java.io.IOException;
import java.util.Optional;

/** The terminal's line discipline and size. Each call starts a process and waits for it. */
public interface Tty {

    /** Empty where the system does not know. */
    Optional<Extent> size();

    /** Every key a byte: no line editing, no echo, no signals. */
    void raw() throws IOException;

    /** As it was before rwtui. */
    void restore() throws IOException;

    /** Stops the whole job as Ctrl-Z does; returns once it goes on. */
    void stop() throws IOException;

    /** A size in cells. */
    record Extent(int columns, int rows) {}
}
