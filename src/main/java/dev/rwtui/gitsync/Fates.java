package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.PathFate;
import dev.rwtui.gitsync.model.PathFate.Fate;
import dev.rwtui.gitsync.model.PathFate.Keeping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides what becomes of each path, and how it is kept. Pure. */
final class Fates {

    private final Ground ground;
    private final Goal goal;
    private final Limits limits;
    private final Map<String, TreeEntry> raw;
    private final Set<String> setAside;
    private final Set<String> gone;

    /** Paths that are files in the end, and their directories; filled when there is something to decide. */
    private final Set<String> files = new HashSet<>();

    private final Set<String> directories = new HashSet<>();

    Fates(Ground ground, Goal goal, Limits limits) {
        this.ground = ground;
        this.goal = goal;
        this.limits = limits;
        this.raw = goal.raw();
        this.setAside = goal.setAside();
        this.gone = goal.gone();
    }

    /** The paths to look at, before anything is known of what is there. */
    static Set<String> paths(RepositoryState state, Map<String, TreeEntry> flagged, RawDiff diff, Goal goal) {
        Set<String> paths = new TreeSet<>();
        state.status().items().forEach((path, item) -> {
            if (item.kind().isOfFiles()) {
                paths.add(path);
            }
        });
        diff.paths().forEach((path, sides) -> {
            if (!sides.before().isSubmodule() && !sides.after().isSubmodule()) {
                paths.add(path);
            }
        });
        paths.addAll(flagged.keySet());
        paths.addAll(goal.raw().keySet());
        paths.addAll(goal.setAside());
        paths.addAll(goal.gone());
        return paths;
    }

    /** In the order of their names. */
    Map<String, PathFate> decided() {
        Map<String, PathFate> fates = new LinkedHashMap<>();
        Set<String> paths = paths(ground.state(), ground.flagged(), ground.diff(), goal);
        // Ignored files that are in the way were looked at as well.
        paths.addAll(ground.looks().keySet());
        for (String path : paths) {
            if (wanted(path).isThere() || raw.containsKey(path) || setAside.contains(path)) {
                files.add(path);
                directories.addAll(Looking.parentsOf(path));
            }
        }
        for (String path : paths) {
            fate(path)
                    .ifPresent(fate -> fates.put(
                            path,
                            new PathFate(
                                    path,
                                    fate,
                                    keeping(path, fate),
                                    ground.look(path).bytes())));
        }
        limited(fates);
        ground.state()
                .status()
                .items()
                .forEach((path, item) -> left(item.kind())
                        .ifPresent(fate -> fates.putIfAbsent(path, new PathFate(path, fate, Keeping.NOT_NEEDED, 0))));
        return fates;
    }

    private static Optional<Fate> left(Change.Kind kind) {
        return switch (kind) {
            case NESTED -> Optional.of(Fate.LEFT_NESTED);
            case SUBMODULE -> Optional.of(Fate.LEFT_SUBMODULE);
            default -> Optional.empty();
        };
    }

    private Optional<Fate> fate(String path) {
        boolean there = ground.look(path).isFile();
        boolean dirty = isDirty(path);
        if (raw.containsKey(path) || setAside.contains(path)) {
            return Optional.of(there ? (dirty ? Fate.OVERWRITTEN : Fate.UPDATED) : Fate.CREATED);
        }
        if (gone.contains(path)) {
            return there ? Optional.of(dirty ? Fate.REMOVED : Fate.DELETED) : Optional.empty();
        }
        TreeEntry wanted = wanted(path);
        if (wanted.isThere()) {
            if (!there) {
                // What a sparse checkout leaves out stays out.
                return ground.flagged().containsKey(path) ? Optional.empty() : Optional.of(Fate.CREATED);
            }
            if (ground.unequal().contains(path)) {
                return Optional.of(dirty ? Fate.OVERWRITTEN : Fate.UPDATED);
            }
            return isDifferent(path) ? Optional.of(Fate.UNTOUCHED) : Optional.empty();
        }
        if (!there || isNewSince(path)) {
            return Optional.empty();
        }
        return Optional.of(dirty ? Fate.REMOVED : Fate.DELETED);
    }

    /** What undoing leaves, unless a file has to be where its directory is, or a directory where it is. */
    private boolean isNewSince(String path) {
        boolean inTheWay =
                directories.contains(path) || Looking.parentsOf(path).stream().anyMatch(files::contains);
        return isUntracked(path) && !goal.restored().isEmpty() && !inTheWay;
    }

    /** Whether it differs from HEAD, there or in the goal's commit. */
    private boolean isDifferent(String path) {
        return ground.state().status().items().containsKey(path)
                || ground.diff().paths().containsKey(path);
    }

    /** The file that the goal's commit has. Where it has a submodule, a file is as much in the way as where it has none. */
    TreeEntry wanted(String path) {
        RawDiff.Sides sides = ground.diff().paths().get(path);
        if (sides != null) {
            return sides.after().isSubmodule() ? TreeEntry.NONE : sides.after();
        }
        Porcelain.Item item = ground.state().status().items().get(path);
        if (item != null) {
            return item.head();
        }
        return ground.flagged().getOrDefault(path, TreeEntry.NONE);
    }

    /** Whether it holds what its commit has not. */
    boolean isDirty(String path) {
        boolean tracked =
                ground.diff().paths().getOrDefault(path, NOT_THERE).before().isThere();
        return ground.state().status().items().containsKey(path)
                || ground.flagged().containsKey(path)
                || (!tracked && !raw.containsKey(path) && !gone.contains(path) && !setAside.contains(path));
    }

    private static final RawDiff.Sides NOT_THERE = new RawDiff.Sides(TreeEntry.NONE, TreeEntry.NONE);

    private boolean isUntracked(String path) {
        Porcelain.Item item = ground.state().status().items().get(path);
        return item != null && !item.isTracked();
    }

    private Keeping keeping(String path, Fate fate) {
        Ground.Look look = ground.look(path);
        boolean kept = (fate.touches() && fate != Fate.CREATED) || (fate == Fate.UNTOUCHED && isDirty(path));
        if (!kept) {
            return Keeping.NOT_NEEDED;
        }
        boolean hard = look.what() == Ground.What.UNREADABLE || look.bytes() > limits.large();
        return hard && fate.touches() ? Keeping.SET_ASIDE : Keeping.IN_BACKUP;
    }

    /** The largest are set aside until the rest is no more than {@link Limits#most()}. */
    private void limited(Map<String, PathFate> fates) {
        long sum = fates.values().stream()
                .filter(fate -> fate.keeping() == Keeping.IN_BACKUP)
                .mapToLong(PathFate::bytes)
                .sum();
        List<PathFate> largest = new ArrayList<>(fates.values());
        largest.sort(Comparator.comparingLong(PathFate::bytes).reversed());
        Set<String> done = new HashSet<>();
        for (PathFate fate : largest) {
            if (sum <= limits.most()) {
                break;
            }
            if (fate.keeping() == Keeping.IN_BACKUP && fate.fate().touches() && done.add(fate.path())) {
                fates.put(fate.path(), new PathFate(fate.path(), fate.fate(), Keeping.SET_ASIDE, fate.bytes()));
                sum -= fate.bytes();
            }
        }
    }
}
