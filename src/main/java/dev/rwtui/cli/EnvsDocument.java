package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Meaning;
import dev.rwtui.python.model.Survey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What {@code rwtui envs HOST --json} prints. Fields are only ever added; what is not known is an empty string.
 *
 * @param version of this shape
 * @param python what the words for it mean there
 * @param unfinished the parts of the search that were given up, each with why
 */
record EnvsDocument(
        int version, String host, List<Python> python, List<Env> environments, List<Unfinished> unfinished) {

    private static final int VERSION = 1;

    /** @param shell {@code bare} for {@code ssh HOST COMMAND}, {@code login} for an interactive login shell */
    record Python(String shell, String word, String answer) {}

    /** One environment. */
    record Env(
            String kind,
            String name,
            String prefix,
            String project,
            String interpreter,
            String version,
            int packages,
            String changed,
            String fault,
            String activation,
            List<Library> libraries,
            List<String> kernels) {

        static Env of(Environment environment) {
            return new Env(
                    environment.kind().word(),
                    environment.name(),
                    environment.prefix(),
                    environment.project().orElse(""),
                    environment.interpreter().orElse(""),
                    environment.version().orElse(""),
                    environment.packages(),
                    environment.changed().map(Instant::toString).orElse(""),
                    environment.fault().orElse(""),
                    environment.activation().orElse(""),
                    environment.libraries().stream()
                            .map(library -> new Library(library.name(), library.version()))
                            .toList(),
                    environment.kernels());
        }
    }

    record Library(String name, String version) {}

    record Unfinished(String part, String why) {}

    static EnvsDocument of(HostAlias host, Survey survey) {
        return new EnvsDocument(
                VERSION,
                host.value(),
                survey.meanings().stream().map(EnvsDocument::python).toList(),
                survey.environments().stream().map(Env::of).toList(),
                survey.unfinished().stream()
                        .map(part -> new Unfinished(part.part(), part.why()))
                        .toList());
    }

    private static Python python(Meaning meaning) {
        return new Python(
                meaning.shell().name().toLowerCase(Locale.ROOT),
                meaning.word(),
                meaning.answer().orElse(""));
    }
}
