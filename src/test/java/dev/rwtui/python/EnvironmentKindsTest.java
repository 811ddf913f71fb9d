package dev.rwtui.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.python.model.Survey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of environment in one home, each as its tool lays it out. */
@Timeout(60)
final class EnvironmentKindsTest {

    private static final String NONE = "";

    @TempDir
    Path temporary;

    /** Paths below the home; {@code ~} in an activation stands for the home. */
    private record Row(
            String prefix, EnvironmentKind kind, String name, String project, String version, String activation) {}

    private static final List<Row> ROWS = List.of(
            row(".conda/envs/cluster", EnvironmentKind.CONDA, "cluster", NONE, "3.9.7", "conda activate cluster"),
            row(".conda/envs/quick", EnvironmentKind.MICROMAMBA, "quick", NONE, "3.9.8", "micromamba activate quick"),
            row("miniforge3", EnvironmentKind.CONDA, "base", NONE, "3.12.1", "conda activate base"),
            row("miniforge3/envs/nlp", EnvironmentKind.CONDA, "nlp", NONE, "3.10.13", "conda activate nlp"),
            row("miniforge3/envs/r-only", EnvironmentKind.CONDA, "r-only", NONE, NONE, "conda activate r-only"),
            row("data/conda envs/big", EnvironmentKind.CONDA, "big", NONE, "3.9.1", "conda activate big"),
            row("data/inline/small", EnvironmentKind.CONDA, "small", NONE, "3.9.2", "conda activate small"),
            row(
                    "deep/er/still/listed",
                    EnvironmentKind.CONDA,
                    "~/deep/er/still/listed",
                    NONE,
                    "3.8.1",
                    "conda activate ~/deep/er/still/listed"),
            row("micromamba/envs/mm", EnvironmentKind.MICROMAMBA, "mm", NONE, "3.11.3", "micromamba activate mm"),
            row("micromamba/envs/nn", EnvironmentKind.MICROMAMBA, "nn", NONE, "3.11.4", "micromamba activate nn"),
            row(
                    "work/seg/.pixi/envs/default",
                    EnvironmentKind.PIXI,
                    "seg",
                    "work/seg",
                    "3.12.2",
                    "pixi shell --manifest-path ~/work/seg/pyproject.toml -e default"),
            row(".pixi/envs/tool", EnvironmentKind.PIXI, "tool", NONE, "3.12.3", NONE),
            row("code/uv/.venv", EnvironmentKind.UV, "uv", "code/uv", "3.12.3", ". ~/code/uv/.venv/bin/activate"),
            row(
                    ".local/share/uv/tools/ruff",
                    EnvironmentKind.UV,
                    "ruff",
                    NONE,
                    "3.12.3",
                    ". ~/.local/share/uv/tools/ruff/bin/activate"),
            row(
                    ".local/share/uv/python/cpython-3.12.3-linux-x86_64-gnu",
                    EnvironmentKind.UV_PYTHON,
                    "cpython-3.12.3-linux-x86_64-gnu",
                    NONE,
                    "3.12.3",
                    "export PATH=~/.local/share/uv/python/cpython-3.12.3-linux-x86_64-gnu/bin:\"$PATH\""),
            row(
                    ".cache/pypoetry/virtualenvs/demo-AbC-py3.10",
                    EnvironmentKind.POETRY,
                    "demo-AbC-py3.10",
                    NONE,
                    "3.10.9",
                    ". ~/.cache/pypoetry/virtualenvs/demo-AbC-py3.10/bin/activate"),
            row("poet/.venv", EnvironmentKind.POETRY, "poet", "poet", "3.10.9", ". ~/poet/.venv/bin/activate"),
            row(
                    ".local/share/virtualenvs/web-Xy12",
                    EnvironmentKind.PIPENV,
                    "web-Xy12",
                    "web",
                    "3.10.9",
                    ". ~/.local/share/virtualenvs/web-Xy12/bin/activate"),
            row(
                    ".local/share/hatch/env/virtual/lib/h4sh/lib",
                    EnvironmentKind.HATCH,
                    "lib",
                    NONE,
                    "3.10.9",
                    ". ~/.local/share/hatch/env/virtual/lib/h4sh/lib/bin/activate"),
            row(
                    ".local/share/hatch/env/virtual/lib/h4sh/docs",
                    EnvironmentKind.HATCH,
                    "lib/docs",
                    NONE,
                    "3.10.9",
                    ". ~/.local/share/hatch/env/virtual/lib/h4sh/docs/bin/activate"),
            row(
                    ".virtualenvs/old",
                    EnvironmentKind.VIRTUALENVWRAPPER,
                    "old",
                    "src/old",
                    "3.6.9",
                    ". ~/.virtualenvs/old/bin/activate"),
            row("venvs/one", EnvironmentKind.VENV, "one", NONE, "3.10.9", ". ~/venvs/one/bin/activate"),
            row("Envs/two", EnvironmentKind.VIRTUALENV, "two", NONE, "3.10.9", ". ~/Envs/two/bin/activate"),
            row("a/b/c/.venv", EnvironmentKind.VENV, "c", "a/b/c", "3.10.9", ". ~/a/b/c/.venv/bin/activate"),
            row(".pyenv/versions/3.10.4", EnvironmentKind.PYENV, "3.10.4", NONE, "3.10.4", "pyenv shell 3.10.4"),
            row(
                    ".pyenv/versions/3.10.4/envs/pv",
                    EnvironmentKind.PYENV_VIRTUALENV,
                    "pv",
                    NONE,
                    "3.10.4",
                    ". ~/.pyenv/versions/3.10.4/envs/pv/bin/activate"),
            row(
                    ".asdf/installs/python/3.11.8",
                    EnvironmentKind.ASDF,
                    "3.11.8",
                    NONE,
                    "3.11.8",
                    "export PATH=~/.asdf/installs/python/3.11.8/bin:\"$PATH\""),
            row(
                    ".local/share/mise/installs/python/3.12.4",
                    EnvironmentKind.MISE,
                    "3.12.4",
                    NONE,
                    "3.12.4",
                    "mise shell python@3.12.4"));

