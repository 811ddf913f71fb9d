package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.Upstream;
import dev.rwtui.gitsync.model.WorkingCopy;
import dev.rwtui.remote.Frame;
import dev.rwtui.repo.model.Head;
import dev.rwtui.repo.model.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A repository as {@code state.sh} tells of it.
 *
 * @param reference what HEAD points to: {@code refs/heads/main}; empty where no branch is checked out
 * @param worktree the name of a linked work tree; empty where it is the main one
 * @param emptyTree the id of a tree without entries
 * @param fingerprint a hash of the status, by which a change of it is seen
 * @param incoming how what the branch follows differs from HEAD, as of the last fetch
 */
record RepositoryState(
        String root,
        String directory,
        String worktree,
        String version,
        Optional<String> reference,
        Optional<String> head,
        String emptyTree,
        Optional<Followed> followed,
        Porcelain status,
        String fingerprint,
        RawDiff incoming,
        Optional<String> lock,
        Optional<Journal> journal,
        WorkingCopy workingCopy) {

    /** Operations that are not git's own. */
    static final String AT_WORK = "a git-sync";

    static final String BROKEN_OFF = "a git-sync that broke off";
    static final String LOCK = "index.lock";

    private static final String BRANCHES = "refs/heads/";

    /**
     * What a branch follows.
     *
     * @param assumed whether nothing says so, and the remote has a branch of that name
     * @param merge {@code refs/heads/main} there
     * @param tracking where its commit is kept
     */
    record Followed(
            boolean assumed, String remote, String url, String merge, String tracking, Optional<String> commit) {}

    /** What a git-sync that has not ended has left. */
    record Journal(String id, String host, boolean onThisHost, boolean running, boolean changing) {

        static Journal of(Frame frame) {
            List<String> lines = frame.field(0).lines().toList();
            String host = value(lines, "host ");
            return new Journal(
                    value(lines, "id "),
                    host,
                    host.equals(frame.field(1).strip()),
                    frame.field(2).strip().equals("running"),
                    lines.contains("changing"));
        }

        /** Whether a lock of the index with that content is of that git-sync. */
        boolean holds(String content) {
            return content.strip().equals("rwtui " + id);
        }

        private static String value(List<String> lines, String key) {
            return lines.stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(key.length()))
                    .findFirst()
                    .orElse("");
        }
    }

    static RepositoryState of(Told told) {
        Frame heads = told.first("head").orElseThrow();
        Optional<String> reference = filled(heads.field(0));
        Optional<String> head = filled(heads.field(1));
        Optional<Followed> followed = told.first("upstream").flatMap(RepositoryState::followed);
        Porcelain status = Porcelain.of(told.lines("status"));
        List<String> operations = new ArrayList<>();
        told.all("operation").forEach(frame -> operations.add(frame.field(0)));
        Optional<Journal> journal = told.first("journal").map(Journal::of);
        // It is empty while git writes a new index, and where it has died of that.
        Optional<String> lock = told.first("lock").map(frame -> frame.field(0));
        journal.ifPresent(left -> operations.add(left.running() ? AT_WORK : BROKEN_OFF));
        if (lock.isPresent() && journal.filter(left -> left.holds(lock.get())).isEmpty()) {
            operations.add(LOCK);
        }
        Set<WorkingCopy.Trait> traits = told.all("trait").stream()
                .map(frame -> WorkingCopy.Trait.valueOf(frame.field(0)))
                .collect(Collectors.toSet());
        String version = told.value("version").orElse("").replaceFirst("^git version ", "");
        WorkingCopy copy = new WorkingCopy(
                told.value("root").orElse(""),
                told.value("directory").orElse(""),
                version,
                reference
                        .<Head>map(name -> new Head.Branch(shortened(name)))
                        .orElseGet(() -> new Head.Detached(head.orElse("0000000"))),
                head,
                filled(heads.field(2)),
                followed.flatMap(of -> upstream(of, told.first("counts"))),
                status.changes(),
                operations,
                told.value("fetched").map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds.strip()))),
                traits);
        return new RepositoryState(
                copy.root(),
                copy.gitDirectory(),
                told.first("directory").map(frame -> frame.field(1)).orElse(""),
                version,
                reference,
                head,
                told.value("empty").orElse(""),
                followed,
                status,
                told.value("fingerprint").orElse("").strip(),
                RawDiff.of(told.lines("incoming")),
                lock,
                journal,
                copy);
    }

    /** The branch that is checked out, without {@code refs/heads/}. */
    Optional<String> branch() {
        return reference.map(RepositoryState::shortened);
    }

    static String shortened(String reference) {
        return reference.startsWith(BRANCHES) ? reference.substring(BRANCHES.length()) : reference;
    }

    private static Optional<Followed> followed(Frame frame) {
        if (frame.field(0).equals("none")) {
            return Optional.empty();
        }
        return Optional.of(new Followed(
                frame.field(0).equals("assumed"),
                frame.field(1),
                frame.field(2),
                frame.field(3),
                frame.field(4),
                filled(frame.field(5))));
    }

    /** One that is assumed and was never fetched is none. */
    private static Optional<Upstream> upstream(Followed of, Optional<Frame> counts) {
        if (of.assumed() && of.commit().isEmpty()) {
            return Optional.empty();
        }
        Counts both = counts.map(Counts::of).orElse(Counts.NONE);
        return Optional.of(new Upstream(
                Origin.shown(of.remote()),
                Origin.shown(of.url()),
                shortened(of.merge()),
                of.commit(),
                both.left(),
                both.right()));
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty());
    }
}
