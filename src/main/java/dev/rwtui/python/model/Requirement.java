package dev.rwtui.python.model;

import dev.rwtui.python.model.InstalledPackage.Manager;
import java.util.Optional;

/**
 * A package that something asks for.
 *
 * @param name as it is written there
 * @param marker where it applies; empty for everywhere
 * @param need what it means that the package is missing
 * @param line of the file, counted from 1; 0 where nothing tells
 */
public record Requirement(String name, Constraint constraint, Optional<Marker> marker, Need need, int line) {

    /** Whether a package has to be there. */
    public enum Need {
        MUST,
        /** Of an extra or a group that may have been chosen or not: if it is there, then as asked for. */
        MAY
    }

    public static Requirement of(String name, Constraint constraint, int line) {
        return new Requirement(name, constraint, Optional.empty(), Need.MUST, line);
    }

    public Requirement where(Optional<Marker> applies) {
        return new Requirement(name, constraint, applies, need, line);
    }

    public Requirement needed(Need other) {
        return new Requirement(name, constraint, marker, other, line);
    }

    /** Whose name it is: conda's and pip's differ for some packages. */
    public Manager manager() {
        if (constraint instanceof Constraint.Exact exact) {
            return exact.manager();
        }
        return constraint instanceof Constraint.Conda ? Manager.CONDA : Manager.PIP;
    }

    /** {@code torch 2.1.0+cu118}. */
    public String words() {
        return (name + " " + constraint.words()).strip();
    }
}
