package dev.rwtui.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A repository in each state that a git-sync knows: an origin, the clone of whoever sits at the lab's keyboard, and clones
 * on hosts. This machine's git makes them, and reads nothing of the user's.
 *
 * @param root the lab's directory
 */
record Clones(Path root) {

    /** Nobody's settings, and one author and date: every lab has the same commits. */
    private static final Map<String, String> GIT = Map.of(
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", "/dev/null",
            // A template would bring the machine's hooks.
            "GIT_TEMPLATE_DIR", "",
            "GIT_AUTHOR_NAME", "Anthony",
            "GIT_AUTHOR_EMAIL", "anthonyhu@lab.invalid",
            "GIT_AUTHOR_DATE", "2026-10-03T08:15:00Z",
            "GIT_COMMITTER_NAME", "Anthony",
            "GIT_COMMITTER_EMAIL", "anthonyhu@lab.invalid",
            "GIT_COMMITTER_DATE", "2026-10-03T08:15:00Z");

    /** The repository of whoever sits at the keyboard. */
    Path checkout() {
        return root.resolve("here/vision");
    }

    /**
     * Blocks while git works. Where git is missing or fails, two repositories without a commit stand for all of them.
     *
     * @throws InterruptedException after git has been killed
     */
    void make() throws IOException, InterruptedException {
        Files.createDirectories(root.resolve("here"));
        if (script(ShellCommand.PATH) != 0) {
            hollow(checkout());
            hollow(root.resolve("home-direwolf/code/vision"));
        }
    }

    /** @return the exit status; 127 where there is no git */
    int script(String path) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", Pages.resource("repositories.sh"))
                .directory(root.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(GIT);
        builder.environment()
                .putAll(Map.of("PATH", path, "HOME", root.resolve("here").toString()));
        Process git = builder.start();
        try {
            return git.waitFor();
        } finally {
            Descendants.kill(git.toHandle());
        }
    }

    /** As much of one as git itself takes for one. */
    private void hollow(Path directory) throws IOException {
        Path git = directory.resolve(".git");
        if (Files.exists(git)) {
            return;
        }
        for (String needed : List.of("objects", "refs/heads")) {
            Files.createDirectories(git.resolve(needed));
        }
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(
                git.resolve("config"),
                "[core]\n\trepositoryformatversion = 0\n\tbare = false\n[remote \"origin\"]\n\turl = "
                        + root.resolve("origin/vision.git") + "\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n");
    }
}
