package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.PathFate;
import dev.rwtui.gitsync.model.PathFate.Fate;
import dev.rwtui.gitsync.model.PathFate.Keeping;
import dev.rwtui.gitsync.model.WorkingCopy;
import dev.rwtui.remote.Posix;
import dev.rwtui.remote.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes of decided fates what {@code sync.sh} is given. Pure. */
final class Recipe {

    private static final int BATCH = 100;

    private final String id;
    private final Ground ground;
    private final Goal goal;
    private final Collection<PathFate> fates;
    private final Fates decisions;
    private final Looking looking;

    Recipe(String id, Ground ground, Goal goal, Collection<PathFate> fates, Fates decisions, Looking looking) {
        this.id = id;
        this.ground = ground;
        this.goal = goal;
        this.fates = fates;
        this.decisions = decisions;
        this.looking = looking;
    }

    Script script(About about, Optional<String> keptBranch) {
        RepositoryState state = ground.state();
        List<String> dirty = new ArrayList<>();
        List<String> clean = new ArrayList<>();
        List<String> stay = new ArrayList<>();
        List<String> untouched = new ArrayList<>();
        for (PathFate fate : fates) {
            if (fate.fate() == PathFate.Fate.UNTOUCHED) {
                untouched.add(fate.path());
            }
            if (fate.keeping() == Keeping.IN_BACKUP) {
                (decisions.isDirty(fate.path()) ? dirty : clean).add(fate.path());
                if (!goes(fate)) {
                    stay.add(fate.path());
                }
            }
        }
        Script script = GitScripts.script(state.root(), "state", "sync")
                .with("onto", "")
                .with("id", id)
                .with("occasion", goal.restored().isEmpty() ? "git-sync" : "git undo")
                .with("about", about.text())
                .with("reference", state.reference().orElse(""))
                .with("head", state.head().orElse(""))
                .with("fingerprint", state.fingerprint())
                .with("target", goal.commit().orElse(""))
                .with("dirty", paths(dirty))
                .with("clean", paths(clean))
                .with("stay", withoutThem(stay))
                .with("private", isPrivate() ? "yes" : "")
                .with("gone", withoutThem(about.gone()))
                .with("untouched", paths(untouched))
                .with("flagged", paths(flagged()))
                .with("places", places())
                .with("asides", asides(about))
                .with("set_aside", paths(about.asides().keySet()))
                .with("empties", Looking.plain("r", emptied()))
                .with("kept_branch", keptBranch.orElse(""));
        return restoring(script);
    }

    /** Whether something is kept that not everybody there may read. */
    private boolean isPrivate() {
        return fates.stream()
                .filter(fate -> fate.keeping() == Keeping.IN_BACKUP)
                .map(fate -> ground.look(fate.path()).mode())
                .anyMatch(mode -> !mode.isEmpty() && (mode.charAt(mode.length() - 1) - '0') / 4 == 0);
    }

    /** What is kept, in words. */
    About about(Instant now, Optional<String> continues) {
        Map<String, About.Aside> asides = new LinkedHashMap<>();
        Map<String, String> modes = new LinkedHashMap<>();
        int files = 0;
        long bytes = 0;
        for (PathFate fate : fates) {
            if (fate.keeping() == Keeping.SET_ASIDE) {
                asides.put(fate.path(), new About.Aside(asides.size() + 1, fate.bytes()));
            } else if (fate.keeping() == Keeping.IN_BACKUP) {
                Ground.Look look = ground.look(fate.path());
                if (look.what() != Ground.What.LINK) {
                    modes.put(fate.path(), look.mode());
                }
                files += decisions.isDirty(fate.path()) ? 1 : 0;
                bytes += decisions.isDirty(fate.path()) ? fate.bytes() : 0;
            }
        }
        RepositoryState state = ground.state();
        return new About(
                goal.occasion(),
                now,
                state.worktree(),
                state.reference(),
                state.head(),
                goal.commit(),
                continues,
                files + asides.size(),
                bytes,
                gone(),
                created(),
                asides,
                directories(),
                modes);
    }

    /** What was not there: undoing takes it away again. */
    private List<String> gone() {
        Set<String> gone = new LinkedHashSet<>();
        for (PathFate fate : fates) {
            if (fate.fate() == PathFate.Fate.CREATED && !goal.restored().isEmpty()) {
                gone.add(fate.path());
            }
        }
        ground.state().status().items().forEach((path, item) -> {
            boolean ofFile = item.kind().isOfFiles()
                    && item.head().isThere()
                    && !item.head().isSubmodule();
            if (ofFile && !ground.look(path).isFile()) {
                gone.add(path);
            }
        });
        if (!ground.state().workingCopy().traits().contains(WorkingCopy.Trait.SPARSE)) {
            ground.flagged().keySet().stream()
                    .filter(path -> !ground.look(path).isFile())
                    .forEach(gone::add);
        }
        return List.copyOf(gone);
    }

    private List<String> created() {
        return fates.stream()
                .filter(fate -> fate.fate() == PathFate.Fate.CREATED)
                .map(PathFate::path)
                .toList();
    }

