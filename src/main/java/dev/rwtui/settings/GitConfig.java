package dev.rwtui.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Configuration as it holds: files in their order, each with what it includes in its place, and of a key the last value.
 * Not read: {@code GIT_CONFIG_COUNT}, {@code git -c}, {@code includeIf "hasconfig:..."}, paths in another user's home, and
 * a system configuration elsewhere than {@code /etc/gitconfig} unless {@code GIT_CONFIG_SYSTEM} names it.
 */
public final class GitConfig {

    private final List<ConfigEntry> entries;

    private GitConfig(List<ConfigEntry> entries) {
        this.entries = entries;
    }

    /**
     * What conditions of {@code includeIf} are about.
     *
     * @param gitDirectory absolute; empty where there is no repository
     * @param branch what is checked out: {@code main}; empty where that is no branch
     */
    public record Scope(Path home, Optional<Path> gitDirectory, Optional<String> branch) {}

    /** One file, and what it includes; a file that is not there is empty. Blocks on the disk. */
    public static GitConfig of(Path file, Scope scope) throws ConfigException {
        List<ConfigEntry> entries = new ArrayList<>();
        new Includes(scope, entries).read(file);
        return new GitConfig(List.copyOf(entries));
    }

    /** Git's configuration of a repository, or of none: system, user, then these files. Blocks on the disk. */
    public static GitConfig of(Surroundings surroundings, Scope scope, List<Path> files) throws ConfigException {
        List<ConfigEntry> entries = new ArrayList<>();
        Includes includes = new Includes(scope, entries);
        for (Path file : surroundings.gitFiles()) {
            // Git passes over these where it may not read them, but not over a repository's own.
            if (Files.isReadable(file)) {
                includes.read(file);
            }
        }
        for (Path file : files) {
            includes.read(file);
        }
        return new GitConfig(List.copyOf(entries));
    }

    public List<ConfigEntry> entries() {
        return entries;
    }

    /** The value that holds. */
    public Optional<ConfigEntry> last(ConfigKey key) {
        return entries.stream().filter(key::names).reduce((one, next) -> next);
    }

    public List<ConfigEntry> all(ConfigKey key) {
        return entries.stream().filter(key::names).toList();
    }
}
