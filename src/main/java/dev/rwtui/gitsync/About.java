package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.SyncPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The account that a backup holds of itself, as text: a head of {@code key value} lines, an empty line, and a line for each
 * path that its trees do not tell of.
 *
 * @param worktree the name of the linked work tree that it is of; empty where it is the main one
 * @param reference that was checked out; empty where none was
 * @param continues the backup of a git-sync that broke off before this one
 * @param gone paths that were not on the disk: those of the commit, and those that undoing made
 * @param created paths that it was to make; what a git-sync that goes on with a broken one finds of them is not kept
 * @param asides what was renamed, by path
 * @param directories that were there and that git does not know: empty ones, and those of deleted files
 * @param modes of files, in octal, by path
 */
record About(
        SyncPlan.Occasion occasion,
        Instant made,
        String worktree,
        Optional<String> reference,
        Optional<String> before,
        Optional<String> after,
        Optional<String> continues,
        int files,
        long bytes,
        List<String> gone,
        List<String> created,
        Map<String, Aside> asides,
        List<String> directories,
        Map<String, String> modes) {

    private static final String VERSION = "rwtui-backup 1";

    /** @param number its name in the backup's directory */
    record Aside(int number, long bytes) {}

    String text() {
        StringBuilder text = new StringBuilder(VERSION).append('\n');
        line(text, "occasion", occasion.name());
        line(text, "made", made.toString());
        if (!worktree.isEmpty()) {
            line(text, "worktree", worktree);
        }
        reference.ifPresent(name -> line(text, "reference", name));
        before.ifPresent(id -> line(text, "before", id));
        after.ifPresent(id -> line(text, "after", id));
        continues.ifPresent(id -> line(text, "continues", id));
        line(text, "files", Integer.toString(files));
        line(text, "bytes", Long.toString(bytes));
        line(text, "aside-bytes", Long.toString(setAside()));
        text.append('\n');
        gone.forEach(path -> line(text, "gone", GitPath.quoted(path)));
        created.forEach(path -> line(text, "created", GitPath.quoted(path)));
        asides.forEach((path, aside) ->
                line(text, "aside", aside.number() + " " + aside.bytes() + " " + GitPath.quoted(path)));
        directories.forEach(path -> line(text, "directory", GitPath.quoted(path)));
        modes.forEach((path, mode) -> line(text, "mode", mode + " " + GitPath.quoted(path)));
        return text.toString();
    }

    static boolean isAccount(String text) {
        return text.startsWith(VERSION + "\n");
    }

    static About of(String text) {
        Map<String, String> head = new LinkedHashMap<>();
        List<String> gone = new ArrayList<>();
        List<String> created = new ArrayList<>();
        Map<String, Aside> asides = new LinkedHashMap<>();
        List<String> directories = new ArrayList<>();
        Map<String, String> modes = new LinkedHashMap<>();
        boolean body = false;
        for (String line : text.lines().toList()) {
            int space = line.indexOf(' ');
            if (space < 0) {
                body |= line.isEmpty();
                continue;
            }
            String key = line.substring(0, space);
            String value = line.substring(space + 1);
            if (!body) {
                head.put(key, value);
                continue;
            }
            switch (key) {
                case "gone" -> gone.add(GitPath.unquoted(value));
                case "created" -> created.add(GitPath.unquoted(value));
                case "aside" -> {
                    String[] words = value.split(" ", 3);
                    asides.put(
                            GitPath.unquoted(words[2]),
                            new Aside(Integer.parseInt(words[0]), Long.parseLong(words[1])));
                }
                case "directory" -> directories.add(GitPath.unquoted(value));
                case "mode" -> {
                    String[] words = value.split(" ", 2);
                    modes.put(GitPath.unquoted(words[1]), words[0]);
                }
                default -> {
                    // Of a later version.
                }
            }
        }
        return new About(
                SyncPlan.Occasion.valueOf(head.getOrDefault("occasion", "SYNC")),
                Instant.parse(head.getOrDefault("made", "1970-01-01T00:00:00Z")),
                head.getOrDefault("worktree", ""),
                Optional.ofNullable(head.get("reference")),
                Optional.ofNullable(head.get("before")),
                Optional.ofNullable(head.get("after")),
                Optional.ofNullable(head.get("continues")),
                Integer.parseInt(head.getOrDefault("files", "0")),
                Long.parseLong(head.getOrDefault("bytes", "0")),
                gone,
                created,
                asides,
                directories,
                modes);
    }

    /** @param head the head of an account, where the rest was not read */
    static Backup backup(String id, String commit, String head) {
        About about = of(head);
        long setAside = head.lines()
                .filter(line -> line.startsWith("aside-bytes "))
                .mapToLong(line -> Long.parseLong(line.substring("aside-bytes ".length())))
                .sum();
        return new Backup(
                id,
                about.made(),
                commit,
                about.occasion(),
                about.reference().map(RepositoryState::shortened),
                about.before(),
                about.after(),
                about.files(),
                about.bytes(),
                setAside);
    }

    /** Without what is no longer where it was set aside. */
    About having(Set<Integer> numbers) {
        Map<String, Aside> left = new LinkedHashMap<>(asides);
        left.values().removeIf(aside -> !numbers.contains(aside.number()));
        return new About(
                occasion,
                made,
                worktree,
                reference,
                before,
                after,
                continues,
                files,
                bytes,
                gone,
                created,
                left,
                directories,
                modes);
    }

    private long setAside() {
        return asides.values().stream().mapToLong(Aside::bytes).sum();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(' ').append(value).append('\n');
    }
}
