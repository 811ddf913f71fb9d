package dev.rwtui.tui.testing;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.Comparison;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.python.model.InstalledPackage;
import dev.rwtui.python.model.Meaning;
import dev.rwtui.python.model.PackageSet;
import dev.rwtui.python.model.Survey;
import dev.rwtui.repo.model.Head;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.repo.model.Remote;
import dev.rwtui.repo.model.RepositoryFacts;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Pythons;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The environments of a person with a history. */
public final class PythonSample {

    public static final Instant CHANGED = Instant.parse("2026-10-03T08:15:00Z");
    private static final String ROOT = "/home/anthonyhu/miniconda3";

    private PythonSample() {}

    public static Environment vision() {
        return environment(
                EnvironmentKind.CONDA,
                "vision",
                ROOT + "/envs/vision",
                "3.10.13",
                143,
                "torch 2.1.0+cu118",
                "numpy 1.26.0",
                "cuda 11.8");
    }

    public static Environment base() {
        return environment(EnvironmentKind.CONDA, "base", ROOT, "3.11.5", 88);
    }

    public static Environment venv(String name) {
        return environment(
                EnvironmentKind.VENV, name, "/home/anthonyhu/code/" + name + "/.venv", "3.11.2", 12, "numpy 2.1.3");
    }

    public static Environment system() {
        return environment(EnvironmentKind.SYSTEM, "python3", "/usr", "3.11.2", 31);
    }

    public static Environment broken(String name, String why) {
        Environment whole = environment(EnvironmentKind.VENV, name, "/home/anthonyhu/envs/" + name, "3.9.2", 4);
        return new Environment(
                whole.kind(),
                whole.name(),
                whole.prefix(),
                whole.project(),
                whole.interpreter(),
                whole.version(),
                whole.packages(),
                whole.changed(),
                Optional.of(why),
                whole.activation(),
                whole.libraries(),
                whole.kernels());
    }

    public static Environment withoutPython(String name) {
        return new Environment(
                EnvironmentKind.CONDA,
                name,
                ROOT + "/envs/" + name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                7,
                Optional.of(CHANGED),
                Optional.empty(),
                Optional.of("conda activate " + name),
                List.of(),
                List.of());
    }

    public static Environment environment(
            EnvironmentKind kind, String name, String prefix, String version, int packages, String... libraries) {
        String interpreter = prefix + (prefix.equals("/usr") ? "/bin/python3" : "/bin/python");
        return new Environment(
                kind,
                name,
                prefix,
                Optional.empty(),
                Optional.of(interpreter),
                Optional.of(version),
                packages,
                Optional.of(CHANGED),
                Optional.empty(),
                kind == EnvironmentKind.CONDA ? Optional.of("conda activate " + name) : Optional.empty(),
                Arrays.stream(libraries)
                        .map(library -> new Environment.Library(
                                library.substring(0, library.indexOf(' ')),
                                library.substring(library.indexOf(' ') + 1)))
                        .toList(),
                name.equals("vision") ? List.of("vision (torch)") : List.of());
    }

    public static Survey survey(Survey.Stage stage, Environment... environments) {
        return new Survey(
                stage,
                Sample.NOW,
                List.of(environments),
                List.of(
                        new Meaning(Meaning.Shell.BARE, "python", Optional.empty()),
                        new Meaning(Meaning.Shell.BARE, "python3", Optional.of("/usr/bin/python3")),
                        new Meaning(Meaning.Shell.LOGIN, "python", Optional.of(ROOT + "/bin/python")),
                        new Meaning(Meaning.Shell.LOGIN, "python3", Optional.of(ROOT + "/bin/python3"))),
                List.of(),
                List.of(),
                Optional.of("/home/anthonyhu"),
                Optional.empty());
    }

    public static Survey unfinished() {
        return new Survey(
                Survey.Stage.DONE,
                Sample.NOW,
                List.of(system()),
                List.of(new Meaning(Meaning.Shell.BARE, "python3", Optional.of("/usr/bin/python3"))),
                List.of(
                        new Survey.Unfinished("login shell", "open terminal failed: not a terminal"),
                        new Survey.Unfinished("home", "not finished after 6 s")),
                List.of(),
                Optional.of("/home/anthonyhu"),
                Optional.empty());
    }

