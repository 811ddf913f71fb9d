package dev.rwtui.ssh.model;

import dev.rwtui.base.HostAlias;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the way to one host stands; each variant carries only what exists in that state. */
public sealed interface Link {

    /** Nobody asked for it. */
    record Idle() implements Link {}

    /**
     * An attempt is under way.
     *
     * @param hop the hop at work now
     * @param number that hop's place on the way, from 1
     * @param of how many hops there are
     */
    record Connecting(HostAlias hop, int number, int of, Step step) implements Link {}

    /** Authenticated on every hop. */
    record Up(Instant since, List<Trip> trips) implements Link {
        public Up {
            trips = List.copyOf(trips);
        }
    }

    /** A gateway whose last user has gone; it stays for a while so that the next one need not authenticate again. */
    record Lingering(Instant since, Instant until) implements Link {}

    /** Was up or never came up, for a reason that can heal; tried again by itself. */
    record Retrying(Failure cause, int attempt, Instant next) implements Link {}

    /** Stopped until a person acts. */
    record Failed(Failure cause, Instant at) implements Link {}

    /**
     * One hop of the way and the time that this hop alone adds.
     *
     * @param roundTrip the last that was measured; empty before that
     */
    record Trip(HostAlias hop, Optional<RoundTrip> roundTrip) {}
}
