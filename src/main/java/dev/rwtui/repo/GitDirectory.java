package dev.rwtui.repo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A directory that git takes for a repository's own; gitrepository-layout(5).
 *
 * @param path absolute
 * @param common where configuration, objects and branches are; the same but for a linked work tree
 */
record GitDirectory(Path path, Path common) {

    private static final Pattern HEAD =
            Pattern.compile("ref:\\s*refs/.*|[0-9a-f]{40}(?:[0-9a-f]{24})?\\s*", Pattern.DOTALL);

    /** Empty where git would not take it for one. */
    static Optional<GitDirectory> at(Path directory) throws RepositoryException {
        return at(directory, Optional.empty());
    }

    /** @param common where something else than the directory itself says so: {@code GIT_COMMON_DIR} */
    static Optional<GitDirectory> at(Path directory, Optional<Path> common) throws RepositoryException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        Path path = real(directory);
        Path shared = real(common.isPresent() ? common.get() : common(path));
        boolean is = hasHead(path)
                && Files.isDirectory(shared.resolve("objects"))
                && Files.isDirectory(shared.resolve("refs"));
        return is ? Optional.of(new GitDirectory(path, shared)) : Optional.empty();
    }

    /**
     * What a file {@code .git} leads to: that of a linked work tree or a submodule.
     *
     * @throws RepositoryException where it leads to no repository
     */
    static GitDirectory ofFile(Path file) throws RepositoryException {
        String text = text(file);
        if (!text.startsWith("gitdir: ")) {
            throw new RepositoryException(file + " does not begin with \"gitdir: \", so it leads to no repository");
        }
        Path target = file.resolveSibling(text.substring("gitdir: ".length()).replaceFirst("[\r\n]+$", ""));
        return at(target)
                .orElseThrow(() -> new RepositoryException(file + " leads to " + target.normalize()
                        + ", which is no git directory (was the repository moved? git worktree repair can mend it)"));
    }

    boolean isLinked() {
        return !path.equals(common);
    }

    Path config() {
        return common.resolve("config");
    }

    /** {@code extensions.worktreeConfig} says whether it counts. */
    Path ownConfig() {
        return path.resolve("config.worktree");
    }

    /** Its HEAD as it is written; a symbolic link, of old, is what it points to. */
    String head() throws RepositoryException {
        Path head = path.resolve("HEAD");
        try {
            return Files.isSymbolicLink(head) ? "ref: " + Files.readSymbolicLink(head) : text(head);
        } catch (IOException e) {
            throw new RepositoryException("cannot read " + head + ": " + e.getMessage(), e);
        }
    }

    private static boolean hasHead(Path directory) {
        try {
            return Files.exists(directory.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
                    && HEAD.matcher(new GitDirectory(directory, directory).head())
                            .matches();
        } catch (RepositoryException e) {
            return false;
        }
    }

    private static Path common(Path directory) throws RepositoryException {
        Path file = directory.resolve("commondir");
        return Files.isRegularFile(file) ? directory.resolve(text(file).stripTrailing()) : directory;
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            return directory.toAbsolutePath().normalize();
        }
    }

    private static String text(Path file) throws RepositoryException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RepositoryException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
