package dev.rwtui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What configuration depends on besides files: the environment of whoever started rwtui, and their home.
 *
 * @param home absolute, the password database's; what {@code ~} stands for
 */
public record Surroundings(Map<String, String> environment, Path home) {

    private static final String NAME = "rwtui";

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** A variable's value; empty where it is unset or has none, as git takes it. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** {@code $XDG_CONFIG_HOME}; a relative path in it is ignored, as the specification asks. */
    Path configHome() {
        return variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".config"));
    }

    /** Where rwtui's own settings are. */
    Path settings() {
        return configHome().resolve(NAME).resolve("config");
    }

    /** The files of git's configuration that belong to no repository, the strongest last; git-config(1), FILES. */
    List<Path> gitFiles() {
        Optional<Path> system = flag("GIT_CONFIG_NOSYSTEM")
                ? Optional.empty()
                : Optional.of(variable("GIT_CONFIG_SYSTEM").map(Path::of).orElse(Path.of("/etc/gitconfig")));
        List<Path> global = variable("GIT_CONFIG_GLOBAL")
                .map(file -> List.of(Path.of(file)))
                .orElse(List.of(configHome().resolve("git/config"), home.resolve(".gitconfig")));
        return Stream.concat(system.stream(), global.stream()).toList();
    }

    private boolean flag(String variable) {
        return variable(variable).map(Truth::of).flatMap(truth -> truth).orElse(false);
    }
}
