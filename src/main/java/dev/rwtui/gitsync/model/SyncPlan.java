package dev.rwtui.gitsync.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a git-sync, or its undoing, would do on a host, as of when it was asked. It is carried out only while that still
 * holds.
 *
 * @param id of the backup that it will make, too
 * @param root absolute
 * @param branch that is checked out there
 * @param before the commit; empty where there is none yet
 * @param after the commit that it will be at; empty where undoing leads to a branch without one
 * @param follows where that commit is from: {@code origin/main}
 * @param incoming how many commits come in
 * @param paths in git's order, those that are untouched too
 * @param ahead commits there that upstream does not have, newest first
 * @param running processes whose working directory lies in the tree
 * @param stops why it cannot be carried out; empty where it can
 * @param notes what a person should know, one sentence each
 */
public record SyncPlan(
        String id,
        Occasion occasion,
        String root,
        Optional<String> branch,
        Optional<String> before,
        Optional<String> after,
        String follows,
        int incoming,
        List<PathFate> paths,
        List<CommitLine> ahead,
        List<Running> running,
        Space space,
        List<Stop> stops,
        List<String> notes) {

    public SyncPlan {
        paths = List.copyOf(paths);
        ahead = List.copyOf(ahead);
        running = List.copyOf(running);
        stops = List.copyOf(stops);
        notes = List.copyOf(notes);
    }

    /** What it is for. */
    public enum Occasion {
        SYNC,
        UNDO
    }

    /** A commit for a person. */
    public record CommitLine(String id, String subject) {}

    /** @param command as the system shows it */
    public record Running(long pid, String user, String command, String directory) {}

    /**
     * Room for what is kept.
     *
     * @param needed bytes that the backup takes at most, before they are compressed
     * @param setAside bytes that are renamed and take no room
     * @param free bytes on the file system of the git directory that this user may take, quota considered
     */
    public record Space(long needed, long setAside, Optional<Long> free) {}

    /** With more that a person should know. */
    public SyncPlan noting(List<String> more) {
        List<String> all = Stream.concat(notes.stream(), more.stream()).toList();
        return new SyncPlan(
                id, occasion, root, branch, before, after, follows, incoming, paths, ahead, running, space, stops, all);
    }

    public boolean canBeCarriedOut() {
        return stops.isEmpty();
    }

    /** Whether everything is already as it would leave it; commits that do not stop it are still to be pushed. */
    public boolean isDone() {
        return stops.isEmpty()
                && ahead.isEmpty()
                && before.equals(after)
                && paths.stream().noneMatch(path -> path.fate().touches() || path.fate() == PathFate.Fate.UNTOUCHED);
    }

    public int count(PathFate.Fate fate) {
        return (int) paths.stream().filter(path -> path.fate() == fate).count();
    }
}
