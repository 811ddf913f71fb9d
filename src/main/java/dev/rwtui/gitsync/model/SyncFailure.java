package dev.rwtui.gitsync.model;

/**
 * Why something about a git-sync could not be done.
 *
 * @param why one sentence without a full stop, in git's words where it has any
 * @param advice what to do, without a full stop; may be empty
 */
public record SyncFailure(Kind kind, String why, String advice) {

    /** What follows from it. */
    public enum Kind {
        /** The host could not be reached, or runs no script. */
        UNREACHABLE,
        /** Stopped for safety; nothing was changed. */
        STOPPED,
        /** It broke off in the middle: what was kept is kept, and the same again goes on with it. */
        BROKEN_OFF,
        /** There is no repository, no git, no such backup. */
        NOT_THERE,
        /** git refused: the origin cannot be reached, the owner is another. */
        REFUSED
    }
}
