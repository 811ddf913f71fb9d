package dev.rwtui.base;

import java.util.Optional;

/**
 * One {@code LocalForward} of ssh_config(5) (or {@code -L} of ssh(1)): where to listen here, and where the far end
 * connects to.
 *
 * @param bindAddress as written, without brackets; empty where none was given (loopback of both families); {@code *}
 *     means every interface
 * @param port the local port, 1 to 65535
 * @param target resolved and dialled by the remote host
 */
public record LocalForward(Optional<String> bindAddress, int port, Endpoint target) {

    public LocalForward {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
        }
    }

    /** {@code [bind:]port:host:hostport}, the syntax of {@code ssh -L}. */
    @Override
    public String toString() {
        return bindAddress
                        .map(bind -> (bind.indexOf(':') >= 0 ? "[" + bind + "]" : bind) + ":")
                        .orElse("") + port + ":" + target;
    }
}
