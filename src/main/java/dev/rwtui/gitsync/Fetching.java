package dev.rwtui.gitsync;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.remote.Frame;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.remote.Script;
import dev.rwtui.remote.Scripts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fetches and pushes on a host, where git may ask for a password. git runs as the user has it configured there, with the
 * credential helpers, hooks and ssh of theirs; only its questions come here. Nothing of this waits for ever.
 */
final class Fetching {

    /** Whatever happens; a clone of everything over a slow line may take a night. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /** The script says every second that it is alive. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Script SCRIPT = Script.beside(Fetching.class, "fetch.sh");

    private final Scripts scripts;
    private final Timers timers;
    private final Patience patience;

    Fetching(Scripts scripts, Timers timers) {
        this(scripts, timers, new Patience(Duration.ofMinutes(2), Duration.ofMinutes(5)));
    }

    Fetching(Scripts scripts, Timers timers, Patience patience) {
        this.scripts = scripts;
        this.timers = timers;
        this.patience = patience;
    }

    /**
     * How long something may take.
     *
     * @param answer until a question counts as one that nobody answers; shorter than {@code progress}
     * @param progress until a git counts as stuck that says nothing; whole seconds
     */
    record Patience(Duration answer, Duration progress) {}

    /**
     * Runs {@code git fetch} there, as the user's own configuration has it. Blocks; what is asked is asked of this side.
     *
     * @param root of the repository there, absolute
     * @param remote its name
     * @throws GitSyncException where it fails, in git's words
     */
    void fetch(Place there, String root, String remote, ThisSide thisSide, Cancellation cancellation)
            throws GitSyncException {
        run(there, SCRIPT.with("operation", "fetch").with("branch", ""), root, remote, thisSide, cancellation);
    }

    /** Runs {@code git push remote HEAD:refs/heads/branch} there; as {@link #fetch}. */
    void push(Place there, String root, String remote, String branch, ThisSide thisSide, Cancellation cancellation)
            throws GitSyncException {
        run(there, SCRIPT.with("operation", "push").with("branch", branch), root, remote, thisSide, cancellation);
    }

    /**
     * Runs {@code git clone} there, into a directory that is empty or not there; as {@link #fetch}. One that fails leaves
     * nothing.
     *
     * @param path absolute, or one that begins with {@code ~}
     * @param url without a password
     */
    void makeClone(Place there, String path, String url, ThisSide thisSide, Cancellation cancellation)
            throws GitSyncException {
        run(there, SCRIPT.with("operation", "clone").with("branch", ""), path, url, thisSide, cancellation);
    }

    private void run(
            Place there, Script operation, String root, String remote, ThisSide thisSide, Cancellation cancellation)
            throws GitSyncException {
        Script script = operation
                .with("root", root)
                .with("remote", remote)
                .with("patience", Long.toString(patience.progress().toSeconds()));
        try (Answers answers = new Answers(scripts, timers, patience.answer(), there, thisSide);
                Hearing hearing = new Hearing(answers)) {
            try (Cancellation.Registration alsoThen = cancellation.onCancel(hearing.over::cancel)) {
                scripts.run(there, script, LONGEST, hearing.over, hearing::hear);
            }
            if (cancellation.isCancelled()) {
                throw new GitSyncException(SyncFailure.Kind.STOPPED, "given up", "");
            }
            hearing.judge(root, patience);
        } catch (PlaceException e) {
            throw new GitSyncException(SyncFailure.Kind.UNREACHABLE, e.words(), "");
        }
    }

    /** What one run has said. */
    private final class Hearing implements AutoCloseable {
        private final Answers answers;
        private final Cancellation over = new Cancellation();
        private final AtomicLong heard = new AtomicLong(timers.nanos());
        private Optional<Frame> end = Optional.empty();
        private volatile Timers.Scheduled alarm;

        Hearing(Answers answers) {
            this.answers = answers;
            this.alarm = timers.after(SILENCE, this::listen);
        }

        void hear(Frame frame) {
            heard.set(timers.nanos());
            switch (frame.kind()) {
                case "tick" -> {}
                case "ask" -> answers.ask(frame.field(0), frame.field(1));
                default -> end = Optional.of(frame);
            }
        }

        /** Gives it up where nothing was heard for too long, which a session that is alive does not notice. */
        private void listen() {
            long silent = timers.nanos() - heard.get();
            if (silent >= SILENCE.toNanos()) {
                over.cancel();
            } else if (!over.isCancelled()) {
                alarm = timers.after(SILENCE.minusNanos(silent), this::listen);
            }
        }

        void judge(String root, Patience patience) throws GitSyncException {
            Frame frame = end.orElseThrow(() -> new GitSyncException(
                    SyncFailure.Kind.UNREACHABLE,
                    "nothing was heard from there for " + SILENCE.toMinutes() + " min",
                    "see whether the host still answers"));
            switch (frame.kind()) {
                case "nogit" ->
                    throw new GitSyncException(
                            SyncFailure.Kind.NOT_THERE, "git is not installed there, or not in the PATH", "");
                case "nonest" ->
                    throw new GitSyncException(
                            SyncFailure.Kind.REFUSED,
                            "no FIFO and no program could be made there, neither in the git directory nor in "
                                    + frame.field(0),
                            "see whether those are full, or mounted noexec");
                default -> judge(frame.field(0), frame.field(1), root, patience);
            }
        }

        private void judge(String status, String words, String root, Patience patience) throws GitSyncException {
            if (status.equals("still")) {
                throw new GitSyncException(
                        SyncFailure.Kind.REFUSED,
                        "git made no progress for " + patience.progress().toSeconds() + " s, and was stopped",
                        GitRefusal.SILENT);
            }
            if (!status.equals("0")) {
                throw new GitSyncException(GitRefusal.of(words, root));
            }
        }

        @Override
        public void close() {
            over.cancel();
            alarm.cancel();
        }
    }
}
