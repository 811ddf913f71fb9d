package dev.rwtui.ssh;

import dev.rwtui.ssh.model.Step;
import java.util.Optional;

/** How a hop is reached: through the hop before it, by a command, or by TCP. */
record Approach(Optional<String> command, Optional<Node> gateway) {

    Step firstStep() {
        return gateway.isPresent() ? Step.TUNNELLING : command.isPresent() ? Step.STARTING_COMMAND : Step.RESOLVING;
    }

    /** Whether there is a gateway that has no session now. */
    boolean isBarred() {
        return gateway.isPresent() && !(gateway.get().state() instanceof NodeState.Up);
    }

    Connector.Carrier carrier() {
        if (gateway.isPresent() && gateway.get().state() instanceof NodeState.Up up) {
            return new Connector.Carrier.Through(up.session());
        }
        return command.<Connector.Carrier>map(Connector.Carrier.Command::new).orElseGet(Connector.Carrier.Tcp::new);
    }
}
