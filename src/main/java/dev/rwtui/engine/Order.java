package dev.rwtui.engine;

import dev.rwtui.ssh.model.RemoteTerminal;
import java.util.Map;

/** What a front end wants to run on a host. */
public sealed interface Order {

    /** Variables of whoever orders; the configuration says which of them are sent. */
    Map<String, String> environment();

    /**
     * What {@code ssh HOST COMMAND} runs; {@code RequestTTY} and {@code RemoteCommand} do not count.
     *
     * @param line as the login shell there reads it
     */
    record Command(String line, Map<String, String> environment) implements Order {
        public Command {
            environment = Map.copyOf(environment);
        }
    }

    /**
     * What {@code ssh HOST} runs: the login shell, or what {@code RemoteCommand} says.
     *
     * @param terminal the one here, which is asked for there where the configuration does not say otherwise
     */
    record Shell(Map<String, String> environment, RemoteTerminal terminal, Input input) implements Order {
        public Shell {
            environment = Map.copyOf(environment);
        }
    }

    /** What standard input is here. */
    enum Input {
        TERMINAL,
        /** A terminal that is lent for this: what would run without one is not run. */
        LENT_TERMINAL,
        OTHER
    }
}
