package dev.rwtui.repo;

import dev.rwtui.settings.ConfigEntry;
import dev.rwtui.settings.ConfigException;
import dev.rwtui.settings.ConfigFile;
import dev.rwtui.settings.ConfigKey;
import dev.rwtui.settings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a repository as git finds it: by {@code GIT_DIR}, or from a directory upwards. Unlike git it does not ask who owns
 * what it finds ({@code safe.directory}), since it only reads and runs nothing from there; does not stop at
 * {@code GIT_CEILING_DIRECTORIES}; and goes on into the file system above.
 */
final class Discovery {

    private static final ConfigKey BARE = ConfigKey.of("core", "bare");
    private static final ConfigKey WORK_TREE = ConfigKey.of("core", "worktree");
    private static final ConfigKey OWN_CONFIG = ConfigKey.of("extensions", "worktreeConfig");

    private final Path start;
    private final Surroundings surroundings;

    /** @param start absolute, and there */
    Discovery(Path start, Surroundings surroundings) {
        this.start = start;
        this.surroundings = surroundings;
    }

    /** @param root of the work tree; empty where there is none */
    record Found(GitDirectory directory, Optional<Path> root) {}

    Optional<Found> find() throws RepositoryException, ConfigException {
        Optional<String> named = surroundings.variable("GIT_DIR");
        return named.isPresent() ? Optional.of(named(named.get())) : upwards();
    }

    /** Without what the environment says: for the repository around another. */
    Optional<Found> upwards() throws RepositoryException, ConfigException {
        for (Path place = real(start); place != null; place = place.getParent()) {
            Path git = place.resolve(".git");
            Optional<GitDirectory> below =
                    Files.isRegularFile(git) ? Optional.of(GitDirectory.ofFile(git)) : GitDirectory.at(git);
            if (below.isPresent()) {
                return Optional.of(found(below.get(), Optional.of(place)));
            }
            Optional<GitDirectory> here = GitDirectory.at(place);
            if (here.isPresent()) {
                return Optional.of(found(here.get(), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private Found named(String name) throws RepositoryException, ConfigException {
        Path path = start.resolve(name);
        Optional<Path> common = surroundings.variable("GIT_COMMON_DIR").map(start::resolve);
        Optional<GitDirectory> directory =
                Files.isRegularFile(path) ? Optional.of(GitDirectory.ofFile(path)) : GitDirectory.at(path, common);
        return found(
                directory.orElseThrow(
                        () -> new RepositoryException("GIT_DIR is " + name + ", and " + path + " is no git directory")),
                Optional.of(start));
    }

    /** @param implied the work tree where nothing says anything else */
    private Found found(GitDirectory directory, Optional<Path> implied) throws ConfigException {
        Optional<Path> told = surroundings.variable("GIT_WORK_TREE").map(start::resolve);
        List<ConfigEntry> own = own(directory);
        Optional<ConfigEntry> configured = last(own, WORK_TREE);
        if (told.isEmpty() && configured.isPresent()) {
            told = Optional.of(directory.path().resolve(configured.get().text()));
        }
        if (told.isPresent()) {
            return new Found(directory, told.map(Discovery::real));
        }
        Optional<ConfigEntry> bare = last(own, BARE);
        boolean isBare = bare.isPresent() && bare.get().flag();
        return new Found(directory, isBare ? Optional.empty() : implied.map(Discovery::real));
    }

    /** What the repository itself says of its work tree; a linked one has nothing from the main one. */
    private static List<ConfigEntry> own(GitDirectory directory) throws ConfigException {
        List<ConfigEntry> common = new ConfigFile(directory.config()).read().entries();
        List<ConfigEntry> own = new ArrayList<>(directory.isLinked() ? List.of() : common);
        if (hasOwnConfig(common)) {
            own.addAll(new ConfigFile(directory.ownConfig()).read().entries());
        }
        return own;
    }

    /** Whether {@code config.worktree} counts. */
    static boolean hasOwnConfig(List<ConfigEntry> common) throws ConfigException {
        Optional<ConfigEntry> extension = last(common, OWN_CONFIG);
        return extension.isPresent() && extension.get().flag();
    }

    private static Optional<ConfigEntry> last(List<ConfigEntry> entries, ConfigKey key) {
        return entries.stream().filter(key::names).reduce((one, next) -> next);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
