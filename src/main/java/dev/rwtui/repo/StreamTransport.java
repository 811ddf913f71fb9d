package dev.rwtui.repo;

import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.BasePackPushConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackTransport;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/** JGit's end of a push to a {@code git receive-pack} whose streams are here; gitprotocol-pack(5). Whoever opened them closes them. */
final class StreamTransport extends Transport implements PackTransport {

    private static final int MEGABYTE = 1 << 20;

    private final InputStream in;
    private final OutputStream out;

    StreamTransport(Repository local, InputStream in, OutputStream out) {
        super(local, new URIish().setPath("host"));
        this.in = in;
        this.out = out;
        setPushThin(true);
        setPackConfig(frugal(local));
    }

    /** rwtui's heap is small, and the line slower than a pack is made. */
    private static PackConfig frugal(Repository local) {
        PackConfig config = new PackConfig(local);
        config.setThreads(1);
        config.setBigFileThreshold(4 * MEGABYTE);
        config.setDeltaSearchMemoryLimit(8L * MEGABYTE);
        config.setDeltaCacheSize(4L * MEGABYTE);
        config.setBuildBitmaps(false);
        return config;
    }

    @Override
    public FetchConnection openFetch() throws NotSupportedException {
        throw new NotSupportedException("nothing is fetched this way");
    }

    @Override
    public PushConnection openPush() throws TransportException {
        return new Receiver(this);
    }

    @Override
    public void close() {}

    private static final class Receiver extends BasePackPushConnection {
        Receiver(StreamTransport transport) throws TransportException {
            super(transport);
            init(transport.in, transport.out);
            readAdvertisedRefs();
        }
    }
}
