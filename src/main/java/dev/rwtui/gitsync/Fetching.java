package dev.rwtui.gitsync;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Scripts;

/** Fetches on a host, where git may ask for a password. */
final class Fetching {

    private final Scripts scripts;
    private final Timers timers;

    Fetching(Scripts scripts, Timers timers) {
        this.scripts = scripts;
        this.timers = timers;
    }

    /**
     * Runs {@code git fetch} there, as the user's own configuration has it. Blocks; what is asked is asked of this side.
     *
     * @param root of the repository there, absolute
     * @param remote its name
     * @throws GitSyncException where it fails, in git's words
     */
    void fetch(Place there, String root, String remote, ThisSide thisSide, Cancellation cancellation)
            throws GitSyncException {
        throw new UnsupportedOperationException();
    }

    /** Runs {@code git push remote HEAD:refs/heads/branch} there; as {@link #fetch}. */
    void push(Place there, String root, String remote, String branch, ThisSide thisSide, Cancellation cancellation)
            throws GitSyncException {
        throw new UnsupportedOperationException();
    }
}
