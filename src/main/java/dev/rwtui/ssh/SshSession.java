package dev.rwtui.ssh;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.RemoteCommand;
import dev.rwtui.ssh.model.RoundTrip;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** An authenticated connection to one host. Safe for use by several threads. */
public interface SshSession {

    /**
     * Opens a direct-tcpip channel (RFC 4254 section 7.2). Blocks until the server has answered.
     *
     * @param target dialled, and its name resolved, by the server
     * @throws ChannelRefusedException where the server would not; the session lives on
     * @throws SshException where the session died, the time ran out or it was cancelled
     */
    ByteStream openDirect(Endpoint target, Duration timeout, Cancellation cancellation)
            throws SshException, ChannelRefusedException;

    /**
     * Starts a command in a session channel (RFC 4254 section 6.1). Blocks until the server has said that it runs.
     *
     * @throws ChannelRefusedException where the server would not, for want of {@code MaxSessions} above all; the session
     *     lives on
     * @throws SshException where the session died, the time ran out or it was cancelled
     */
    RemoteProcess run(RemoteCommand command, Duration timeout, Cancellation cancellation)
            throws SshException, ChannelRefusedException;

    /** From a keepalive to its answer, the latest that was measured; end to end. */
    Optional<RoundTrip> roundTrip();

    /**
     * Asks the far side at once whether it is still there, after a time in which nobody could. Until it answers there is less
     * patience with it than usual. Never blocks.
     */
    void probe();

    /**
     * Calls back once, on some thread that must not be held up, when the session has ended for whatever reason; at once
     * where it has already. Every waiter on its channels has been released by then or is released soon after.
     */
    void onEnd(Consumer<Failure> listener);

    /** Whether it has not ended. */
    boolean isOpen();

    /** What was negotiated: for the details a person can ask for. */
    Facts facts();

    /** Ends the session and everything that runs over it. Returns at once, never blocks on the network. */
    void close();

    /** As {@code ssh -v} names them. */
    record Facts(String serverVersion, String kex, String cipher, String hostKeyType, String hostKeyFingerprint) {}
}
