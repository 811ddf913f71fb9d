package dev.rwtui.tunnel.model;

import java.time.Instant;

/** Where a tunnel stands. The words are chosen so that none of them promises more than was proved. */
public sealed interface TunnelState {

    /** Nobody asked for it: no listener. */
    record Off() implements TunnelState {}

    /** Binding the listener, or proving the far end for the first time. */
    record Opening() implements TunnelState {}

    /** The far end answered within the last 15 s: bytes came from it, or a channel to it was opened. */
    record Up(Instant proved) implements TunnelState {}

    /** Listening, and the session is up, but nothing proved the far end lately: nobody looks, or checking is off. */
    record Unproved(Instant since) implements TunnelState {}

    /**
     * Listening, but the far end could not be connected to.
     *
     * @param why in the server's words: refused, prohibited, unknown name
     */
    record FarEndSilent(Cause cause, String why, Instant since) implements TunnelState {}

    /** Listening; connections wait until the session is up again. */
    record WaitingForSession(Instant since) implements TunnelState {}

    /** Not listening: the local port could not be bound. */
    record Failed(String why, String advice, Instant at) implements TunnelState {}

    /** Why the remote would not connect to the target: RFC 4254 section 5.1. */
    enum Cause {
        /** SSH_OPEN_CONNECT_FAILED: nothing listens there, or the name is unknown there. */
        CONNECT_FAILED,
        /** SSH_OPEN_ADMINISTRATIVELY_PROHIBITED: AllowTcpForwarding, PermitOpen. */
        PROHIBITED,
        /** Any other refusal. */
        OTHER
    }
}
