package dev.rwtui.engine;

import dev.rwtui.ssh.model.Failure;
import java.util.OptionalInt;

/** What came of asking for a command. */
public sealed interface Run {

    /**
     * It runs. Whoever gets it closes it.
     *
     * @param escape the byte after a line's end that speaks to the client and not to the far side, as {@code EscapeChar} of
     *     ssh_config(5); empty without a terminal there
     */
    record Running(Execution execution, OptionalInt escape) implements Run {}

    /** Its host cannot be connected, or will not run it. */
    record Failed(Failure why) implements Run {}
}
