package dev.rwtui.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.SessionFactory;

/**
 * An SSH server that may listen on a port ({@link #start()}), or nowhere ({@link #startPortless()}): then each connection
 * is a pair of streams that somebody hands it.
 */
final class LabServer extends SshServer implements Service {

    private final Executor threads;
    private final Set<StreamSession> handed = ConcurrentHashMap.newKeySet();

    LabServer(Executor threads) {
        this.threads = threads;
    }

    void startPortless() {
        checkConfig();
        setSessionFactory(new SessionFactory(this));
    }

    @Override
    public void serve(InputStream in, OutputStream out) throws IOException {
        StreamSession session = new StreamSession(getSessionFactory(), in, out);
        handed.add(session);
        try {
            session.run(threads);
        } finally {
            handed.remove(session);
        }
    }

    /** Ends every connection at once; whoever listens goes on to. */
    void killSessions() {
        handed.forEach(session -> session.close(true));
        if (isStarted() && !isClosing()) {
            getActiveSessions().forEach(session -> session.close(true));
        }
    }
}
