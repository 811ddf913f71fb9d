package dev.rwtui.remote;

import dev.rwtui.base.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A machine where commands run: a host over its session, or this one. Safe for use by several threads. */
public interface Place {

    /**
     * Starts a command as the user's login shell there takes it, without a terminal. Blocks until it runs.
     *
     * @throws PlaceException where it cannot be run there
     */
    Running start(String command, Cancellation cancellation) throws PlaceException;

    /** A command under way. Whoever has it closes it. One reader for each output, one writer. */
    interface Running extends AutoCloseable {

        /** Standard output; throws {@link IOException} where the connection has died. */
        InputStream output();

        /** Standard error, as {@link #output()}. */
        InputStream errors();

        OutputStream input();

        /** Gives it up and releases whoever reads or writes. Never blocks on the network. */
        @Override
        void close();
    }
}
