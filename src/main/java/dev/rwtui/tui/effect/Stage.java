package dev.rwtui.tui.effect;

import dev.rwtui.tui.model.Event;
import java.util.concurrent.CompletableFuture;

/** The loop, as effects see it. Any thread. */
public interface Stage {

    /** Something happened. */
    void post(Event event);

    /** Work begins that ends with an event; before it is handed to another thread. */
    void began();

    /** Work that began is over; after its event was posted. */
    void ended();

    /** Draws the next frame whole. */
    void repaint();

    /** Gives the terminal back and stops the job. */
    void suspend();

    /** Gives the terminal back for another to use; completed once that has happened. */
    CompletableFuture<Void> lend();

    /** Takes the terminal over again. */
    void reclaim();

    /** Sends a control sequence to the terminal between two frames. */
    void send(String sequence);
}
