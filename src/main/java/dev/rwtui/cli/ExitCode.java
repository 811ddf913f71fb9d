package dev.rwtui.cli;

import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.ssh.model.Failure;

/** What rwtui's exit status means; for scripts, so the numbers never change. */
public enum ExitCode {
    DONE(0),
    /** The answer is no. */
    NEGATIVE(1),
    USAGE(2),
    UNREACHABLE(3),
    /** Authentication, host key, or a question that nobody could answer. */
    REFUSED(4),
    /** Stopped for safety. */
    STOPPED(5),
    BUG(70),
    /** SIGINT before it was done. */
    INTERRUPTED(130),
    /** SIGTERM before it was done. */
    TERMINATED(143);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The one that a git-sync ends with where it could not be done. */
    static ExitCode of(SyncFailure.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> UNREACHABLE;
            case STOPPED, BROKEN_OFF -> STOPPED;
            case NOT_THERE -> USAGE;
            case REFUSED -> REFUSED;
        };
    }

    /** The one that a failed connection ends with. */
    static ExitCode of(Failure.Kind kind) {
        return switch (kind) {
            case UNKNOWN_NAME, UNREACHABLE, GATEWAY_REFUSED, LOST, PROTOCOL -> UNREACHABLE;
            case HOST_KEY_UNKNOWN,
                    HOST_KEY_CHANGED,
                    HOST_KEY_REVOKED,
                    AUTHENTICATION_REFUSED,
                    ANSWER_NEEDED,
                    CHANNEL_REFUSED -> REFUSED;
            case CONFIGURATION -> USAGE;
            case CANCELLED -> INTERRUPTED;
            case BUG -> BUG;
        };
    }
}
