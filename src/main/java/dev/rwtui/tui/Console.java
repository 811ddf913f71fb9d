package dev.rwtui.tui;

import dev.rwtui.tui.canvas.Canvas;
import java.io.IOException;
import java.util.Optional;

/** The terminal, as the loop sees it. The loop's thread alone calls it. */
public interface Console {

    /** Takes the terminal over. */
    void open() throws IOException;

    void draw(Canvas canvas) throws IOException;

    /** The next frame is drawn whole. */
    void forget();

    /** Sends a control sequence that changes no cell. */
    void send(String sequence) throws IOException;

    /** Gives the terminal back and stops the job; returns when it goes on and the terminal is taken over again. */
    void suspend() throws IOException, InterruptedException;

    /** Gives the terminal back for another to use, keys and all. */
    void lend() throws IOException, InterruptedException;

    /** Takes the terminal over again. */
    void reclaim() throws IOException;

    /** The job goes on after it was stopped by somebody else, who may have changed the terminal. */
    void continued() throws IOException;

    /** Columns and rows; empty where the terminal does not say. May start a process. Any thread. */
    Optional<Size> size();

    /** Stops reading keys. */
    void stopInput();

    /** Gives the terminal back. No effect where that has happened. */
    void close() throws IOException;

    /** In cells. */
    record Size(int columns, int rows) {}
}
