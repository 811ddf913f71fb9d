package dev.rwtui.ssh;

import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A command that runs on the far side. Its streams have flow control of their own: output that nobody reads holds up the
 * command, never the session. One reader for each of its outputs, and one writer.
 */
public interface RemoteProcess extends AutoCloseable {

    /** Standard output. Ends with -1 once all was read; throws {@link IOException} where the session has died. */
    InputStream output();

    /** Standard error, as {@link #output()}. */
    InputStream errors();

    /** Standard input. Blocks while the far side takes no more. */
    OutputStream input();

    /** Whether the server gave it the terminal that was asked for. */
    boolean hasTerminal();

    /** Its terminal has another size from now on. */
    void resize(TerminalSize size) throws IOException;

    /** Ends standard input. */
    void finishInput() throws IOException;

    /**
     * Asks the far side to send the command a signal (RFC 4254 section 6.9); it may not do so, and says nothing.
     *
     * @param name without {@code SIG}: {@code INT}
     */
    void signal(String name) throws IOException;

    /** Waits until the command has ended and all its output has come, or until nobody will know any more. */
    Ending await() throws InterruptedException;

    /** Gives the command up and releases every waiter. Never blocks on the network. */
    @Override
    void close();
}
