package dev.rwtui.gitsync;

import dev.rwtui.base.Cancellation;
import dev.rwtui.gitsync.Ground.Look;
import dev.rwtui.gitsync.Ground.What;
import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Posix;
import dev.rwtui.remote.Script;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks at what is at the paths that a plan speaks of. */
final class Looking {

    /** Arguments of one stat. */
    private static final int BATCH = 100;

    private final GitScripts scripts;
    private final Place there;
    private final RepositoryState state;
    private final RawDiff diff;
    private final Map<String, TreeEntry> flagged;
    private final Goal goal;
    private final Map<String, Look> looks = new HashMap<>();
    private final Set<String> unequal = new HashSet<>();
    private final Set<String> inTheWay = new TreeSet<>();
    private final Set<String> repositories = new TreeSet<>();
    private final Set<String> parentsThere = new HashSet<>();
    private final List<String> freeParents = new ArrayList<>();
    private final Set<String> directories = new TreeSet<>();

    Looking(
            GitScripts scripts,
            Place there,
            RepositoryState state,
            RawDiff diff,
            Map<String, TreeEntry> flagged,
            Goal goal) {
        this.scripts = scripts;
        this.there = there;
        this.state = state;
        this.diff = diff;
        this.flagged = flagged;
        this.goal = goal;
    }

    /** @param others what {@code git ls-files --others --directory} has: files, and directories with a slash */
    Ground ground(List<String> others, Cancellation cancellation) throws GitSyncException {
        Set<String> paths = Fates.paths(state, flagged, diff, goal);
        Ground bare = new Ground(state, flagged, diff, Map.of(), Set.of(), Set.of());
        Fates fates = new Fates(bare, goal, Limits.STANDARD);
        List<String> wanted = new ArrayList<>();
        for (String path : paths) {
            TreeEntry entry = fates.wanted(path);
            if (entry.isThere() && !entry.isSubmodule()) {
                wanted.add(entry.line(path));
            }
        }
        List<String> trees = others.stream().filter(path -> path.endsWith("/")).toList();
        List<String> parents = parents(fates, paths);
        Set<String> more = look(paths, wanted, parents, trees, List.of(), cancellation);
        freeParents.addAll(parents);
        freeParents.removeAll(inTheWay);
        freeParents.removeAll(repositories);
        freeParents.removeIf(this::isBelowWhatIsInTheWay);
        // Ignored files in a directory that has to become a file, and a file that has to become a directory.
        more.addAll(inTheWay);
        more.removeAll(looks.keySet());
        List<String> whole = looks.entrySet().stream()
                .filter(look -> look.getValue().what() == What.DIRECTORY)
                .map(Map.Entry::getKey)
                .toList();
        if (!more.isEmpty() || !whole.isEmpty()) {
            look(more, List.of(), List.of(), List.of(), whole, cancellation);
        }
        // What is seen through a link is elsewhere.
        looks.replaceAll((path, look) -> isBelowWhatIsInTheWay(path) ? Look.NOTHING : look);
        return new Ground(state, flagged, diff, looks, unequal, repositories);
    }

    /** Directories without a file that git knows or that is kept, the deepest first; nested repositories' are not among them. */
    List<String> emptyDirectories() {
        Set<String> full = new HashSet<>();
        looks.forEach((path, look) -> {
            if (look.what() != What.ABSENT) {
                for (String parent : parentsOf(path)) {
                    full.add(parent);
                }
            }
        });
        List<String> nested = state.status().items().entrySet().stream()
                .filter(item -> item.getValue().kind() == Change.Kind.NESTED)
                .map(Map.Entry::getKey)
                .toList();
        List<String> empty = new ArrayList<>();
        for (String directory : directories) {
            boolean inNested =
                    nested.stream().anyMatch(path -> directory.equals(path) || directory.startsWith(path + "/"));
            if (!inNested && !full.contains(directory)) {
                empty.add(0, directory);
            }
        }
        return empty;
    }

    boolean isBelowWhatIsInTheWay(String path) {
        return parentsOf(path).stream().anyMatch(inTheWay::contains);
    }

    /** Where a directory is or may be made, without taking anything away. */
    List<String> freeParents() {
        return freeParents;
    }

    /** Those of the parents of paths that are there. */
    Set<String> standing(Collection<String> paths) {
        Set<String> standing = new TreeSet<>();
        paths.forEach(
                path -> parentsOf(path).stream().filter(parentsThere::contains).forEach(standing::add));
        return standing;
    }

    /** Untracked directories, with files or without, the deepest first. */
    List<String> untrackedDirectories() {
        List<String> all = new ArrayList<>(directories);
        java.util.Collections.reverse(all);
        return all;
    }

