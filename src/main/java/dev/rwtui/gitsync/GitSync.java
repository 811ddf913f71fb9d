package dev.rwtui.gitsync;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Scripts;
import dev.rwtui.repo.model.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * git-sync of one repository at a time. Every call blocks and may be made by any thread; a cancelled one ends with {@link
 * GitSyncException}. Paths of repositories are absolute or begin with {@code ~}.
 */
public final class GitSync {

    private final Timers timers;
    private final Supplier<Duration> keepFor;
    private final GitScripts scripts;
    private final Fetching fetching;
    private final StatusReading reading;
    private final Planning planning;
    private final Backups backups;

    /**
     * @param threads as many as there is work that waits
     * @param keepFor how long backups are kept; asked after each git-sync, whose end drops older ones
     */
    public GitSync(Scripts scripts, Timers timers, Executor threads, Supplier<Duration> keepFor) {
        this(scripts, timers, threads, keepFor, Limits.STANDARD);
    }

    GitSync(Scripts scripts, Timers timers, Executor threads, Supplier<Duration> keepFor, Limits limits) {
        this.timers = timers;
        this.keepFor = keepFor;
        this.scripts = new GitScripts(scripts);
        this.reading = new StatusReading(this.scripts, threads);
        this.backups = new Backups(this.scripts);
        this.fetching = new Fetching(scripts, timers);
        this.planning = new Planning(this.scripts, timers, fetching, backups, limits);
    }

    /**
     * How a repository on a host stands, and how it differs from the one here. Takes no locks, writes nothing there, and
     * fetches nothing.
     *
     * @param root of the repository here; empty where there is none
     * @throws GitSyncException where the host runs no script; what is wrong with the repository is a verdict
     */
    public SyncStatus status(Place here, Optional<String> root, Place there, String path, Cancellation cancellation)
            throws GitSyncException {
        return reading.read(root.map(at -> new StatusReading.Here(here, at)), there, path, cancellation);
    }

    /** Fetches there, and says what a git-sync would do. Touches no file of the work tree. */
    public PreparedSync plan(
            Place there, String path, SyncWish wish, ThisSide thisSide, Steps steps, Cancellation cancellation)
            throws GitSyncException {
        return planning.sync(there, path, wish, thisSide, steps, cancellation);
    }

    /**
     * Says what undoing would do.
     *
     * @param backup the state to come back to; empty for that before the last git-sync
     */
    public PreparedSync planUndo(
            Place there, String path, Optional<String> backup, Steps steps, Cancellation cancellation)
            throws GitSyncException {
        return planning.undo(there, path, backup, steps, cancellation);
    }

    /**
     * Carries a plan out that has no stops, if all is still as planned. Once it has begun to change files it goes on to its
     * end there, whatever becomes of the connection.
     */
    public SyncOutcome carryOut(Place there, PreparedSync prepared, Steps steps, Cancellation cancellation)
            throws GitSyncException {
        SyncOutcome outcome = new CarryingOut(scripts).carryOut(there, prepared, steps, cancellation);
        return expired(there, outcome, cancellation);
    }

    /** What is left to do is not worth a failure. */
    private SyncOutcome expired(Place there, SyncOutcome outcome, Cancellation cancellation) {
        Duration kept = keepFor.get();
        Instant oldest = timers.now().minus(kept);
        String root = outcome.plan().root();
        List<String> notes = new ArrayList<>(outcome.notes());
        try {
            List<String> old = backups.expired(there, root, oldest, outcome.backup(), cancellation);
            if (old.isEmpty()) {
                return outcome;
            }
            backups.drop(there, root, old, cancellation);
            notes.add((old.size() == 1 ? "1 backup" : old.size() + " backups") + " older than " + kept.toDays()
                    + " days dropped");
        } catch (GitSyncException e) {
            notes.add("old backups could not be dropped: " + e.failure().why());
        }
        return new SyncOutcome(outcome.plan(), outcome.backup(), outcome.left(), notes);
    }

    /** Newest first. */
    public List<Backup> backups(Place there, String path, Cancellation cancellation) throws GitSyncException {
        return backups.list(there, path, cancellation);
    }

    /** What a backup holds that its commit does not, as git shows it: a summary, then the differences. */
    public String show(Place there, String path, String backup, Cancellation cancellation) throws GitSyncException {
        return backups.show(there, path, backup, cancellation);
    }

    /** For ever. */
    public void drop(Place there, String path, List<String> ids, Cancellation cancellation) throws GitSyncException {
        backups.drop(there, path, ids, cancellation);
    }

    /**
     * Makes a clone where there is nothing, or an empty directory.
     *
     * @param url without a password
     */
    public void makeClone(
            Place there, String path, String url, ThisSide thisSide, Steps steps, Cancellation cancellation)
            throws GitSyncException {
        steps.begun("cloning " + Origin.shown(url));
        fetching.makeClone(there, path, url, thisSide, cancellation);
    }
}
