package dev.rwtui.gitsync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The output of {@code git diff-tree -r} without renames: what two commits have for each path that differs. */
record RawDiff(Map<String, Sides> paths) {

    static final RawDiff NONE = new RawDiff(Map.of());

    /** What each has for a path. */
    record Sides(TreeEntry before, TreeEntry after) {}

    static RawDiff of(List<String> lines) {
        Map<String, Sides> paths = new LinkedHashMap<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            if (line.startsWith(":") && tab > 0) {
                String[] words = line.substring(1, tab).split(" ");
                paths.put(
                        GitPath.unquoted(line.substring(tab + 1)),
                        new Sides(TreeEntry.of(words[0], words[2]), TreeEntry.of(words[1], words[3])));
            }
        }
        return new RawDiff(paths);
    }
}