    private static Row row(
            String prefix, EnvironmentKind kind, String name, String project, String version, String activation) {
        return new Row(prefix, kind, name, project, version, activation);
    }

    @TestFactory
    Stream<DynamicTest> eachIsFoundOnceAsWhatItIs() throws IOException {
        Machine machine = new Machine(temporary.toRealPath());
        furnish(machine);
        Survey survey = machine.survey();
        machine.close();
        String home = machine.home.toString();
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(row.prefix(), () -> {
                    Environment found = machine.at(survey, row.prefix());
                    assertThat(found.kind()).isEqualTo(row.kind());
                    assertThat(found.name()).isEqualTo(row.name().replace("~", home));
                    assertThat(found.project()).isEqualTo(given(row.project()).map(path -> home + "/" + path));
                    assertThat(found.version()).isEqualTo(given(row.version()));
                    assertThat(found.activation())
                            .isEqualTo(given(row.activation().replace("~", home)));
                    assertThat(found.fault())
                            .isEqualTo(row.version().isEmpty() ? Optional.of("it has no python") : Optional.empty());
                }));
    }

    @Test
    void linksToTheSameOneAreNoMoreEnvironments() throws IOException {
        try (Machine machine = new Machine(temporary.toRealPath())) {
            furnish(machine);

            assertThat(machine.survey().environments())
                    .extracting(Environment::prefix)
                    .filteredOn(prefix -> prefix.startsWith(machine.home.toString()))
                    .hasSize(ROWS.size());
        }
    }

    @Test
    void aRepositorysOwnComeFirst() throws IOException {
        try (Machine machine = new Machine(temporary.toRealPath())) {
            furnish(machine);
            SurveyWish wish = new SurveyWish(Optional.of("~/x/y/z/far/repo"), List.of(), String::equals);
            machine.venv("x/y/z/far/repo/special env", "version = 3.10.9\n");
            machine.conda("x/y/z/far/repo/.pixi/envs/cuda", "python-3.12.2-0_0");

            Survey survey = machine.survey(wish, Duration.ofSeconds(30));

            assertThat(survey.environments().subList(0, 2))
                    .extracting(Environment::prefix)
                    .containsExactlyInAnyOrder(
                            machine.home + "/x/y/z/far/repo/special env",
                            machine.home + "/x/y/z/far/repo/.pixi/envs/cuda");
        }
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void furnish(Machine machine) {
        furnishConda(machine);
        furnishVenvs(machine);
        furnishInstallations(machine);
    }

    private static void furnishConda(Machine machine) {
        machine.conda("miniforge3", "python-3.12.1-hab00c5b_1_cpython");
        machine.program("miniforge3/bin/conda", "#!/bin/sh\n");
        machine.file("miniforge3/.condarc", "envs_dirs: [ '~/data/inline' , /nowhere ]\nchannels: [x]\n");
        machine.conda("miniforge3/envs/nlp", "python-3.10.13-0_0");
        machine.conda("miniforge3/envs/r-only", "r-base-4.3.1-0_0");
        machine.file(
                ".condarc",
                "channels:\n  - conda-forge\nenvs_dirs:\n  # mine\n  - ~/data/conda envs # big disk\nx: 1\n");
        machine.conda("data/conda envs/big", "python-3.9.1-0_0");
        machine.conda("data/inline/small", "python-3.9.2-0_0");
        machine.conda("deep/er/still/listed", "python-3.8.1-0_0");
        machine.file(".conda/environments.txt", machine.home + "/deep/er/still/listed\n/gone/long/ago\n");
        machine.file("work/seg/pyproject.toml", "");
        machine.conda(".conda/envs/cluster", "python-3.9.7-0_0");
        machine.conda(".conda/envs/quick", "python-3.9.8-0_0");
        machine.file(
                ".conda/envs/quick/conda-meta/history", "==> now <==\n# cmd: /opt/bin/micromamba create -n quick\n");
        machine.conda("micromamba/envs/mm", "python-3.11.3-0_0");
        machine.conda("micromamba/envs/nn", "python-3.11.4-0_0");
        machine.conda("work/seg/.pixi/envs/default", "python-3.12.2-0_0");
        machine.conda(".pixi/envs/tool", "python-3.12.3-0_0");
    }

    private static void furnishVenvs(Machine machine) {
        String config = "home = /usr/bin\nversion = 3.10.9\n";
        machine.venv("code/uv/.venv", "home = /usr/bin\nimplementation = CPython\nuv = 0.4.1\nversion_info = 3.12.3\n");
        machine.venv(".local/share/uv/tools/ruff", "uv = 0.4.1\nversion_info = 3.12.3\n");
        machine.venv(".cache/pypoetry/virtualenvs/demo-AbC-py3.10", config);
        machine.venv("poet/.venv", config);
        machine.file("poet/poetry.lock", "");
        machine.venv(".local/share/virtualenvs/web-Xy12", config);
        machine.file(".local/share/virtualenvs/web-Xy12/.project", machine.home + "/web");
        machine.venv(".local/share/hatch/env/virtual/lib/h4sh/lib", config);
        machine.venv(".local/share/hatch/env/virtual/lib/h4sh/docs", config);
        machine.venv(".virtualenvs/old", "virtualenv = 20.1.0\nversion_info = 3.6.9.final.0\n");
        machine.file(".virtualenvs/old/.project", machine.home + "/src/old\n");
        machine.venv("venvs/one", config);
        machine.venv("Envs/two", config + "virtualenv = 20.1.0");
        machine.venv("a/b/c/.venv", config);
    }

    private static void furnishInstallations(Machine machine) {
        for (String python : List.of(
                ".pyenv/versions/3.10.4",
                ".asdf/installs/python/3.11.8",
                ".local/share/mise/installs/python/3.12.4",
                ".local/share/uv/python/cpython-3.12.3-linux-x86_64-gnu")) {
            machine.program(python + "/bin/python3", "#!/bin/sh\nexit 1\n");
        }
        machine.venv(".pyenv/versions/3.10.4/envs/pv", "version = 3.10.4\n");
        machine.link(".pyenv/versions/pv", machine.home + "/.pyenv/versions/3.10.4/envs/pv");
        machine.link(".local/share/mise/installs/python/3.12", "./3.12.4");
        machine.link(".local/share/mise/installs/python/latest", "./3.12.4");
    }
}
