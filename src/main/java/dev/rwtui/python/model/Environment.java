package dev.rwtui.python.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A python environment: an installation with its packages.
 *
 * @param name as its tool names it, or the last part of the prefix that tells something
 * @param prefix {@code sys.prefix}, absolute; what tells one environment of a machine from another, but for pythons of the
 *     system, which share one and differ in their interpreter
 * @param project the project that it belongs to, where its tool knows one
 * @param interpreter as {@code which python} prints it once the environment is active; empty where it has no python
 * @param version of python: {@code 3.10.13}; empty where nothing tells
 * @param packages how many distributions are installed
 * @param changed when packages last were installed or removed
 * @param fault why it cannot be used; empty where nothing speaks against it
 * @param activation one line for a POSIX shell
 * @param libraries the installed ones among those that people ask for first
 * @param kernels names of the Jupyter kernels that run in it
 */
public record Environment(
        EnvironmentKind kind,
        String name,
        String prefix,
        Optional<String> project,
        Optional<String> interpreter,
        Optional<String> version,
        int packages,
        Optional<Instant> changed,
        Optional<String> fault,
        Optional<String> activation,
        List<Library> libraries,
        List<String> kernels) {

    public Environment {
        libraries = List.copyOf(libraries);
        kernels = List.copyOf(kernels);
    }

    /** What tells it from every other one of its machine: several pythons of a system share a prefix. */
    public String key() {
        return interpreter.orElse(prefix);
    }

    /** A library that decides what code can run: {@code torch 2.1.0+cu118}. */
    public record Library(String name, String version) {}
}
