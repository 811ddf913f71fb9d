package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.SyncFailure;

/** Something about a git-sync could not be done. */
public final class GitSyncException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient SyncFailure failure;

    public GitSyncException(SyncFailure failure) {
        super(failure.why());
        this.failure = failure;
    }

    GitSyncException(SyncFailure.Kind kind, String why, String advice) {
        this(new SyncFailure(kind, why, advice));
    }

    public SyncFailure failure() {
        return failure;
    }
}
