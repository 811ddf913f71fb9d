package dev.rwtui.python.files;

import static dev.rwtui.python.files.Reading.LINUX;
import static dev.rwtui.python.files.Reading.packages;
import static dev.rwtui.python.files.Reading.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.python.model.Constraint;
import dev.rwtui.python.model.Requirements;
import dev.rwtui.python.model.Requirements.Kind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequirementFilesTest {

    private static Requirements read(SourceFile file) throws RequirementsException {
        return RequirementFiles.read(file, LINUX);
    }

    private static Optional<String> python(Requirements requirements) {
        return requirements.python().map(Constraint::words);
    }

    @Test
    void anEnvironmentYmlAsksForPackagesOfBothKinds() throws RequirementsException {
        Requirements requirements = read(sample("environment.yml"));

        assertThat(requirements.kind()).isEqualTo(Kind.WANTS);
        assertThat(python(requirements)).contains("=3.10");
        assertThat(packages(requirements, LINUX))
                .containsExactly(
                        "7 pip",
                        "8 numpy >=1.21,<2",
                        "9 opencv",
                        "10 pytorch =2.1.*=*cuda*",
                        "11 pytorch-cuda =11.8",
                        "13 tensorboard ==2.15.1",
                        "15 segment_anything git+https://github.com/facebookresearch/segment-anything.git@main#egg=segment_anything",
                        "16 einops");
        assertThat(requirements.notes())
                .containsExactly(
                        "environment.yml:14: requirements-extra.txt is not read: what it asks for is not compared");
    }

    @Test
    void anExportedEnvironmentYmlIsALock() throws RequirementsException {
        Requirements requirements = read(sample("exported.yml"));

        assertThat(requirements.kind()).isEqualTo(Kind.LOCK);
        assertThat(python(requirements)).contains("3.10.13");
        assertThat(packages(requirements, LINUX))
                .containsExactly(
                        "5 _libgcc_mutex 0.1",
                        "6 libgcc-ng 13.2.0",
                        "7 numpy 1.26.4",
                        "8 openssl 3.2.1",
                        "11 torch ==2.1.0+cu118");
    }

    @Test
    void aRequirementsTxtIsReadLineByLine() throws RequirementsException {
        Map<String, String> others = Map.of(
                "code/common/base.txt", "-r ../requirements.txt\n-r more.txt\neinops\n",
                "code/constraints.txt", "tqdm<4.66\nunasked==1\n");
        SourceFile file = new SourceFile("code/requirements.txt", Reading.text("requirements.txt"));

        Requirements requirements =
                RequirementFiles.read(file, LINUX.including(path -> Optional.ofNullable(others.get(path))));

        assertThat(requirements.kind()).isEqualTo(Kind.WANTS);
        assertThat(packages(requirements, LINUX))
                .containsExactly(
                        "3 einops",
                        "5 torch ==2.1.0+cu118",
                        "6 torchvision == 0.16.0+cu118",
                        "7 tqdm >=4.60, <5",
                        "9 tensorboard ~= 2.15",
                        "10 pywin32, not here",
                        "11 segment-anything git+https://github.com/facebookresearch/segment-anything.git@6fdee8f",
                        "12 detectron2 https://files.example.org/wheels/detectron2-0.6-cp310-cp310-linux_x86_64.whl",
                        "13 clip git+https://github.com/openai/CLIP.git#egg=clip",
                        "1 tqdm <4.66");
        assertThat(requirements.notes())
                .containsExactly(
                        "code/requirements.txt:2: --extra-index-url is not compared",
                        "code/common/base.txt:1: ../requirements.txt is not read: what it asks for is not compared",
                        "code/common/base.txt:2: more.txt is not read: what it asks for is not compared",
                        "code/requirements.txt:14: left out: a directory or repository that does not say its package's name",
                        "code/requirements.txt:15: left out: no name and version that pip's syntax knows",
                        "code/requirements.txt:16: left out: no name and version that pip's syntax knows");
    }

    @Test
    void aSecretOfAnIndexIsNeverSaid() throws RequirementsException {
        assertThat(read(sample("requirements.txt")).notes()).noneMatch(note -> note.contains("secret"));
    }

    @Test
    void filesThatNameEachOtherEnd() throws RequirementsException {
        SourceFile file = new SourceFile("a.txt", "-r b.txt\nx\n");

        Requirements requirements = RequirementFiles.read(
                file, LINUX.including(path -> Optional.of("-r a.txt\n-r b.txt\n-r c" + path + "\n")));

        assertThat(packages(requirements, LINUX)).containsExactly("2 x");
        assertThat(requirements.notes()).hasSize(1);
    }

    @Test
    void aCompiledRequirementsTxtIsALock() throws RequirementsException {
        Requirements requirements = read(sample("compiled.txt"));

        assertThat(requirements.kind()).isEqualTo(Kind.LOCK);
        assertThat(packages(requirements, LINUX)).containsExactly("3 numpy ==1.26.4", "9 torch ==2.1.0");
        assertThat(requirements.notes()).isEmpty();
    }

    @Test
    void aPyprojectAsksForTheDependenciesOfTheProject() throws RequirementsException {
        Requirements requirements = read(sample("pyproject.toml"));

        assertThat(requirements.kind()).isEqualTo(Kind.WANTS);
        assertThat(python(requirements)).contains(">=3.10,<3.13");
        assertThat(packages(requirements, LINUX))
                .containsExactly(
                        "10 torch >=2.1",
                        "11 numpy >=1.21,<2",
                        "12 segment-anything git+https://github.com/facebookresearch/segment-anything@6fdee8f",
                        "13 triton >=2.1");
        assertThat(requirements.notes())
                .containsExactly(
                        "pyproject.toml:14: left out, since PEP 508 does not know it: what is this",
                        "pyproject.toml:17: optional-dependencies is not compared: extra demo",
                        "pyproject.toml:20: dependency-groups is not compared: group dev, docs",
                        "pyproject.toml:33: tool.pixi is not compared: section workspace");
    }

    @Test
    void aPyprojectOfPoetryAsksInItsOwnWords() throws RequirementsException {
        Requirements requirements = read(sample("poetry.toml"));

        assertThat(python(requirements)).contains("^3.10");
        assertThat(packages(requirements, LINUX))
                .containsExactly(
                        "9 torch ~2.1",
                        "10 numpy ^1.21.2",
                        "11 tqdm",
                        "12 einops 0.7.*",
                        "13 pyyaml >=5.4,<7 || ^8",
                        "14 segment-anything git+https://github.com/facebookresearch/segment-anything.git@6fdee8f",
                        "15 helpers ../helpers",
                        "17 pywin32 >=300, not here",
                        "18 scipy <1.11, not here",
                        "18 scipy >=1.11");
        assertThat(requirements.notes())
                .containsExactly(
                        "poetry.toml:16: gradio is optional and not compared",
                        "poetry.toml:22: odd is left out: its version is none that poetry knows",
                        "poetry.toml:24: tool.poetry.group is not compared: group dev");
    }

    @Test
    void aLockOfUvIsWalkedFromTheProject() throws RequirementsException {
        Requirements requirements = read(sample("uv.lock"));

        assertThat(requirements.kind()).isEqualTo(Kind.LOCK);
        assertThat(python(requirements)).contains(">=3.10");
        assertThat(packages(requirements, LINUX))
                .containsExactlyInAnyOrder(
                        "62 segment-anything git+https://github.com/facebookresearch/segment-anything@6fdee8f2727f4506cfbbe553e23b895e27956588",
                        "75 torch 2.1.0+cu118",
                        "32 numpy 1.26.4",
                        "90 triton 2.1.0",
                        "70 opt-einsum 3.3.0",
                        "19 gradio 4.44.0, if there",
                        "48 pillow 10.4.0, if there",
                        "53 pytest 8.3.2, if there",
                        "27 iniconfig 2.0.0, if there",
                        "95 vision, if there");
        assertThat(requirements.notes())
                .containsExactly(
                        "The extra demo is compared where its packages are installed",
                        "The group dev is compared where its packages are installed");
    }

    @ParameterizedTest
    @CsvSource({"3.12.1, Darwin, arm64, numpy 2.1.0, triton", "3.10.1, Linux, aarch64, numpy 1.26.4, triton"})
    void whatALockOfUvLeadsToDependsOnTheMachine(
            String python, String system, String machine, String present, String absent) throws RequirementsException {
        Setting setting = Reading.setting(python, system, machine);

        assertThat(packages(RequirementFiles.read(sample("uv.lock"), setting), setting))
                .anyMatch(line -> line.contains(present))
                .noneMatch(line -> line.contains(absent));
    }

    @Test
    void aLockOfPoetry2SaysGroupsAndMarkers() throws RequirementsException {
        Requirements requirements = read(sample("poetry-2.lock"));

        assertThat(requirements.kind()).isEqualTo(Kind.LOCK);
        assertThat(python(requirements)).contains("^3.10");
        assertThat(packages(requirements, LINUX))
                .containsExactly(
                        "4 colorama 0.4.6, not here",
                        "16 gradio 4.44.0, if there, not here",
                        "26 pytest 8.3.2, if there",
                        "35 segment-anything git+https://github.com/facebookresearch/segment-anything.git@6fdee8f2727f4506cfbbe553e23b895e27956588",
                        "51 torch 2.1.0+cu118",
                        "65 triton 2.1.0");
        assertThat(requirements.notes()).containsExactly("The group dev is compared where its packages are installed");
    }

    @Test
    void aLockOfPoetry1IsReadByItsEdges() throws RequirementsException {
        Requirements requirements = read(sample("poetry-1.lock"));

        assertThat(packages(requirements, LINUX)).containsExactly("4 click 8.1.7", "15 colorama 0.4.6, if there");
        assertThat(requirements.notes()).hasSize(1);
    }

    @Test
    void aLockOfCondaIsReadForThePlatformThatIsThere() throws RequirementsException {
        Requirements requirements = read(sample("conda-lock.yml"));

        assertThat(requirements.kind()).isEqualTo(Kind.LOCK);
        assertThat(python(requirements)).contains("3.10.13");
        assertThat(packages(requirements, LINUX))
                .containsExactly(
                        "16 libgcc-ng 13.2.0", "28 numpy 1.26.4", "59 pytest 8.3.2, if there", "69 einops 0.7.0");
        assertThat(requirements.packages().get(1).constraint())
                .isEqualTo(CondaUrl.parse(
                                "https://conda.anaconda.org/conda-forge/linux-64/numpy-1.26.4-py310hb13e2d6_0.conda")
                        .orElseThrow()
                        .constraint());
    }

    @Test
    void aLockOfCondaForOtherPlatformsAloneIsRefused() {
        Setting power = Reading.setting("3.10.13", "Linux", "ppc64le");

        assertThatThrownBy(() -> RequirementFiles.read(sample("conda-lock.yml"), power))
                .isInstanceOf(RequirementsException.class)
                .hasMessage("conda-lock.yml: is for linux-64, osx-arm64, the environment is on linux-ppc64le");
    }

    @Test
    void anExplicitListIsOfAddresses() throws RequirementsException {
        Requirements requirements = read(sample("explicit.txt"));

        assertThat(requirements.kind()).isEqualTo(Kind.LOCK);
        assertThat(python(requirements)).contains("3.10.13");
        assertThat(packages(requirements, LINUX))
                .containsExactly(
                        "6 libgcc-ng 13.2.0", "8 ca-certificates 2024.3.11", "9 six 1.16.0", "10 einops 0.7.0");
        assertThat(requirements.toString()).doesNotContain("secret").doesNotContain("tk-123");
    }

    @Test
    void anExplicitListForAnotherPlatformIsRefused() {
        Setting mac = Reading.setting("3.10.13", "Darwin", "arm64");

        assertThatThrownBy(() -> RequirementFiles.read(sample("explicit.txt"), mac))
                .hasMessage("explicit.txt:3: is for linux-64, the environment is on osx-arm64");
    }

    @ParameterizedTest
    @CsvSource({
        "uv.lock, what.toml",
        "poetry-2.lock, lock",
        "conda-lock.yml, locked.yaml",
        "environment.yml, env",
        "pyproject.toml, project",
        "explicit.txt, spec.lock",
        "compiled.txt, requirements.lock"
    })
    void aFileOfAnotherNameIsKnownByItsText(String sample, String name) throws RequirementsException {
        Requirements named = read(sample(sample));

        Requirements unnamed = read(new SourceFile(name, Reading.text(sample)));

        assertThat(unnamed.packages()).isEqualTo(named.packages());
        assertThat(unnamed.title()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "settings.yml", "settings.toml"})
    void whatIsNoneOfThemIsRefused(String name) {
        String text = name.endsWith("toml") ? "colour = \"red\"" : "colour: red";

        assertThatThrownBy(() -> Reading.read(name, text))
                .isInstanceOf(RequirementsException.class)
                .hasMessageStartingWith(name + ": is neither environment.yml, requirements.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "environment.yml | dependencies:;  - numpy;  - {broken | environment.yml:4: ",
                "environment.yml | dependencies:;  - numpy;dependencies:;  - torch | environment.yml:3: ",
                "environment.yml | dependencies:;  - numpy >=;  - torch | environment.yml:2: conda would not understand: numpy >=",
                "environment.yml | x: &a [numpy];dependencies: *a | environment.yml:2: refers to another part with *a",
                "uv.lock | version = 1;[[package]];name = 'a | uv.lock:3: ",
                "pyproject.toml | [project];name = 'a';name = 'b' | pyproject.toml:4: ",
                "uv.lock | version = 1;[[package]];version = '1' | uv.lock: a package without a name",
                "uv.lock | version = 1;[[package]];name = 'a';version = '1' | uv.lock: has no project of its own",
                "conda-lock.yml | package:;- version: 1 | conda-lock.yml:2: a package without a name",
                "list.txt | @EXPLICIT;numpy | list.txt:2: is no address of a conda package",
                "pixi.lock | version: 6 | pixi.lock: rwtui does not read this kind of lock",
            })
    void aMalformedFileIsRefusedWithItsPlace(String name, String text, String message) {
        assertThatThrownBy(() -> Reading.read(name, text.split(";")))
                .isInstanceOf(RequirementsException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "x.yml, 'dependencies: ', '[', ']'",
        "x.yml, 'dependencies: ', '{a: ', '}'",
        "pyproject.toml, 'a = ', '[', ']'",
        "pyproject.toml, 'a = ', '{b=', '}'",
        "pyproject.toml, 'x', '.x', '=1'",
        "pyproject.toml, '[x', '.x', ']'",
    })
    void endlessNestingIsRefused(String name, String begin, String open, String close) {
        int times = 100_000;
        String end = close.length() == 1 && !begin.startsWith("[") ? close.repeat(times) : close;

        assertThatThrownBy(() -> Reading.read(name, begin + open.repeat(times) + end))
                .isInstanceOf(RequirementsException.class);
    }

    @Test
    void aBombOfAliasesIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }

        assertThatThrownBy(() -> Reading.read("x.yml", bomb + "dependencies: *a39"))
                .hasMessageStartingWith("x.yml:2: refers to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "\u0007",
                "\ud800",
                "\ufeff",
                "%YAML 9.9\n---\n",
                "--- a\n--- b",
                "!!javax.script.ScriptEngineManager [x]"
            })
    void oddTextIsRefusedAndNoAccident(String text) {
        for (String name : new String[] {"environment.yml", "uv.lock", "what"}) {
            assertThatThrownBy(() -> Reading.read(name, text)).isInstanceOf(RequirementsException.class);
        }
    }
}
