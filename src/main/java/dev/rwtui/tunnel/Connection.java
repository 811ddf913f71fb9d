package dev.rwtui.tunnel;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers.Scheduled;
import dev.rwtui.ssh.ByteStream;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * One local connection from its acceptance to its end: waits for a session, or for its channel, or carries bytes. On the
 * engine's thread alone.
 */
final class Connection {

    private final SocketChannel local;
    private @Nullable Scheduled patience;
    private @Nullable Cancellation opening;
    private @Nullable Splice splice;

    Connection(SocketChannel local) {
        this.local = local;
    }

    boolean isWaiting() {
        return patience != null;
    }

    void await(Scheduled limit) {
        patience = limit;
    }

    /** A channel is being opened for it. */
    Cancellation begin() {
        served();
        Cancellation cancellation = new Cancellation();
        opening = cancellation;
        return cancellation;
    }

    /** Whether {@code cancellation} belongs to the latest attempt to open a channel for it. */
    boolean isOpening(Cancellation cancellation) {
        return opening == cancellation;
    }

    /** Whether no byte of it was read yet, so that another session can still serve it. */
    boolean isUnbegun() {
        return splice == null;
    }

    /** Takes it back from where it waits, if anywhere. */
    void withdraw() {
        served();
        if (opening != null) {
            opening.cancel();
            opening = null;
        }
    }

    void carry(ByteStream far, Meter meter, Surroundings surroundings, Runnable ended) {
        opening = null;
        Sockets.noDelay(local);
        splice = new Splice(local, far, meter, () -> surroundings.engine().execute(ended));
        splice.start(surroundings.blocking());
    }

    /** Ends it whatever it does now. True where bytes flow, whose end is told later. */
    boolean close() {
        withdraw();
        if (splice != null) {
            splice.abort();
            return true;
        }
        Sockets.close(local);
        return false;
    }

    private void served() {
        if (patience != null) {
            patience.cancel();
            patience = null;
        }
    }
}
