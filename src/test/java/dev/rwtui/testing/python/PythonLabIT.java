package dev.rwtui.testing.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.python.model.EnvironmentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lab's environments are what they are said to be, all in one home, asked in the way of their users. */
@Timeout(120)
final class PythonLabIT {

    private static PythonLab lab;

    @BeforeAll
    static void open() throws IOException {
        lab = PythonLab.create();
    }

    @AfterAll
    static void close() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    private static Look look() {
        return new Look(new Bash(lab.home()));
    }

    private static void assertRunning(List<Made> made) {
        for (Made one : made) {
            assertThat(one.flaw()).as("%s", one).isEmpty();
            assertThat(one.interpreter()).as("%s", one).contains(one.prefix() + "/bin/python");
            assertThat(one.version().orElse("")).as("%s", one).matches("3(\\.[0-9]+){2}\\S*");
            assertThat(one.packages()).as("%s", one).isPositive();
        }
    }

    private static List<EnvironmentKind> kinds(List<Made> made) {
        return made.stream().map(Made::kind).distinct().toList();
    }

    @Test
    void virtualEnvironmentsAreActivatedByTheirTools() throws IOException {
        List<Made> made = lab.virtualEnvironments();

        assertRunning(made);
        assertThat(made.get(0).packages()).isEqualTo(8);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(kinds(made))
                    .containsExactly(
                            EnvironmentKind.VENV,
                            EnvironmentKind.VIRTUALENV,
                            EnvironmentKind.VIRTUALENVWRAPPER,
                            EnvironmentKind.POETRY,
                            EnvironmentKind.PIPENV);
        }
    }

    @Test
    void condasAreActivatedByTheirNames() throws IOException {
        List<Made> made = lab.conda();

        assertRunning(made);
        assertThat(kinds(made))
                .containsExactly(EnvironmentKind.CONDA, EnvironmentKind.MICROMAMBA, EnvironmentKind.PIXI);
    }

    @Test
    void installationsRunWhereTheyLie() throws IOException {
        List<Made> made = lab.installations();

        assertRunning(made);
        assertThat(kinds(made))
                .containsExactly(
                        EnvironmentKind.PYENV,
                        EnvironmentKind.PYENV_VIRTUALENV,
                        EnvironmentKind.ASDF,
                        EnvironmentKind.MISE,
                        EnvironmentKind.UV_PYTHON,
                        EnvironmentKind.UV,
                        EnvironmentKind.HATCH);
    }

    @Test
    void eachFlawIsThere() throws IOException {
        List<Made> made = lab.broken();

        assertThat(made).extracting(one -> one.flaw().orElseThrow()).containsExactlyInAnyOrder(Flaw.values());
        for (Made one : made) {
            Path python = Path.of(one.prefix(), "bin/python");
            switch (one.flaw().orElseThrow()) {
                case NO_PYTHON, DANGLING -> assertThat(Files.exists(python)).isFalse();
                case NOT_EXECUTABLE -> assertThat(Files.isExecutable(python)).isFalse();
                case MOVED -> assertThat(one.interpreter()).isEmpty();
                case BASE_GONE, UPGRADED -> assertThat(one.interpreter()).contains(python.toString());
            }
        }
    }

    @Test
    void whateverTheNameItIsActivated() throws IOException {
        List<Made> made = lab.hostile();

        for (Made one : made) {
            assertThat(one.interpreter()).as("%s", one).contains(one.prefix() + "/bin/python");
        }
        assertThat(made).extracting(Made::prefix).doesNotHaveDuplicates();
    }

    @Test
    void kernelsTellOfInterpreters() throws IOException {
        List<Made> made = lab.kernels();

        assertRunning(made.subList(0, 1));
        assertThat(made.get(1).interpreter()).isEmpty();
    }

    @Test
    void fortyHaveAHundredDistributionsEach() throws IOException {
        List<Made> made = PythonLab.forty(lab.home());

        assertThat(made).hasSize(40).allMatch(one -> one.packages() == 100);
        for (Made one : made) {
            String place = one.kind() == EnvironmentKind.CONDA ? "conda-meta" : "lib";
            String ending = one.kind() == EnvironmentKind.CONDA ? ".json" : ".dist-info";
            assertThat(count(Path.of(one.prefix(), place), ending)).isEqualTo(100);
        }
        Made conda = made.get(19);
        assertThat(look().at(conda.kind(), conda.name(), conda.prefix(), Look.byPath(conda.prefix()))
                        .counting(100))
                .isEqualTo(conda);
        assertActivated(made.get(39));
    }

    @Test
    void aCrowdedHomeHoldsManyFiles() throws IOException {
        List<Made> made = PythonLab.crowded(lab.home());

        assertThat(count(lab.home(), ".jpg")).isEqualTo(200_000);
        for (Made one : made) {
            assertActivated(one);
        }
    }

    @Test
    void theSystemsPythonsAreNamedByTheirPrograms() throws IOException {
        assertThat(lab.system())
                .allSatisfy(one -> assertThat(one.interpreter()).contains("/usr/bin/" + one.name()))
                .extracting(Made::name)
                .contains("python3");
    }

    private static void assertActivated(Made made) throws IOException {
        assertThat(look().at(made.kind(), made.name(), made.prefix(), Look.activation(made.prefix())))
                .isEqualTo(made);
    }

    private static long count(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).count();
        }
    }
}
