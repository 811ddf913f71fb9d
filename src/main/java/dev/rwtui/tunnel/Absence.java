package dev.rwtui.tunnel;

/** Why a host has no session now, at the grain of what its tunnels do about it. */
public enum Absence {
    /** Being connected, or tried again by itself: new connections wait a little. */
    RETRYING,
    /** Stopped until a person acts: new connections are closed at once. */
    FAILED,
    /** The user's own wish, or nobody ever asked for it: new connections are closed at once. */
    CLOSED
}
