package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;

/** Finds the way to a host from the configuration as it is now. Reads files, so it is called off the engine's thread. */
public interface RoutePlanner {

    /**
     * Resolves the host and every hop before it.
     *
     * @throws SshException with kind CONFIGURATION where {@code ssh -G} would fail for the host or one of its hops, or the
     *     jumps form a circle
     */
    Route plan(HostAlias host) throws SshException;
}
