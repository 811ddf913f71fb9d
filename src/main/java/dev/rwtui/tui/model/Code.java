package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.repo.model.RepositoryFacts;
import java.util.Map;
import java.util.Optional;

/** The repository that rwtui was started in, and where it is on hosts, as far as the engine has said. */
public record Code(
        long revision,
        Optional<RepositoryFacts> repository,
        Optional<String> failure,
        Map<HostAlias, Revised<Mapping>> mappings) {

    public static final Code NONE = new Code(0, Optional.empty(), Optional.empty(), Map.of());

    public Code {
        mappings = Map.copyOf(mappings);
    }

    /** Nothing where nothing was said. */
    public Mapping mapping(HostAlias host) {
        Revised<Mapping> known = mappings.get(host);
        return known == null ? Mapping.NONE : known.value();
    }

    Code with(Event.RepositoryRead e) {
        return e.revision() > revision ? new Code(e.revision(), e.repository(), e.failure(), mappings) : this;
    }

    Code with(Event.MappingRead e) {
        return Facts.isNews(mappings, e.host(), e.revision())
                ? new Code(
                        revision,
                        repository,
                        failure,
                        Facts.plus(mappings, e.host(), new Revised<>(e.revision(), e.mapping())))
                : this;
    }
}
