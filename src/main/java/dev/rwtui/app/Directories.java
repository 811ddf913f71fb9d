package dev.rwtui.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/** Where rwtui keeps what is its own: the XDG base directories. */
record Directories(Path state) {

    private static final String NAME = "rwtui";

    /** From the environment; a relative path in it is ignored, as the specification asks. */
    static Directories of(Map<String, String> environment, Path home) {
        Path state = Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".local/state"));
        return new Directories(state.resolve(NAME));
    }

    /** Makes the directory, and those above it, for its owner alone. */
    static void makePrivate(Path directory) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
