package dev.rwtui.gitsync;

import dev.rwtui.base.Cancellation;
import dev.rwtui.gitsync.model.Difference;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.Verdict;
import dev.rwtui.remote.Frame;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Posix;
import dev.rwtui.remote.Script;
import dev.rwtui.repo.model.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Reads how a repository stands on both sides. What a side has is asked once; then only paths that differ are looked at:
 * each is compared, by git there, with what the incoming commit and the files here have.
 */
final class StatusReading {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** More files than anybody changes by hand; reading the content of all of them would be a load on both sides. */
    private static final int MOST_COMPARED = 20_000;

    private final GitScripts scripts;
    private final Executor threads;

    StatusReading(GitScripts scripts, Executor threads) {
        this.scripts = scripts;
        this.threads = threads;
    }

    /** A repository here. */
    record Here(Place place, String root) {}

    SyncStatus read(Optional<Here> here, Place there, String path, Cancellation cancellation) throws GitSyncException {
        CompletableFuture<Optional<RepositoryState>> local =
                CompletableFuture.supplyAsync(() -> local(here, cancellation), threads);
        RepositoryState remote;
        try {
            remote = state(there, path, cancellation);
        } catch (GitSyncException e) {
            if (e.failure().kind() != SyncFailure.Kind.NOT_THERE) {
                throw e;
            }
            Verdict none = new Verdict(Verdict.Kind.NO_REPOSITORY, e.failure().why());
            return new SyncStatus(
                    path,
                    joined(local).map(RepositoryState::workingCopy),
                    Optional.empty(),
                    Optional.empty(),
                    none,
                    List.of());
        }
        return compared(path, here, joined(local), there, remote, cancellation);
    }

    RepositoryState state(Place place, String path, Cancellation cancellation) throws GitSyncException {
        Told told = scripts.run(place, GitScripts.script(path, "state", "status"), LIMIT, cancellation);
        return RepositoryState.of(told);
    }

    private Optional<RepositoryState> local(Optional<Here> here, Cancellation cancellation) {
        if (here.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(state(here.get().place(), here.get().root(), cancellation));
        } catch (GitSyncException e) {
            throw new CompletionException(e);
        }
    }

