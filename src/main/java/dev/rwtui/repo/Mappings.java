package dev.rwtui.repo;

import dev.rwtui.base.HostAlias;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.settings.ConfigEntry;
import dev.rwtui.settings.ConfigException;
import dev.rwtui.settings.ConfigFile;
import dev.rwtui.settings.ConfigKey;
import dev.rwtui.settings.GitConfig;
import java.util.Optional;

/**
 * Where a repository is on each host, and with which interpreter: {@code [rwtui "alias"]} with {@code path} and
 * {@code interpreter} in the configuration that all its work trees share. What that file includes is read, and never
 * written. Every call blocks on the disk.
 */
public final class Mappings {

    private static final String SECTION = "rwtui";

    private final ConfigFile file;
    private final GitConfig.Scope scope;

    Mappings(ConfigFile file, GitConfig.Scope scope) {
        this.file = file;
        this.scope = scope;
    }

    public Mapping read(HostAlias host) throws ConfigException {
        GitConfig config = GitConfig.of(file.path(), scope);
        return new Mapping(value(config, path(host)), value(config, interpreter(host)));
    }

    /** @param path of the repository on that host, as it is to be shown */
    public void remember(HostAlias host, String path) throws ConfigException {
        file.change(text -> text.with(path(host), path));
    }

    public void choose(HostAlias host, String interpreter) throws ConfigException {
        file.change(text -> text.with(interpreter(host), interpreter));
    }

    /** Takes path and interpreter out, in one step. */
    public void forget(HostAlias host) throws ConfigException {
        file.change(text -> text.without(path(host)).without(interpreter(host)));
    }

    private static Optional<String> value(GitConfig config, ConfigKey key) throws ConfigException {
        Optional<ConfigEntry> entry = config.last(key);
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(entry.get().text()).filter(text -> !text.isEmpty());
    }

    private static ConfigKey path(HostAlias host) {
        return ConfigKey.of(SECTION, host.value(), "path");
    }

    private static ConfigKey interpreter(HostAlias host) {
        return ConfigKey.of(SECTION, host.value(), "interpreter");
    }
}
