package dev.rwtui.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * rwtui's own settings: {@code $XDG_CONFIG_HOME/rwtui/config}, by default {@code ~/.config/rwtui/config}, in git-config
 * syntax. Files that it includes are read and never written. Safe for use by several threads and programs: each call reads
 * the file, and a change holds git's lock. Everything here blocks on the disk.
 */
public final class Settings {

    private final ConfigFile file;
    private final GitConfig.Scope scope;

    private Settings(ConfigFile file, GitConfig.Scope scope) {
        this.file = file;
        this.scope = scope;
    }

    public static Settings of(Surroundings surroundings) {
        return new Settings(
                new ConfigFile(surroundings.settings()),
                new GitConfig.Scope(surroundings.home(), Optional.empty(), Optional.empty()));
    }

    /** Where they are, or will be with the first {@link #put}. */
    public Path path() {
        return file.path();
    }

    /** The value that holds, with its place, and the types it can be read as. */
    public Optional<ConfigEntry> get(ConfigKey key) throws ConfigException {
        return list().last(key);
    }

    /** Everything that is set. */
    public GitConfig list() throws ConfigException {
        return GitConfig.of(file.path(), scope);
    }

    /** Sets a value, in place of any others that the file has for the key. */
    public void put(ConfigKey key, String value) throws ConfigException {
        file.change(text -> text.with(key, value));
    }

    /** Takes a value out of the file; one that an included file sets stays. */
    public void unset(ConfigKey key) throws ConfigException {
        if (!list().all(key).isEmpty()) {
            file.change(text -> text.without(key));
        }
    }
}
