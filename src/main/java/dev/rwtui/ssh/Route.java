package dev.rwtui.ssh;

import java.util.List;
import java.util.Optional;

/**
 * The whole way to a host.
 *
 * @param command carries the first hop in place of TCP: a {@code ProxyCommand} that is not a hop, tokens expanded
 * @param hops outermost first; the last one is the host itself; never empty
 */
public record Route(Optional<String> command, List<Hop> hops) {

    public Route {
        hops = List.copyOf(hops);
        if (hops.isEmpty()) {
            throw new IllegalArgumentException("a route has at least one hop");
        }
    }

    public Hop target() {
        return hops.get(hops.size() - 1);
    }
}
