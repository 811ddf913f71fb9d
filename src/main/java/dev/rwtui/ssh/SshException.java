package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Failure;

/** The one way in which anything with a session fails. Adapters translate into it by class, at the border. */
public final class SshException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public SshException(Failure failure) {
        super(failure.summary());
        this.failure = failure;
    }

    public SshException(Failure failure, Throwable cause) {
        super(failure.summary(), cause);
        this.failure = failure;
    }

    public static SshException of(Failure.Kind kind, HostAlias hop, String why, String advice) {
        return new SshException(new Failure(kind, hop, why, advice));
    }

    public Failure failure() {
        return failure;
    }
}