    private List<String> parents(Fates fates, Collection<String> paths) {
        Set<String> parents = new TreeSet<>();
        Set<String> restored = goal.raw().keySet();
        for (String path : paths) {
            if (fates.wanted(path).isThere() || restored.contains(path) || deleted(path)) {
                parents.addAll(parentsOf(path));
            }
        }
        diff.paths().forEach((path, sides) -> {
            if (sides.after().isSubmodule() && !sides.before().isSubmodule()) {
                parents.add(path);
                parents.addAll(parentsOf(path));
            }
        });
        return List.copyOf(parents);
    }

    private boolean deleted(String path) {
        Porcelain.Item item = state.status().items().get(path);
        return item != null && !item.onDisk();
    }

    static Deque<String> parentsOf(String path) {
        Deque<String> parents = new ArrayDeque<>();
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            parents.add(path.substring(0, slash));
        }
        return parents;
    }

    /** @return ignored files that are in the way */
    private Set<String> look(
            Collection<String> wantedPaths,
            List<String> wanted,
            List<String> parents,
            List<String> trees,
            List<String> whole,
            Cancellation cancellation)
            throws GitSyncException {
        List<String> paths = List.copyOf(wantedPaths);
        Script script = GitScripts.script(state.root(), "differing", "look")
                .with("incoming", String.join("\n", wanted))
                .with("looks", calls(paths))
                .with("parents", numbered("p", parents))
                .with("trees", plain("t", trees))
                .with("whole", plain("t", whole));
        Told told = scripts.run(there, script, Planning.LIMIT, cancellation);
        told.lines("incoming").forEach(line -> unequal.add(GitPath.unquoted(line)));
        Set<String> ignored = new TreeSet<>();
        new Lines(paths, ignored).read(told.lines("looked"));
        for (String line : told.lines("parents")) {
            String[] words = line.split(" ");
            String parent = parents.get(Integer.parseInt(words[0]));
            switch (words[1]) {
                case "in-the-way" -> inTheWay.add(parent);
                case "repository" -> repositories.add(parent);
                default -> parentsThere.add(parent);
            }
        }
        Set<String> ignoredDirectories = new HashSet<>();
        told.lines("ignored-directories").forEach(line -> ignoredDirectories.add(local(line)));
        told.lines("directories").forEach(line -> {
            String directory = local(line);
            if (!ignoredDirectories.contains(directory)) {
                directories.add(directory);
            }
        });
        told.lines("whole-directories").forEach(line -> directories.add(local(line)));
        return ignored;
    }

    /** Without {@code ./} and a slash at the end; {@code look.sh} has a 1 for a line end. */
    private static String local(String line) {
        String path = line.replace('\u0001', '\n');
        String bare = path.startsWith("./") ? path.substring(2) : path;
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** What {@code look.sh} says of paths. */
    private final class Lines {
        private final List<String> paths;
        private final Set<String> ignored;
        private final Deque<String> waiting = new ArrayDeque<>();
        private final Map<String, What> whats = new HashMap<>();

        Lines(List<String> paths, Set<String> ignored) {
            this.paths = paths;
            this.ignored = ignored;
        }

        void read(List<String> lines) throws GitSyncException {
            for (String line : lines) {
                if (line.startsWith("+ ")) {
                    ignored.add(GitPath.unquoted(line.substring(2)));
                } else if (line.startsWith("= ")) {
                    measured(line.substring(2).split(" "));
                } else {
                    named(line.split(" "));
                }
            }
            if (!waiting.isEmpty()) {
                throw changed();
            }
        }

        private void named(String[] words) {
            String path = paths.get(Integer.parseInt(words[0]));
            What what = What.valueOf(words[1].toUpperCase(java.util.Locale.ROOT));
            if (what == What.ABSENT) {
                looks.put(path, Look.NOTHING);
            } else {
                waiting.add(path);
                whats.put(path, what);
            }
        }

        private void measured(String[] words) throws GitSyncException {
            String path = waiting.poll();
            if (path == null) {
                throw changed();
            }
            looks.put(
                    path, new Look(whats.getOrDefault(path, What.OTHER), Long.parseLong(words[0]), words[1], words[2]));
        }

        private GitSyncException changed() {
            return new GitSyncException(
                    SyncFailure.Kind.STOPPED, "files there came or went while they were looked at", "look at it again");
        }
    }

    private static String calls(List<String> paths) {
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < paths.size(); i += BATCH) {
            calls.append("z ").append(i);
            for (String path : paths.subList(i, Math.min(paths.size(), i + BATCH))) {
                calls.append(' ').append(word(path));
            }
            calls.append('\n');
        }
        return calls.toString();
    }

    private static String numbered(String function, List<String> paths) {
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < paths.size(); i++) {
            calls.append(function)
                    .append(' ')
                    .append(i)
                    .append(' ')
                    .append(word(paths.get(i)))
                    .append('\n');
        }
        return calls.toString();
    }

    static String plain(String function, Collection<String> paths) {
        StringBuilder calls = new StringBuilder();
        paths.forEach(
                path -> calls.append(function).append(' ').append(word(path)).append('\n'));
        return calls.toString();
    }

    /** No option, whatever it begins with. */
    static String word(String path) {
        return Posix.quoted("./" + path);
    }
}
