package dev.rwtui.python.remedy;

import dev.rwtui.python.model.Comparison;
import dev.rwtui.python.model.Comparison.Python.Agreement;
import dev.rwtui.python.model.Difference;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.InstalledPackage;
import dev.rwtui.python.model.InstalledPackage.Manager;
import dev.rwtui.python.model.PythonVersion;
import dev.rwtui.python.model.Requirements.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What would make the second side of a comparison like the first. Lines for a POSIX shell, in order; those that begin with
 * {@code #} say what no command can do. What is installed comes before what is removed. pip, setuptools, wheel and conda are
 * never removed.
 */
public final class Remedy {

    private static final Set<String> KEPT = Set.of("pip", "setuptools", "wheel", "conda", "uv");

    private final Comparison comparison;
    private final Environment target;
    private final Commands commands;
    private final List<String> remarks = new ArrayList<>();
    private final CondaWords conda = new CondaWords();
    private final PipWords pip = new PipWords();
    private final List<String> pipRemovals = new ArrayList<>();
    private final List<String> condaRemovals = new ArrayList<>();

    private Remedy(Comparison comparison, Environment target) {
        this.comparison = comparison;
        this.target = target;
        commands = new Commands(target);
    }

    /**
     * @param target the environment that is the second side
     * @return nothing where the two are the same
     */
    public static List<String> commands(Comparison comparison, Environment target) {
        return new Remedy(comparison, target).lines();
    }

    private List<String> lines() {
        if (!Words.isOneLine(target.prefix() + target.interpreter().orElse(""))) {
            return List.of(Words.comment("no command can be given for " + target.prefix()));
        }
        remarkOnKind();
        python();
        Stream.of(comparison.onlyHere(), comparison.otherVersion(), comparison.otherBuild())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Difference::key))
                .forEach(this::install);
        comparison.onlyThere().forEach(this::remove);
        List<String> lines = new ArrayList<>();
        boolean exactly = comparison.kind() != Kind.WANTS;
        lines.addAll(commands.condaInstall(conda));
        lines.addAll(commands.pipInstall(pip, exactly ? Commands.Dependencies.LISTED : Commands.Dependencies.RESOLVED));
        lines.addAll(commands.pipRemove(pipRemovals));
        lines.addAll(commands.condaRemove(condaRemovals));
        boolean needsPip = !pip.isEmpty() || !pipRemovals.isEmpty();
        if (needsPip && target.interpreter().isEmpty()) {
            remarks.add("there is no python in " + target.prefix() + ": install one first");
        }
        if (!lines.isEmpty()) {
            commands.activation().ifPresent(line -> lines.add(0, line));
        }
        lines.addAll(0, remarks.stream().map(Words::comment).toList());
        return List.copyOf(lines);
    }

    private void remarkOnKind() {
        if (comparison.isSame()) {
            return;
        }
        switch (target.kind()) {
            case PIXI -> remarks.add("pixi undoes what pip does here: change the manifest and run pixi install");
            case POETRY, PIPENV, HATCH ->
                remarks.add(target.kind().word() + " may undo this: what it manages is changed in its own files");
            case SYSTEM, MODULE, PYENV, ASDF, MISE, UV_PYTHON ->
                remarks.add("many things may depend on this python: an environment of its own is safer");
            case CONDA, MICROMAMBA, UV, VIRTUALENVWRAPPER, VENV, VIRTUALENV, PYENV_VIRTUALENV, KERNEL, UNKNOWN -> {}
        }
    }

    private void python() {
        Comparison.Python python = comparison.python();
        if (python.agreement() == Agreement.SAME || python.here().isEmpty()) {
            return;
        }
        String there = python.there().isEmpty() ? "of unknown version" : python.there();
        String both = "python " + there + " there, " + python.here() + " wanted: ";
        if (!minor(python.there()).equals(minor(python.here()))
                || minor(python.here()).isEmpty()) {
            remarks.add(both + "make a new environment");
        } else if (Words.hasConda(target)) {
            conda.add("python=" + python.here(), Optional.empty());
        } else {
            remarks.add(both + "packages are the same for both");
        }
    }

    private static Optional<String> minor(String version) {
        return PythonVersion.parse(version).map(parsed -> parsed.release(2));
    }

    private void install(Difference difference) {
        if (KEPT.contains(difference.key().value())
                && difference.there().isEmpty()
                && !difference.name().equals("pip")) {
            return;
        }
        boolean done = (Words.hasConda(target) && conda.take(difference)) || pip.take(difference);
        if (!done) {
            remarks.add(difference.words() + ": no command for that");
        }
    }

    private void remove(Difference difference) {
        InstalledPackage present = difference.there().orElseThrow();
        if (KEPT.contains(difference.key().value())) {
            return;
        }
        if (!Words.isName(present.name())) {
            remarks.add(present.name() + " is no name that a command can be given");
        } else if (present.manager() == Manager.CONDA && Words.hasConda(target)) {
            condaRemovals.add(present.name());
        } else {
            pipRemovals.add(present.name());
        }
    }
}
