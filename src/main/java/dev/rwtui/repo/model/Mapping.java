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

    /**
     * The path from the root; empty where there is none, or nobody can tell it: one below a home that is not known, or
     * somebody else's.
     *
     * @param home what {@code ~} stands for there, absolute
     */
    public Optional<String> absolutePath(Optional<String> home) {
        return path.flatMap(given -> {
            if (given.startsWith("/")) {
                return path;
            }
            boolean below = given.equals("~") || given.startsWith("~/");
            return below ? home.map(directory -> joined(directory, given.substring(1))) : Optional.empty();
        });
    }

    /** @param rest empty, or with a slash in front */
    private static String joined(String directory, String rest) {
        String whole = directory.replaceFirst("/+$", "") + rest;
        return whole.isEmpty() ? "/" : whole;
    }
}
