package dev.rwtui.python.model;

import java.util.List;
import java.util.Optional;

/**
 * What an environment is to have.
 *
 * @param title for a person: the name of the file
 * @param python what is wanted of python itself; empty for nothing in particular
 * @param notes what was left out or taken for granted, each a sentence with its line where it has one
 */
public record Requirements(
        String title, Kind kind, Optional<Constraint> python, List<Requirement> packages, List<String> notes) {

    public Requirements {
        packages = List.copyOf(packages);
        notes = List.copyOf(notes);
    }

    /** How much they say. */
    public enum Kind {
        /** What is asked for; whatever else is installed may be what that depends on, and is no difference. */
        WANTS,
        /** All there is to be; what else is installed is a difference, but for a project's own directory. */
        LOCK,
        /** What another environment has, all of it. */
        INSTALLED
    }

    /** What an environment has, as a wish for another one. */
    static Requirements of(PackageSet packages, String title) {
        return new Requirements(
                title,
                Kind.INSTALLED,
                packages.python().map(Constraint.Exact::pip),
                packages.packages().stream()
                        .map(one -> Requirement.of(one.name(), Constraint.Exact.of(one), 0))
                        .toList(),
                List.of());
    }
}
