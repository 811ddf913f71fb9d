package dev.rwtui.engine;

import dev.rwtui.ssh.model.Failure;

/** What came of asking for a command. */
public sealed interface Run {

    /** It runs. Whoever gets it closes it. */
    record Running(Execution execution) implements Run {}

    /** Its host cannot be connected, or will not run it. */
    record Failed(Failure why) implements Run {}
}
