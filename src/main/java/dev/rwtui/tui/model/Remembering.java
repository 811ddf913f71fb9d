package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.repo.model.Mapping;
import java.util.Optional;

/**
 * Something about the repository that the engine was asked to remember and has not told yet.
 *
 * @param wanted what its mapping is to have then; empty for what it does not matter
 * @param done what a person is told once it has
 */
public record Remembering(HostAlias host, Mapping wanted, String done) {

    public static Remembering path(HostAlias host, String path) {
        Mapping wanted = new Mapping(Optional.of(path), Optional.empty());
        return new Remembering(host, wanted, "the repository is " + path + " on " + host);
    }

    /** @param name of the environment */
    public static Remembering interpreter(HostAlias host, String interpreter, String name) {
        Mapping wanted = new Mapping(Optional.empty(), Optional.of(interpreter));
        return new Remembering(host, wanted, name + " is the repository's python on " + host);
    }

    public boolean isDone(Event.MappingRead e) {
        return e.host().equals(host)
                && has(e.mapping().path(), wanted.path())
                && has(e.mapping().interpreter(), wanted.interpreter());
    }

    private static boolean has(Optional<String> told, Optional<String> part) {
        return part.isEmpty() || part.equals(told);
    }
}
