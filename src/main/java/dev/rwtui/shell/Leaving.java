package dev.rwtui.shell;

import dev.rwtui.ssh.model.Ending;

/** How a shell that had the terminal came to its end. */
public sealed interface Leaving {

    /** On the far side, or with the session. */
    record Ended(Ending how) implements Leaving {}

    /** By the escape that ends it. */
    record Escaped() implements Leaving {}

    /** Nobody is at the terminal any more. */
    record HungUp() implements Leaving {}
}
