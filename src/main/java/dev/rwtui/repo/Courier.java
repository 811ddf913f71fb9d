package dev.rwtui.repo;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.remote.Script;
import dev.rwtui.remote.Scripts;
import dev.rwtui.remote.Talk;
import dev.rwtui.repo.LocalRepository.Tip;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/**
 * Brings the commits of the branch that is checked out here into a repository on a host, over a session that is there
 * already: git on the host receives them as it would a push, and no other machine is asked for anything. Only what the
 * repository there lacks travels.
 */
public final class Courier {

    private static final Script SCRIPT = Script.beside(Courier.class, "receive.sh");
    private static final Duration TO_BEGIN = Duration.ofMinutes(1);

    private final Scripts scripts;
    private final Timers timers;
    private final Duration patience;

    public Courier(Scripts scripts, Timers timers) {
        this(scripts, timers, Duration.ofMinutes(5));
    }

    /** @param patience without any progress, until it counts as stuck */
    Courier(Scripts scripts, Timers timers, Duration patience) {
        this.scripts = scripts;
        this.timers = timers;
        this.patience = patience;
    }

    /**
     * What was brought.
     *
     * @param commit 40 hexadecimal digits
     * @param bytes that were sent
     * @param notes what did not come along, one sentence each
     */
    public record Brought(String commit, long bytes, List<String> notes) {
        public Brought {
            notes = List.copyOf(notes);
        }
    }

    /** Hears how far it is, on the thread that brings: {@code Writing objects}. */
    @FunctionalInterface
    public interface Progress {

        /** @param total 0 where nobody knows */
        void at(String task, int done, int total);
    }

    /**
     * Where it goes.
     *
     * @param root of the repository there, absolute
     * @param reference that will be at the commit, whatever it was at: {@code refs/rwtui/incoming/main}
     */
    public record Destination(Place place, String root, String reference) {}

    /**
     * Brings the branch that is checked out. Blocks; once it is cancelled, the repository there is as it was but for objects
     * that its own git removes in time.
     *
     * @throws RepositoryException where nothing is checked out here, or it cannot be brought; in the words of the git there
     */
    public Brought bring(LocalRepository from, Destination to, Progress progress, Cancellation cancellation)
            throws RepositoryException {
        Tip tip = from.tip();
        try (Repository repository = from.open()) {
            List<String> notes = Notes.of(repository, tip);
            long bytes = bring(new Load(repository, tip), to, new Watched(timers, patience, progress), cancellation);
            return new Brought(tip.commit(), bytes, notes);
        } catch (IOException e) {
            throw new RepositoryException("cannot read the commits here: " + e.getMessage(), e);
        }
    }

    private record Load(Repository repository, Tip tip) {}

    private long bring(Load load, Destination to, Watched watched, Cancellation cancellation)
            throws RepositoryException {
        AtomicBoolean noGit = new AtomicBoolean();
        try (Talk talk = scripts.open(
                        to.place(),
                        SCRIPT.with("root", to.root()),
                        TO_BEGIN,
                        cancellation,
                        frame -> noGit.set(frame.kind().equals("nogit")));
                Watched.Watching watching = watched.closing(talk)) {
            return push(load, to, watching, cancellation);
        } catch (PlaceException e) {
            String why = noGit.get() ? "git is not installed there, or not in the PATH" : e.words();
            throw new RepositoryException(cancellation.isCancelled() ? "given up" : why);
        }
    }

    private static long push(Load load, Destination to, Watched.Watching watching, Cancellation cancellation)
            throws RepositoryException {
        try (StreamTransport transport = new StreamTransport(load.repository(), watching.input(), watching.output())) {
            RemoteRefUpdate update = new RemoteRefUpdate(
                    load.repository(), load.tip().branch(), load.tip().id(), to.reference(), true, null, null);
            PushResult result = transport.push(watching.monitor(cancellation), List.of(update));
            judge(load, update, result.getMessages());
            return watching.sent();
        } catch (MissingObjectException e) {
            throw new RepositoryException("an object is missing here, as in a partial clone: " + e.getMessage(), e);
        } catch (NotSupportedException e) {
            throw new IllegalStateException(e);
        } catch (TransportException e) {
            throw failure(e, watching, cancellation);
        } catch (IOException e) {
            throw new RepositoryException("cannot read the commits here: " + e.getMessage(), e);
        }
    }

    private static RepositoryException failure(
            TransportException e, Watched.Watching watching, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return new RepositoryException("given up", e);
        }
        if (watching.isStuck()) {
            return new RepositoryException("nothing moved for too long, so it was given up", e);
        }
        String said = watching.lastWords();
        String words = said.isEmpty()
                ? cause(e)
                : said.substring(said.lastIndexOf('\n') + 1).replaceFirst("^fatal: ", "");
        return new RepositoryException("the commits could not be brought: " + words, e);
    }

    private static String cause(Throwable e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : e.getMessage() + ": " + cause.getMessage());
    }

    private static void judge(Load load, RemoteRefUpdate update, String messages) throws RepositoryException {
        RemoteRefUpdate.Status status = update.getStatus();
        if (status == RemoteRefUpdate.Status.OK || status == RemoteRefUpdate.Status.UP_TO_DATE) {
            return;
        }
        String why = update.getMessage() == null ? status.toString() : update.getMessage();
        String more = messages.isBlank() ? "" : " (" + messages.strip().replaceAll("\\s+", " ") + ")";
        boolean shallow = load.tip().shallow();
        throw new RepositoryException("git there does not take the commits: " + why + more
                + (shallow ? "; the repository here is shallow: git fetch --unshallow brings what is missing" : ""));
    }
}
