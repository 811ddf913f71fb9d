package dev.rwtui.shell;

import dev.rwtui.ssh.model.RemoteTerminal;
import dev.rwtui.ssh.model.TerminalSize;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The terminal on standard input and output. */
public interface LocalTerminal {

    /** What a far side is told of it. Starts a process and waits for it. */
    RemoteTerminal described() throws IOException;

    /** Empty where the system does not know. Starts a process and waits for it. */
    Optional<TerminalSize> size();

    /** Every key comes as it is typed, and what is written is shown as it is. */
    void raw() throws IOException;

    /** As it was before rwtui. */
    void restore() throws IOException;

    /** Stops the whole job as Ctrl-Z does; returns once it goes on. */
    void stop() throws IOException;

    /** Returns within 100 ms: how many bytes were typed, none, or -1 where nobody is there any more. */
    int read(byte[] buffer) throws IOException;

    OutputStream output();

    /** From now on {@code listener} is told when the size may have changed, on a thread of its own. */
    void onResize(Runnable listener);
}
