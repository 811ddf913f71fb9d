package dev.rwtui.tui.effect;

import dev.rwtui.tui.model.Event;

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

    /** Sends a control sequence to the terminal between two frames. */
    void send(String sequence);
}
