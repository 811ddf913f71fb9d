package dev.rwtui.python.remedy;

import static dev.rwtui.python.model.InstalledPackage.conda;
import static dev.rwtui.python.model.InstalledPackage.pip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.python.model.Comparison;
import dev.rwtui.python.model.CondaSpec;
import dev.rwtui.python.model.Constraint;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.python.model.InstalledPackage;
import dev.rwtui.python.model.InstalledPackage.Manager;
import dev.rwtui.python.model.PackageSet;
import dev.rwtui.python.model.Requirement;
import dev.rwtui.python.model.Requirements;
import dev.rwtui.python.model.Requirements.Kind;
import dev.rwtui.python.model.Specifiers;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RemedyTest {

    private static PackageSet set(String python, InstalledPackage... packages) {
        return new PackageSet("/env", Optional.of(python), "Linux", "x86_64", List.of(packages));
    }

    private static Environment target(EnvironmentKind kind, String prefix, String activation) {
        return new Environment(
                kind,
                "vision",
                prefix,
                Optional.empty(),
                Optional.of(prefix + "/bin/python"),
                Optional.of("3.10.13"),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(activation).filter(line -> !line.isEmpty()),
                List.of(),
                List.of());
    }

    private static Environment venv() {
        return target(EnvironmentKind.VENV, "/env", "");
    }

    private static Environment ofConda() {
        return target(EnvironmentKind.CONDA, "/opt/envs/vision", "conda activate vision");
    }

    private static List<String> remedy(PackageSet wanted, PackageSet there, Environment target) {
        return Remedy.commands(Comparison.of(wanted, there), target);
    }

    private static List<String> wished(Environment target, Requirement... wishes) {
        Requirements wanted = new Requirements("f", Kind.WANTS, Optional.empty(), List.of(wishes), List.of());
        return Remedy.commands(Comparison.of(set("3.10.13"), wanted), target);
    }

    @ParameterizedTest
    @EnumSource(EnvironmentKind.class)
    void whatIsTheSameNeedsNothing(EnvironmentKind kind) {
        assertThat(remedy(set("3.10.13", pip("a", "1")), set("3.10.13", pip("a", "1")), target(kind, "/env", "x")))
                .isEmpty();
    }

    @Test
    void anEnvironmentOfPipIsMendedByItsOwnPython() {
        List<String> commands = remedy(
                set("3.10.13", pip("a", "1.0"), pip("b", "2.0"), pip("torch", "2.1.0+cu118")),
                set("3.10.13", pip("b", "1.0"), pip("c", "1.0"), pip("pip", "24.0")),
                target(EnvironmentKind.VENV, "/home/me/my env", ""));

        assertThat(commands)
                .containsExactly(
                        "'/home/me/my env/bin/python' -m pip install --no-deps 'a==1.0' 'b==2.0'",
                        "'/home/me/my env/bin/python' -m pip install --no-deps --extra-index-url"
                                + " https://download.pytorch.org/whl/cu118 'torch==2.1.0+cu118'",
                        "'/home/me/my env/bin/python' -m pip uninstall -y c");
    }

    @Test
    void anEnvironmentOfUvIsMendedByUv() {
        List<String> commands = remedy(
                set("3.10.13", pip("a", "1")), set("3.10.13", pip("c", "1")), target(EnvironmentKind.UV, "/env", ""));

        assertThat(commands)
                .containsExactly(
                        "uv pip install -p /env/bin/python --no-deps 'a==1'", "uv pip uninstall -p /env/bin/python c");
    }

    @ParameterizedTest
    @CsvSource({"CONDA, conda", "MICROMAMBA, micromamba"})
    void anEnvironmentOfCondaIsMendedByConda(EnvironmentKind kind, String program) {
        List<String> commands = remedy(
                set(
                        "3.10.13",
                        conda("numpy", "1.21.0", "py310h1_0", "conda-forge"),
                        conda("openssl", "3.0", "h1_0", "pkgs/main"),
                        pip("einops", "0.7")),
                set(
                        "3.10.13",
                        conda("numpy", "1.22.0", "py310h2_0", "conda-forge"),
                        conda("c", "1", "0", "conda-forge")),
                target(kind, "/opt/envs/vision", "eval it"));

        assertThat(commands)
                .containsExactly(
                        "eval it",
                        program + " install -p /opt/envs/vision -c conda-forge -c defaults"
                                + " 'numpy=1.21.0=py310h1_0' 'openssl=3.0=h1_0'",
                        "/opt/envs/vision/bin/python -m pip install --no-deps 'einops==0.7'",
                        program + " remove -p /opt/envs/vision c");
    }

    @Test
    void whatCondaHasInstalledPipDoesNotOverwrite() {
        PackageSet there = set("3.10.13", conda("numpy", "1.22.0", "py310h2_0", "conda-forge"));

        assertThat(remedy(set("3.10.13", pip("numpy", "1.21.0")), there, ofConda()))
                .containsExactly(
                        "conda activate vision", "conda install -p /opt/envs/vision -c conda-forge 'numpy=1.21.0'");
    }

    @Test
    void condasPackagesHaveOtherNamesForPip() {
        PackageSet wanted = set(
                "3.10.13",
                conda("pytorch", "2.1.0", "py3.10_cuda11.8_cudnn8.7.0_0", "pytorch"),
                conda("libgcc-ng", "13", "h1_0", "conda-forge"));

        assertThat(remedy(wanted, set("3.10.13"), venv()))
                .containsExactly("/env/bin/python -m pip install --no-deps 'torch==2.1.0'");
    }

    @Test
    void anotherPythonIsSaidFirst() {
        List<String> commands = remedy(set("3.11.4", pip("a", "1")), set("3.10.13"), venv());

        assertThat(commands)
                .containsExactly(
                        "# python 3.10.13 there, 3.11.4 wanted: make a new environment",
                        "/env/bin/python -m pip install --no-deps 'a==1'");
    }

    @Test
    void condaCanRaiseTheLastNumberOfPython() {
        assertThat(remedy(set("3.10.14"), set("3.10.13"), ofConda()))
                .containsExactly("conda activate vision", "conda install -p /opt/envs/vision 'python=3.10.14'");
    }

    @Test
    void wishesAreGivenAsTheyAreAndTheirDependenciesFound() {
        Constraint range = Constraint.Pep440.of(Specifiers.parse(">=1.21, <2").orElseThrow());

        assertThat(wished(
                        venv(),
                        Requirement.of("numpy", range, 1),
                        Requirement.of(
                                "opencv",
                                new Constraint.Conda(
                                        CondaSpec.parse("opencv=4.8").orElseThrow()),
                                1),
                        Requirement.of("sam", new Constraint.Url("git+https://example.org/sam@main"), 1),
                        Requirement.of("local", new Constraint.Url("./local"), 1)))
                .containsExactly(
                        "# local ./local / -: no command for that",
                        "/env/bin/python -m pip install 'numpy>=1.21,<2' 'opencv-python==4.8.*'"
                                + " 'sam @ git+https://example.org/sam@main'");
    }

    @Test
    void wishesOfCondaKeepTheirWords() {
        Constraint spec = new Constraint.Conda(
                CondaSpec.parse("conda-forge::opencv >=4.8,<5").orElseThrow());

        assertThat(wished(ofConda(), Requirement.of("opencv", spec, 1)))
                .containsExactly(
                        "conda activate vision",
                        "conda install -p /opt/envs/vision -c conda-forge 'conda-forge::opencv >=4.8,<5'");
    }

    @Test
    void manyPackagesAreManyCommands() {
        InstalledPackage[] many =
                IntStream.range(0, 201).mapToObj(i -> pip("p" + i, "1")).toArray(InstalledPackage[]::new);

        assertThat(remedy(set("3.10.13", many), set("3.10.13"), venv()))
                .hasSize(3)
                .allMatch(line -> line.split("==").length <= 101);
    }

    @Test
    void toolsAreNeverRemoved() {
        PackageSet there =
                set("3.10.13", pip("pip", "24"), pip("setuptools", "65"), pip("wheel", "0.4"), pip("conda", "24"));

        assertThat(remedy(set("3.10.13", pip("a", "1")), there, venv()))
                .containsExactly("/env/bin/python -m pip install --no-deps 'a==1'");
    }

    @Test
    void whatAnotherToolManagesIsSaid() {
        assertThat(remedy(set("3.10.13", pip("a", "1")), set("3.10.13"), target(EnvironmentKind.PIXI, "/env", ""))
                        .get(0))
                .isEqualTo("# pixi undoes what pip does here: change the manifest and run pixi install");
    }

    @Test
    void withoutAPythonPipCannotRun() {
        Environment bare = new Environment(
                EnvironmentKind.CONDA,
                "bare",
                "/bare",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());

        assertThat(remedy(set("3.10.13", pip("a", "1")), set("3.10.13"), bare))
                .containsExactly("# there is no python in /bare: install one first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-r/etc/passwd", "--index-url=http://x", "a b", "a\nrm -rf ~", "$(id)", "a;id", "a\u202eb", "-"})
    void aNameThatIsNoneIsNeverPartOfACommand(String name) {
        for (Environment target : List.of(venv(), ofConda())) {
            List<String> commands = remedy(
                    set("3.10.13", pip(name, "1"), conda(name + "c", "1", "0", "forge")),
                    set("3.10.13", pip(name + "x", "1")),
                    target);

            assertThat(commands)
                    .allMatch(line -> line.startsWith("# ") && line.lines().count() == 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1;id, 'a==1;id'", "$(id), 'a==$(id)'", "`id`, 'a==`id`'"})
    void aVersionIsOneWordWhateverItSays(String version, String word) {
        assertThat(remedy(set("3.10.13", pip("a", version)), set("3.10.13"), venv()))
                .containsExactly("/env/bin/python -m pip install --no-deps '" + word + "'");
    }

    @Test
    void aQuoteInAVersionIsQuoted() {
        assertThat(remedy(set("3.10.13", pip("a", "1'id'")), set("3.10.13"), venv()))
                .containsExactly("/env/bin/python -m pip install --no-deps 'a==1'\\''id'\\'''");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/env\nid", "/env\u001b[2J", "/env\u2028x"})
    void aPrefixOfSeveralLinesGetsNoCommand(String prefix) {
        List<String> commands =
                remedy(set("3.10.13", pip("a", "1")), set("3.10.13"), target(EnvironmentKind.VENV, prefix, ""));

        assertThat(commands)
                .hasSize(1)
                .allMatch(
                        line -> line.startsWith("# no command") && line.lines().count() == 1);
    }

    @Test
    void anActivationOfSeveralLinesIsLeftOut() {
        Environment target = target(EnvironmentKind.CONDA, "/env", "conda activate x\nid");

        assertThat(remedy(set("3.10.13", pip("a", "1")), set("3.10.13"), target))
                .containsExactly("/env/bin/python -m pip install --no-deps 'a==1'");
    }

    @Test
    void aRepositoryThatAnotherEnvironmentHasIsInstalledFromThere() {
        String origin = "git+https://github.com/o/lib@" + "a".repeat(40);
        InstalledPackage lib =
                new InstalledPackage("lib", "1", Manager.PIP, Optional.empty(), Optional.empty(), Optional.of(origin));

        assertThat(remedy(set("3.10.13", lib), set("3.10.13"), venv()))
                .containsExactly("/env/bin/python -m pip install --no-deps 'lib @ " + origin + "'");
    }
}
