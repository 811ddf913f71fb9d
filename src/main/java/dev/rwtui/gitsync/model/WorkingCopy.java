package dev.rwtui.gitsync.model;

import dev.rwtui.repo.model.Head;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A repository with its work tree, as git there tells of it. Paths of files are relative to the root, with {@code /}.
 *
 * @param root absolute
 * @param gitDirectory absolute; a linked work tree has its own
 * @param git the version: {@code 2.39.5}
 * @param commit what HEAD is at; empty where there is no commit yet
 * @param subject of that commit
 * @param changes by path, each path once
 * @param operations what is under way: {@code a rebase}, {@code index.lock}
 * @param fetched when something was last fetched; empty where never
 */
public record WorkingCopy(
        String root,
        String gitDirectory,
        String git,
        Head head,
        Optional<String> commit,
        Optional<String> subject,
        Optional<Upstream> upstream,
        List<Change> changes,
        List<String> operations,
        Optional<Instant> fetched,
        Set<Trait> traits) {

    public WorkingCopy {
        changes = List.copyOf(changes);
        operations = List.copyOf(operations);
        traits = Set.copyOf(traits);
    }

    /** What makes a repository other than most. */
    public enum Trait {
        SHALLOW("shallow"),
        SPARSE("sparse");

        private final String words;

        Trait(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How many paths are in that state. */
    public int count(Change.Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** Whether tracked and untracked files are those of the commit. Nested repositories and submodules do not count. */
    public boolean isClean() {
        return changes.stream().noneMatch(change -> change.kind().isOfFiles());
    }
}