    /** Those that git would not make again: without files of their own, or of files that were deleted. */
    private List<String> directories() {
        Set<String> directories = new LinkedHashSet<>(looking.emptyDirectories());
        directories.addAll(looking.standing(gone()));
        return List.copyOf(directories);
    }

    /** Undoing leaves what is new since. */
    private List<String> emptied() {
        return goal.restored().isEmpty() ? looking.untrackedDirectories() : List.of();
    }

    private List<String> flagged() {
        return fates.stream()
                .map(PathFate::path)
                .filter(ground.flagged()::containsKey)
                .toList();
    }

    /** What was seen where files come, so that it is seen if it is no longer so. */
    private String places() {
        TreeSet<String> there = new TreeSet<>();
        fates.stream()
                .map(PathFate::path)
                .filter(path -> ground.look(path).isFile())
                .forEach(there::add);
        List<String> nothing = new ArrayList<>();
        StringBuilder calls = new StringBuilder();
        for (PathFate fate : fates) {
            String path = fate.path();
            if (fate.fate() != PathFate.Fate.CREATED) {
                continue;
            }
            if (ground.look(path).what() == Ground.What.DIRECTORY) {
                calls.append("d ").append(there.subSet(path + "/", path + "0").size());
                calls.append(' ').append(Looking.word(path)).append('\n');
            } else if (!looking.isBelowWhatIsInTheWay(path)) {
                nothing.add(path);
            }
        }
        batches(calls, "x", nothing);
        batches(calls, "o", looking.freeParents());
        return calls.toString();
    }

    private static void batches(StringBuilder calls, String function, List<String> paths) {
        for (int i = 0; i < paths.size(); i += BATCH) {
            calls.append(function);
            paths.subList(i, Math.min(paths.size(), i + BATCH))
                    .forEach(path -> calls.append(' ').append(Looking.word(path)));
            calls.append('\n');
        }
    }

    private static boolean goes(PathFate fate) {
        return fate.fate() == Fate.REMOVED || fate.fate() == Fate.DELETED;
    }

    private Script restoring(Script script) {
        List<String> commits = goal.restored().stream().map(Goal.Kept::commit).toList();
        Script with = script.with("backups", String.join("\n", commits));
        if (commits.isEmpty()) {
            return with.with("indexed", "")
                    .with("returns", "")
                    .with("unmade", "")
                    .with("made", "")
                    .with("modes", "");
        }
        Map<String, String> returns = new LinkedHashMap<>();
        Set<String> made = new LinkedHashSet<>();
        Map<String, String> modes = new LinkedHashMap<>();
        for (Goal.Kept kept : goal.restored()) {
            // What the older says of a path counts; what the newer has stays in its backup.
            kept.about().gone().forEach(returns::remove);
            kept.raw().keySet().forEach(returns::remove);
            kept.about()
                    .asides()
                    .forEach((path, aside) -> returns.put(
                            path, "b " + Posix.quoted(kept.id()) + ' ' + aside.number() + ' ' + Looking.word(path)));
            made.addAll(kept.about().directories());
            modes.putAll(kept.about().modes());
        }
        modes.keySet().retainAll(goal.raw().keySet());
        return with.with("indexed", commits.get(commits.size() - 1))
                .with("returns", String.join("\n", returns.values()))
                .with("unmade", Looking.plain("u", unmade()))
                .with("made", Looking.plain("m", made))
                .with("modes", modes(modes));
    }

    /** A path below one that is no directory then was not there, and what it leads to is nobody's to remove. */
    private List<String> unmade() {
        Set<String> files = new HashSet<>(goal.raw().keySet());
        files.addAll(goal.setAside());
        return goal.gone().stream()
                .filter(path -> Looking.parentsOf(path).stream().noneMatch(files::contains))
                .toList();
    }

    private static String modes(Map<String, String> modes) {
        Map<String, List<String>> byMode = new TreeMap<>();
        modes.forEach((path, mode) ->
                byMode.computeIfAbsent(mode, key -> new ArrayList<>()).add(path));
        StringBuilder calls = new StringBuilder();
        byMode.forEach((mode, paths) -> batches(calls, "c " + mode, paths));
        return calls.toString();
    }

    private static String asides(About about) {
        StringBuilder calls = new StringBuilder();
        about.asides()
                .forEach((path, aside) -> calls.append("a ")
                        .append(aside.number())
                        .append(' ')
                        .append(Looking.word(path))
                        .append('\n'));
        return calls.toString();
    }

    /** A line each, as git reads and writes them. */
    private static String paths(Collection<String> paths) {
        StringBuilder lines = new StringBuilder();
        paths.forEach(path -> lines.append(GitPath.quoted(path)).append('\n'));
        return lines.toString();
    }

    /** Lines that take paths out of an index. */
    private String withoutThem(Collection<String> paths) {
        String nothing = "0".repeat(ground.state().emptyTree().length());
        List<String> lines = new ArrayList<>();
        paths.forEach(path -> lines.add("0 " + nothing + "\t" + GitPath.quoted(path)));
        return String.join("\n", lines);
    }
}
