package dev.rwtui.gitsync.model;

/** How a git-sync is wanted. */
public record SyncWish(Commits commits, Source source) {

    public static final SyncWish PLAIN = new SyncWish(Commits.STOP, Source.UPSTREAM);

    /** What is done with commits there that upstream does not have. They are never dropped. */
    public enum Commits {
        STOP,
        /** A branch {@code rwtui/kept-<time>} is made at them. */
        KEEP_ON_BRANCH,
        /** They are pushed to upstream first; only where upstream has nothing else. */
        PUSH
    }

    /** Where commits come from. */
    public enum Source {
        /** The remote of the branch, fetched there. */
        UPSTREAM,
        /** The branch of the same name here, pushed over rwtui's session. */
        HERE
    }
}