    private static Optional<RepositoryState> joined(CompletableFuture<Optional<RepositoryState>> local)
            throws GitSyncException {
        try {
            return local.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof GitSyncException failure) {
                SyncFailure why = failure.failure();
                throw new GitSyncException(why.kind(), "the repository here: " + why.why(), why.advice());
            }
            throw e;
        }
    }

    private SyncStatus compared(
            String path,
            Optional<Here> here,
            Optional<RepositoryState> local,
            Place there,
            RepositoryState remote,
            Cancellation cancellation)
            throws GitSyncException {
        Relation relation = here.isPresent() && local.isPresent()
                ? relate(here.get(), local.get(), remote, cancellation)
                : Relation.of(remote);
        boolean calm = remote.workingCopy().operations().isEmpty();
        Differing differing = calm && !remote.workingCopy().isClean()
                ? differing(here, there, remote, relation, cancellation)
                : Differing.NOTHING;
        Judging judging = new Judging(local, remote, relation, differing);
        return new SyncStatus(
                path,
                local.map(RepositoryState::workingCopy),
                Optional.of(remote.workingCopy()),
                relation.incoming(),
                judging.verdict(),
                differing.differences());
    }

    /**
     * What is not as its commit has it there.
     *
     * @param alikeHere the paths of those that are the same here
     */
    record Differing(List<Difference> differences, Set<String> alikeHere) {
        static final Differing NOTHING = new Differing(List.of(), Set.of());
    }

    /**
     * How the commits there stand to those known here.
     *
     * @param incoming the newest commit that is known of what the branch there follows
     * @param toIncoming commits that HEAD there and the incoming commit have alone
     * @param toHere commits that HEAD there and HEAD here have alone; empty where here does not know HEAD there
     */
    record Relation(Optional<String> incoming, RawDiff diff, Counts toIncoming, Optional<Counts> toHere) {

        /** As the other side alone knows it. */
        static Relation of(RepositoryState remote) {
            Optional<String> known = remote.followed().flatMap(RepositoryState.Followed::commit);
            Counts counts = remote.workingCopy()
                    .upstream()
                    .map(upstream -> new Counts(upstream.ahead(), upstream.behind()))
                    .orElse(Counts.NONE);
            return new Relation(known, remote.incoming(), counts, Optional.empty());
        }
    }

    private Relation relate(Here here, RepositoryState local, RepositoryState remote, Cancellation cancellation)
            throws GitSyncException {
        Relation there = Relation.of(remote);
        List<String> candidates = new ArrayList<>(there.incoming().stream().toList());
        if (remote.followed().isPresent() && local.followed().isPresent()) {
            RepositoryState.Followed theirs = remote.followed().get();
            RepositoryState.Followed ours = local.followed().get();
            if (Origin.same(theirs.url(), ours.url()) && !theirs.remote().equals(".")) {
                candidates.add("refs/remotes/" + ours.remote() + "/" + RepositoryState.shortened(theirs.merge()));
            }
        }
        Script script = GitScripts.script(here.root(), "relate")
                .with("theirs", remote.head().orElse(""))
                .with("candidates", String.join("\n", candidates));
        Told told = scripts.run(here.place(), script, LIMIT, cancellation);
        boolean known = told.first("knows").isPresent();
        Optional<String> best = told.value("best");
        Optional<Counts> toHere = known ? told.first("counts").map(Counts::of) : Optional.empty();
        if (!known || best.isEmpty()) {
            return new Relation(there.incoming(), there.diff(), there.toIncoming(), toHere);
        }
        return new Relation(
                best,
                RawDiff.of(told.lines("incoming")),
                told.first("ahead").map(Counts::of).orElse(Counts.NONE),
                toHere);
    }

    private Differing differing(
            Optional<Here> here, Place there, RepositoryState remote, Relation relation, Cancellation cancellation)
            throws GitSyncException {
        Map<String, Porcelain.Item> files = new HashMap<>();
        remote.status().items().forEach((path, item) -> {
            if (item.kind().isOfFiles()) {
                files.put(path, item);
            }
        });
        Map<String, TreeEntry> incoming = new HashMap<>();
        Map<String, TreeEntry> local = new HashMap<>();
        if (files.size() <= MOST_COMPARED) {
            files.forEach((path, item) -> incoming.put(path, expected(path, item, relation.diff())));
            if (here.isPresent()) {
                local.putAll(hashes(here.get(), files, cancellation));
            }
        }
        Set<String> notIncoming = new HashSet<>();
        Set<String> notHere = new HashSet<>();
        compare(there, remote.root(), files, incoming, notIncoming, local, notHere, cancellation);
        List<Difference> differences = new ArrayList<>();
        Set<String> alikeHere = new HashSet<>(files.keySet());
        alikeHere.removeAll(notHere);
        remote.workingCopy().changes().forEach(change -> {
            if (change.kind().isOfFiles()) {
                differences.add(new Difference(
                        change,
                        !notIncoming.contains(change.path())
                                        && relation.incoming().isPresent()
                                ? Difference.Standing.INCOMING
                                : notHere.contains(change.path())
                                        ? Difference.Standing.NOWHERE_ELSE
                                        : Difference.Standing.HERE));
            }
        });
        return new Differing(differences, alikeHere);
    }

    /** What the incoming commit has for a path. */
    static TreeEntry expected(String path, Porcelain.Item item, RawDiff diff) {
        RawDiff.Sides sides = diff.paths().get(path);
        return sides == null ? item.head() : sides.after();
    }

    /** Puts those that differ into the two sets; what is not known to be equal differs. */
    private void compare(
            Place there,
            String root,
            Map<String, Porcelain.Item> files,
            Map<String, TreeEntry> incoming,
            Set<String> notIncoming,
            Map<String, TreeEntry> local,
            Set<String> notHere,
            Cancellation cancellation)
            throws GitSyncException {
        StringBuilder links = new StringBuilder();
        List<String> first = lines(files, incoming, notIncoming, "incoming", links);
        List<String> second = lines(files, local, notHere, "here", links);
        if (first.isEmpty() && second.isEmpty() && links.isEmpty()) {
            return;
        }
        Script script = GitScripts.script(root, "differing", "compare")
                .with("incoming", String.join("\n", first))
                .with("here", String.join("\n", second))
                .with("links", links.toString());
        Told told = scripts.run(there, script, LIMIT, cancellation);
        if (told.first("compared").isEmpty()) {
            throw new GitSyncException(SyncFailure.Kind.STOPPED, "git there has not compared the files", "");
        }
        told.lines("incoming").forEach(line -> notIncoming.add(GitPath.unquoted(line)));
        told.lines("here").forEach(line -> notHere.add(GitPath.unquoted(line)));
    }

    /** What git there has to look at. What is decided without it goes into the set where it differs. */
    private static List<String> lines(
            Map<String, Porcelain.Item> files,
            Map<String, TreeEntry> expected,
            Set<String> differing,
            String kind,
            StringBuilder links) {
        List<String> lines = new ArrayList<>();
        files.forEach((path, item) -> {
            TreeEntry entry = expected.get(path);
            if (entry == null || entry.isThere() != item.onDisk() || entry.isSubmodule()) {
                differing.add(path);
            } else if (entry.isLink()) {
                links.append("k ")
                        .append(kind)
                        .append(' ')
                        .append(Looking.word(path))
                        .append(' ');
                links.append(Posix.quoted(GitPath.quoted(path)))
                        .append(' ')
                        .append(entry.id())
                        .append('\n');
            } else if (entry.isThere()) {
                lines.add(entry.line(path));
            }
        });
        return lines;
    }

    private Map<String, TreeEntry> hashes(Here here, Map<String, Porcelain.Item> files, Cancellation cancellation)
            throws GitSyncException {
        List<String> paths = List.copyOf(files.keySet());
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            calls.append("h ").append(i).append(' ').append(Posix.quoted("./" + path));
            calls.append(' ').append(Posix.quoted(GitPath.quoted(path))).append('\n');
        }
        Script script = GitScripts.script(here.root(), "hash").with("paths", calls.toString());
        Told told = scripts.run(here.place(), script, LIMIT, cancellation);
        Map<String, TreeEntry> entries = new HashMap<>();
        told.all("absent").forEach(frame -> entries.put(paths.get(number(frame, 0)), TreeEntry.NONE));
        told.all("object")
                .forEach(frame -> entries.put(
                        paths.get(number(frame, 0)),
                        TreeEntry.of(frame.field(1), frame.field(2).strip())));
        List<String> ids = told.lines("ids");
        String[] numbers = told.value("numbers").orElse("").strip().split(" ");
        // A file that goes while it is read makes git give up, and leaves its successors without an answer.
        for (int i = 0; i < ids.size(); i++) {
            String[] words = numbers[i].split(":");
            entries.put(paths.get(Integer.parseInt(words[0])), TreeEntry.of(words[1], ids.get(i)));
        }
        return entries;
    }

    private static int number(Frame frame, int field) {
        return Integer.parseInt(frame.field(field));
    }
}
