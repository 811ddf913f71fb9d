package dev.rwtui.repo.model;

import java.util.List;
import java.util.Optional;

/**
 * A repository on this machine. Paths are absolute.
 *
 * @param root of the work tree; empty where there is none, as in a bare repository
 * @param gitDirectory what {@code git rev-parse --git-dir} says; a linked work tree has its own
 * @param commonDirectory what {@code git rev-parse --git-common-dir} says: where configuration and branches are
 * @param parent the root of the repository that has this one for a submodule
 * @param remotes {@code origin} first, the others in the order of the configuration
 */
public record RepositoryFacts(
        Optional<String> root,
        String gitDirectory,
        String commonDirectory,
        Optional<String> parent,
        Head head,
        List<Remote> remotes) {

    public RepositoryFacts {
        remotes = List.copyOf(remotes);
    }

    /** The remote that stands for the repository elsewhere. */
    public Optional<Remote> first() {
        return remotes.stream().findFirst();
    }
}
