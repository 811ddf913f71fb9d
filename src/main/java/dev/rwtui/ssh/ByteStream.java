package dev.rwtui.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A channel as two half-closable streams of bytes, with true flow control: bytes that nobody reads from {@link #input()}
 * hold up this channel's sender alone, never the session. One reader and one writer thread at a time.
 */
public interface ByteStream extends AutoCloseable {

    /** Ends with -1 after the peer's EOF; throws {@link IOException} once the session has died or it was closed. */
    InputStream input();

    /** Blocks while the peer's window is closed. {@code flush} pushes out what is buffered. */
    OutputStream output();

    /** Sends EOF; the other direction goes on. */
    void finishOutput() throws IOException;

    /** Ends both directions and releases every waiter. Never blocks on the network. */
    @Override
    void close();
}
