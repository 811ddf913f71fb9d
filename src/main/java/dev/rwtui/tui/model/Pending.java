package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.tunnel.model.TunnelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something was asked of the engine and it has not said anything yet.
 *
 * @param tunnel empty where the wish is about the host itself
 * @param until when the mark is given up; empty until the next tick has told the time
 */
public record Pending(Wish wish, HostAlias host, Optional<TunnelId> tunnel, Optional<Instant> until) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public static Pending of(Wish wish, HostAlias host) {
        return new Pending(wish, host, Optional.empty(), Optional.empty());
    }

    public static Pending of(Wish wish, TunnelId tunnel) {
        return new Pending(wish, tunnel.host(), Optional.of(tunnel), Optional.empty());
    }

    public Pending from(Instant now) {
        return new Pending(wish, host, tunnel, Optional.of(until.orElse(now.plus(PATIENCE))));
    }

    /** What was asked. */
    public enum Wish {
        CONNECT("connecting"),
        RECONNECT("reconnecting"),
        DISCONNECT("disconnecting"),
        CANCEL("cancelling"),
        OPEN("opening"),
        CLOSE("closing");

        private final String words;

        Wish(String words) {
            this.words = words;
        }

        /** For the screen, lower case. */
        public String words() {
            return words;
        }
    }
}
