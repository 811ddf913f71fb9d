package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.remote.Frame;
import java.util.List;

/** What a script says when it cannot go on, as words for a person. */
final class Refusal {

    private Refusal() {}

    static SyncFailure of(Frame frame) {
        String words = frame.field(1).strip();
        return switch (frame.field(0)) {
            case "no-git" ->
                notThere(
                        "there is no git on the host",
                        "install git there, or put it on the PATH of a bare ssh command");
            case "missing" -> notThere(words + " does not exist there", "");
            case "not-directory" -> notThere(words + " is not a directory there", "");
            case "forbidden" -> refused(words + " cannot be entered there", "");
            case "bare", "no-work-tree" ->
                notThere(words + " is a repository without a work tree", "map the repository to a clone with files");
            case "inside" ->
                notThere(
                        words + " is inside the repository " + frame.field(2) + ", and is none itself",
                        "map the repository to its root there");
            case "no-backup" -> notThere("there is no backup " + words, "");
            case "no-repository" -> ofGit(words);
            case "changed" ->
                new SyncFailure(
                        SyncFailure.Kind.STOPPED,
                        "it is no longer as it was planned: " + few(words),
                        "look at a new plan");
            case "stopped" -> new SyncFailure(SyncFailure.Kind.STOPPED, words, "");
            case "broken" ->
                new SyncFailure(
                        SyncFailure.Kind.BROKEN_OFF,
                        words,
                        "what it has replaced is kept in the backup; sync again, or undo");
            default -> refused(lastLine(words), "");
        };
    }

    private static SyncFailure ofGit(String words) {
        String last = lastLine(words);
        if (words.contains("dubious ownership") || words.contains("unsafe repository")) {
            return refused(
                    first(words),
                    words.lines()
                            .map(String::strip)
                            .filter(line -> line.startsWith("git config --global --add safe.directory"))
                            .findFirst()
                            .map(command -> "if you trust what is in it, tell git there: " + command)
                            .orElse("if you trust what is in it, tell git there: see safe.directory in git-config(1)"));
        }
        return words.contains("not a git repository")
                ? notThere("there is no repository: " + last, "")
                : refused(last, "");
    }

    /** Of a list of paths, the first. */
    private static String few(String words) {
        List<String> lines = words.lines().toList();
        return String.join(", ", lines.subList(0, Math.min(3, lines.size())))
                + (lines.size() > 3 ? " and " + (lines.size() - 3) + " more" : "");
    }

    private static String first(String words) {
        return words.lines().findFirst().orElse(words);
    }

    /** What git dies of comes before what it advises. */
    private static String lastLine(String words) {
        return words.lines()
                .filter(line -> line.startsWith("fatal:") || line.startsWith("error:"))
                .findFirst()
                .orElseGet(() -> words.substring(words.lastIndexOf('\n') + 1));
    }

    private static SyncFailure notThere(String why, String advice) {
        return new SyncFailure(SyncFailure.Kind.NOT_THERE, why, advice);
    }

    private static SyncFailure refused(String why, String advice) {
        return new SyncFailure(SyncFailure.Kind.REFUSED, why, advice);
    }
}