    public static Survey failed(String why) {
        return new Survey(
                Survey.Stage.FAILED,
                Sample.NOW,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(why));
    }

    public static Survey all() {
        return survey(
                Survey.Stage.DONE,
                vision(),
                base(),
                venv("detector"),
                withoutPython("tools"),
                broken("old", "its python is gone: /usr/bin/python3.9"),
                system());
    }

    public static Event found(HostAlias host, long revision, Survey survey) {
        return new Event.EnvironmentsFound(Sample.NOW, host, revision, survey);
    }

    public static PackageSet packages() {
        return new PackageSet(
                vision().prefix(),
                Optional.of("3.10.13"),
                "Linux",
                "x86_64",
                List.of(
                        InstalledPackage.conda("numpy", "1.26.0", "py310h5f9d8c6_0", "conda-forge"),
                        InstalledPackage.conda("openssl", "3.1.4", "hd590300_0", "conda-forge"),
                        InstalledPackage.pip("torch", "2.1.0+cu118"),
                        new InstalledPackage(
                                "vision-models",
                                "0.1",
                                InstalledPackage.Manager.PIP,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("file:///home/anthonyhu/code/vision"))));
    }

    /** What {@link #packages} are beside those of another machine. */
    public static Compared compared() {
        PackageSet other = new PackageSet(
                "/opt/vision",
                Optional.of("3.11.4"),
                "Linux",
                "x86_64",
                List.of(
                        InstalledPackage.conda("numpy", "1.26.0", "py311h64a7726_0", "conda-forge"),
                        InstalledPackage.conda("openssl", "3.1.4", "hd590300_0", "conda-forge"),
                        InstalledPackage.pip("torch", "2.1.2"),
                        InstalledPackage.pip("wandb", "0.16.0")));
        Comparison comparison = Comparison.of(packages(), other).between("direwolf:vision", "gpu07:vision");
        return new Compared(
                "direwolf:vision",
                "gpu07:vision",
                Optional.of(comparison),
                List.of(
                        "# python 3.10.13 is wanted and 3.11.4 is there: make a new environment",
                        "/opt/vision/bin/python -m pip install 'torch==2.1.0+cu118'"),
                Optional.empty());
    }

    public static Compared same() {
        return new Compared(
                "direwolf:vision",
                "gpu07:vision",
                Optional.of(Comparison.of(packages(), packages()).between("direwolf:vision", "gpu07:vision")),
                List.of(),
                Optional.empty());
    }

    /** Where rwtui was started. */
    public static RepositoryFacts repository() {
        return new RepositoryFacts(
                Optional.of("/home/me/code/vision"),
                "/home/me/code/vision/.git",
                "/home/me/code/vision/.git",
                Optional.empty(),
                new Head.Branch("main"),
                List.of(new Remote("origin", "git@github.com:anthonyhu/vision.git")));
    }

    public static Event repositoryRead() {
        return new Event.RepositoryRead(1, Optional.of(repository()), Optional.empty());
    }

    public static Event mapped(HostAlias host, long revision, Mapping mapping) {
        return new Event.MappingRead(host, revision, mapping);
    }

    /** With these repositories there of the same origin. */
    public static Survey withClones(String... paths) {
        Survey all = all();
        return new Survey(
                all.stage(),
                all.begun(),
                all.environments(),
                all.meanings(),
                all.unfinished(),
                List.of(paths),
                all.home(),
                all.failure());
    }

    /** Of a machine that has not told what {@code ~} is there. */
    public static Survey withoutHome() {
        Survey all = all();
        return new Survey(
                all.stage(),
                all.begun(),
                all.environments(),
                all.meanings(),
                all.unfinished(),
                all.clones(),
                Optional.empty(),
                all.failure());
    }

    public static Event listed(HostAlias host, Pythons.Listing listing) {
        return new Event.PackagesListed(new Pythons.Key(host, vision().key()), 1, listing);
    }
}
