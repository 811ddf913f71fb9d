package dev.rwtui.testing.python;

import dev.rwtui.python.model.EnvironmentKind;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An environment of the lab, and what is to be reported of it. Text has bytes that are no UTF-8 as {@link
 * dev.rwtui.remote.ByteText} has them.
 *
 * @param name as its tool names it, or the last part of the prefix that tells something
 * @param prefix where it lies; its {@code sys.prefix} where nothing is wrong with it
 * @param interpreter what {@code which python} prints in bash once it is active; empty where it finds none of its own
 * @param version of python, as the interpreter says; of one with a flaw, as its files say
 * @param packages distributions, as the interpreter counts them; with conda, as {@code conda list} does
 */
public record Made(
        EnvironmentKind kind,
        String name,
        String prefix,
        Optional<String> interpreter,
        Optional<String> version,
        int packages,
        Optional<Flaw> flaw) {

    /** One of the kinds whose name is a directory's, with nothing wrong. */
    static Made light(EnvironmentKind kind, Path prefix, String version, int packages) {
        Path named = prefix.endsWith(".venv") ? prefix.resolve("..").normalize() : prefix;
        return new Made(
                kind,
                String.valueOf(named.getFileName()),
                prefix.toString(),
                Optional.of(prefix + "/bin/python"),
                Optional.of(version),
                packages,
                Optional.empty());
    }

    /** The same elsewhere. */
    Made at(Path otherPrefix) {
        return light(kind, otherPrefix, version.orElseThrow(), packages);
    }

    Made counting(int number) {
        return new Made(kind, name, prefix, interpreter, version, number, flaw);
    }
}
