package dev.rwtui.gitsync.model;

/**
 * What a person is to think of the working copy on a host, in one line.
 *
 * @param words one sentence without a full stop
 */
public record Verdict(Kind kind, String words) {

    /** From the best to the worst. */
    public enum Kind {
        /** Equal commit, and equal content of every file that is not ignored. */
        SAME_CODE,
        /** Clean, and upstream has commits that are not there. */
        BEHIND,
        /** Every difference equals the incoming commit. */
        INCOMING,
        /** Every difference equals the incoming commit or the files here. */
        UPLOADED,
        /** Clean and at its upstream, and that is not what is here. */
        OTHER_COMMIT,
        /** Files there hold what is nowhere else. */
        HOLDS_WORK,
        /** Commits there are not upstream. */
        AHEAD,
        DIVERGED,
        NO_SUCH_BRANCH,
        NO_REPOSITORY,
        /** Nobody can tell, or git there is in the middle of something. */
        UNKNOWN
    }
}
