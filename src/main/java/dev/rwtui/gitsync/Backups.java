package dev.rwtui.gitsync;

import dev.rwtui.base.Cancellation;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.remote.Frame;
import dev.rwtui.remote.Place;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What git-syncs have kept on a host. */
final class Backups {

    private final GitScripts scripts;

    Backups(GitScripts scripts) {
        this.scripts = scripts;
    }

    /** Newest first. */
    List<Backup> list(Place there, String path, Cancellation cancellation) throws GitSyncException {
        return heads(read(there, path, List.of(), cancellation));
    }

    /** The one that is wanted, or the newest, and those that it continues. */
    List<Goal.Kept> chain(Place there, String path, Optional<String> wanted, Cancellation cancellation)
            throws GitSyncException {
        List<Backup> all = list(there, path, cancellation);
        String id = wanted.or(() -> all.stream().findFirst().map(Backup::id))
                .orElseThrow(() -> notThere("no git-sync has kept anything there, so there is nothing to undo"));
        List<Goal.Kept> chain = new ArrayList<>();
        Optional<String> next = Optional.of(id);
        while (next.isPresent()) {
            String current = next.get();
            Told told = read(there, path, List.of(current), cancellation);
            Backup backup = heads(told).stream()
                    .filter(one -> one.id().equals(current))
                    .findFirst()
                    .orElseThrow(() -> notThere("there is no backup " + current));
            About about = About.of(told.text("about-" + current));
            Set<Integer> numbers = told.lines("asides-" + current).stream()
                    .filter(line -> line.matches("[0-9]{1,9}"))
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
            About left = about.having(numbers);
            Map<String, About.Aside> missing = new LinkedHashMap<>(about.asides());
            missing.keySet().removeAll(left.asides().keySet());
            chain.add(new Goal.Kept(current, backup.commit(), left, entries(told.lines("raw-" + current)), missing));
            next = about.continues()
                    .filter(before -> chain.stream().noneMatch(kept -> kept.id().equals(before)));
        }
        return chain;
    }

    String show(Place there, String path, String backup, Cancellation cancellation) throws GitSyncException {
        return scripts.run(there, GitScripts.script(path, "show").with("backup", backup), Planning.LIMIT, cancellation)
                .text("text");
    }

    void drop(Place there, String path, List<String> ids, Cancellation cancellation) throws GitSyncException {
        scripts.run(
                there,
                GitScripts.script(path, "drop").with("ids", String.join("\n", ids)),
                Planning.LIMIT,
                cancellation);
    }

    private Told read(Place there, String path, List<String> wanted, Cancellation cancellation)
            throws GitSyncException {
        return scripts.run(
                there,
                GitScripts.script(path, "backups").with("wanted", String.join("\n", wanted)),
                Planning.LIMIT,
                cancellation);
    }

    /**
     * Those that were made before a time, and that none which stays goes on with.
     *
     * @param own one that stays whatever its age
     */
    List<String> expired(Place there, String path, Instant oldest, Optional<String> own, Cancellation cancellation)
            throws GitSyncException {
        Map<String, About> all = new LinkedHashMap<>();
        for (Frame frame : readable(read(there, path, List.of(), cancellation))) {
            all.put(frame.field(0), About.of(frame.field(2)));
        }
        Deque<String> staying = new ArrayDeque<>(own.stream().toList());
        all.forEach((id, about) -> {
            if (!about.made().isBefore(oldest)) {
                staying.add(id);
            }
        });
        Set<String> stay = new HashSet<>();
        while (!staying.isEmpty()) {
            String id = staying.remove();
            if (stay.add(id) && all.containsKey(id)) {
                all.get(id).continues().ifPresent(staying::add);
            }
        }
        return all.keySet().stream().filter(id -> !stay.contains(id)).toList();
    }

    /** One whose account cannot be read is nobody's to judge. */
    private static List<Frame> readable(Told told) {
        return told.all("backup").stream()
                .filter(frame -> About.isAccount(frame.field(2)))
                .toList();
    }

    private static List<Backup> heads(Told told) {
        List<Backup> all = new ArrayList<>();
        for (Frame frame : readable(told)) {
            all.add(About.backup(frame.field(0), frame.field(1), frame.field(2)));
        }
        return all;
    }

    /** The output of {@code git ls-tree -r}. */
    private static Map<String, TreeEntry> entries(List<String> lines) {
        Map<String, TreeEntry> entries = new LinkedHashMap<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            String[] words = line.substring(0, tab).split(" ");
            entries.put(GitPath.unquoted(line.substring(tab + 1)), TreeEntry.of(words[0], words[2]));
        }
        return entries;
    }

    private static GitSyncException notThere(String why) {
        return new GitSyncException(SyncFailure.Kind.NOT_THERE, why, "");
    }
}
