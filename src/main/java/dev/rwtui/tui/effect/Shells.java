package dev.rwtui.tui.effect;

import dev.rwtui.engine.Order;
import dev.rwtui.engine.Run;
import dev.rwtui.shell.Leaving;
import java.io.IOException;

/** Lends the terminal to shells. Blocks. */
public interface Shells {

    /** What is asked for: the terminal as it is now. */
    Order.Shell order() throws IOException;

    /**
     * Lets the shell have the terminal until it has ended; the screen must have been given back. The shell is closed by then.
     *
     * @param title of where it runs, unsanitised
     */
    Leaving serve(Run.Running shell, String title) throws IOException, InterruptedException;
}
