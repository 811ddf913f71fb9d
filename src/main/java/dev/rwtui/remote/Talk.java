package dev.rwtui.remote;

import dev.rwtui.base.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;

/**
 * A program on a host with whose streams the caller goes on: nothing of a start-up file comes before what it says. Whoever
 * has it closes it.
 */
public final class Talk implements AutoCloseable {

    private final Place.Running running;
    private final Conversation conversation;
    private final InputStream output;
    private final Cancellation.Registration stop;

    /** @param read what was read of its output already */
    Talk(Place.Running running, Conversation conversation, byte[] read, Cancellation.Registration stop) {
        this.running = running;
        this.conversation = conversation;
        this.output = new SequenceInputStream(new ByteArrayInputStream(read), running.output());
        this.stop = stop;
    }

    /** As {@link Place.Running#output}. */
    public InputStream output() {
        return output;
    }

    public OutputStream input() {
        return running.input();
    }

    /** The beginning of what it has written to its standard error, where it has ended; blocks for a second at most. */
    public String lastWords() {
        return conversation.lastWords();
    }

    /** Gives it up. Never blocks on the network; may be called by any thread, and again. */
    @Override
    public void close() {
        stop.close();
        running.close();
    }
}
