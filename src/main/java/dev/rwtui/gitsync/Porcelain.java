package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The output of {@code git status --porcelain=v2 --untracked-files=all} without renames; git-status(1). */
final class Porcelain {

    private final Map<String, Item> items;

    private Porcelain(Map<String, Item> items) {
        this.items = items;
    }

    /**
     * One path.
     *
     * @param head what the commit has
     * @param onDisk whether the work tree has a file there
     */
    record Item(Change.Kind kind, TreeEntry head, boolean onDisk, boolean modeAlone) {

        boolean isTracked() {
            return kind != Change.Kind.UNTRACKED && kind != Change.Kind.NESTED;
        }

        /** A path whose entry was taken out of the index, and whose file is still there. */
        private Item withFile() {
            return new Item(Change.Kind.MODIFIED, head, true, false);
        }
    }

    static Porcelain of(List<String> lines) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (String line : lines) {
            switch (line.charAt(0)) {
                case '1' -> ordinary(line, items);
                case 'u' -> unmerged(line, items);
                case '?' -> untracked(GitPath.unquoted(line.substring(2)), items);
                default -> {
                    // A header, or a kind that is not asked for.
                }
            }
        }
        return new Porcelain(items);
    }

    /** In git's order. */
    Map<String, Item> items() {
        return items;
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        items.forEach((path, item) -> changes.add(new Change(path, item.kind())));
        return changes;
    }

    /** {@code 1 XY sub mH mI mW hH hI path}. */
    private static void ordinary(String line, Map<String, Item> items) {
        String[] words = line.split(" ", 9);
        TreeEntry head = TreeEntry.of(words[3], words[6]);
        String path = GitPath.unquoted(words[8]);
        boolean submodule = words[2].startsWith("S") || words[4].equals("160000") || words[3].equals("160000");
        boolean onDisk = !words[5].equals("000000");
        Change.Kind kind;
        if (submodule) {
            kind = Change.Kind.SUBMODULE;
        } else if (!onDisk || words[4].equals("000000")) {
            kind = Change.Kind.DELETED;
        } else {
            kind = head.isThere() ? Change.Kind.MODIFIED : Change.Kind.ADDED;
        }
        boolean modeAlone = kind == Change.Kind.MODIFIED
                && words[1].equals(".M")
                && words[6].equals(words[7])
                && !words[4].equals(words[5]);
        items.put(path, new Item(kind, head, onDisk, modeAlone));
    }

    /** {@code u XY sub m1 m2 m3 mW h1 h2 h3 path}: the second is ours, as far as there is one. */
    private static void unmerged(String line, Map<String, Item> items) {
        String[] words = line.split(" ", 11);
        items.put(
                GitPath.unquoted(words[10]),
                new Item(Change.Kind.UNMERGED, TreeEntry.of(words[4], words[8]), !words[6].equals("000000"), false));
    }

    private static void untracked(String path, Map<String, Item> items) {
        if (path.endsWith("/")) {
            String nested = path.substring(0, path.length() - 1);
            items.put(nested, new Item(Change.Kind.NESTED, TreeEntry.NONE, true, false));
            return;
        }
        Item before = items.get(path);
        items.put(
                path,
                before == null ? new Item(Change.Kind.UNTRACKED, TreeEntry.NONE, true, false) : before.withFile());
    }
}
