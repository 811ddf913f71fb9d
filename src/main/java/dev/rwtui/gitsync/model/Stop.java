package dev.rwtui.gitsync.model;

/**
 * Why nothing may be done.
 *
 * @param why one sentence without a full stop
 * @param advice what to do, without a full stop; may be empty
 */
public record Stop(Kind kind, String why, String advice) {

    /** What a front end may have an answer to. */
    public enum Kind {
        /** Commits there are not upstream: {@link SyncWish.Commits} says what else can be done. */
        LOCAL_COMMITS,
        /** A merge, a rebase, another git. */
        BUSY,
        /** No branch is checked out, or it follows nothing, or what it follows is gone. */
        NOTHING_TO_FOLLOW,
        /** A repository of its own stands where a file has to be. */
        IN_THE_WAY,
        /** The disk or the quota does not hold what has to be kept. */
        NO_ROOM,
        /** What has to be kept cannot be. */
        CANNOT_KEEP,
        /** It is no longer as it was planned. */
        CHANGED
    }
}
