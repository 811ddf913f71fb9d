package dev.rwtui.python.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The order in which a person looks for an environment: the repository's own first, then those that people make for their
 * work, then bare pythons; what cannot be used after what can, within each. Of equals, the one that was last changed.
 */
public final class Ranking {

    private final Set<String> repository;

    /** @param repository the mapped repository's path, in each spelling; none without one */
    public Ranking(Collection<String> repository) {
        this.repository = Set.copyOf(repository);
    }

    public List<Environment> ranked(Collection<Environment> environments) {
        return environments.stream().sorted(order()).toList();
    }

    private Comparator<Environment> order() {
        return Comparator.comparing((Environment environment) -> !isOwn(environment))
                .thenComparing(environment -> use(environment.kind()))
                .thenComparing(environment -> environment.fault().isPresent())
                .thenComparing(environment ->
                        environment.changed().map(at -> -at.getEpochSecond()).orElse(0L))
                .thenComparing(Environment::name)
                .thenComparing(Environment::prefix)
                .thenComparing(environment -> environment.interpreter().orElse(""));
    }

    private boolean isOwn(Environment environment) {
        return repository.stream()
                .anyMatch(path -> environment.prefix().startsWith(path + "/")
                        || environment.project().filter(path::equals).isPresent());
    }

    private static int use(EnvironmentKind kind) {
        return switch (kind) {
            case CONDA,
                    MICROMAMBA,
                    PIXI,
                    POETRY,
                    PIPENV,
                    HATCH,
                    UV,
                    VIRTUALENVWRAPPER,
                    VENV,
                    VIRTUALENV,
                    PYENV_VIRTUALENV -> 0;
            case PYENV, ASDF, MISE, MODULE -> 1;
            case SYSTEM, UV_PYTHON -> 2;
            case KERNEL, UNKNOWN -> 3;
        };
    }
}
