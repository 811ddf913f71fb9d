package dev.rwtui.repo.model;

import java.util.Optional;

/**
 * What a repository is on one host.
 *
 * @param path of the repository there, as the user has it: {@code ~/code/vision}
 * @param interpreter the python that runs it there: an absolute path, or one that begins with {@code ~}
 */
public record Mapping(Optional<String> path, Optional<String> interpreter) {

    public static final Mapping NONE = new Mapping(Optional.empty(), Optional.empty());
}
