package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.PackageSet;
import dev.rwtui.python.model.Survey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine has said of pythons.
 *
 * @param packages of the environments that were asked for
 */
public record Pythons(Map<HostAlias, Revised<Survey>> surveys, Map<Key, Revised<Listing>> packages) {

    public static final Pythons NONE = new Pythons(Map.of(), Map.of());

    public Pythons {
        surveys = Map.copyOf(surveys);
        packages = Map.copyOf(packages);
    }

    /** One environment of all there are. */
    public record Key(HostAlias host, String environment) {}

    /** What is installed, or why nobody can tell. */
    public record Listing(Optional<PackageSet> packages, Optional<String> failure) {}

    public Optional<Survey> survey(HostAlias host) {
        return Optional.ofNullable(surveys.get(host)).map(Revised::value);
    }

    public List<Environment> environments(HostAlias host) {
        return survey(host).map(Survey::environments).orElse(List.of());
    }

    /** Empty where it was not found, or is gone. */
    public Optional<Environment> environment(Key key) {
        return environments(key.host()).stream()
                .filter(one -> one.key().equals(key.environment()))
                .findFirst();
    }

    public Optional<Listing> listing(Key key) {
        return Optional.ofNullable(packages.get(key)).map(Revised::value);
    }

    public boolean isNews(Event.EnvironmentsFound e) {
        return Facts.isNews(surveys, e.host(), e.revision());
    }

    public boolean isNews(Event.PackagesListed e) {
        return Facts.isNews(packages, e.key(), e.revision());
    }

    public Pythons with(Event.EnvironmentsFound e) {
        return new Pythons(Facts.plus(surveys, e.host(), new Revised<>(e.revision(), e.survey())), packages);
    }

    public Pythons with(Event.PackagesListed e) {
        return new Pythons(surveys, Facts.plus(packages, e.key(), new Revised<>(e.revision(), e.listing())));
    }
}
