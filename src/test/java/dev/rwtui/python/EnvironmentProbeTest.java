package dev.rwtui.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Cancellation;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Environment.Library;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.python.model.Survey;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script on the shell of this machine, in homes as people have them. */
@Timeout(60)
final class EnvironmentProbeTest {

    @TempDir
    Path temporary;

    private Machine machine;

    @BeforeEach
    void furnish() throws java.io.IOException {
        machine = new Machine(temporary.toRealPath());
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void aVenvIsFoundInAProjectWithoutItsPythonBeingRun() {
        machine.venv(
                "proj/.venv",
                "home = /usr/bin\nversion = 3.10.12\n",
                "torch-2.1.0+cu118.dist-info",
                "numpy-1.26.4.dist-info",
                "zope.interface-6.0.dist-info",
                "PyYAML-6.0-py3.10.egg-info",
                "~umpy-1.0.dist-info");

        Survey survey = machine.survey();

        Environment venv = machine.at(survey, "proj/.venv");
        assertThat(survey.stage()).isEqualTo(Survey.Stage.DONE);
        assertThat(survey.unfinished()).isEmpty();
        assertThat(venv.kind()).isEqualTo(EnvironmentKind.VENV);
        assertThat(venv.name()).isEqualTo("proj");
        assertThat(venv.project()).contains(machine.home + "/proj");
        assertThat(venv.interpreter()).contains(machine.home + "/proj/.venv/bin/python");
        assertThat(venv.version()).contains("3.10.12");
        assertThat(venv.packages()).isEqualTo(4);
        assertThat(venv.changed()).isPresent();
        assertThat(venv.fault()).isEmpty();
        assertThat(venv.activation()).contains(". " + machine.home + "/proj/.venv/bin/activate");
        assertThat(venv.libraries())
                .containsExactly(new Library("torch", "2.1.0+cu118"), new Library("numpy", "1.26.4"));
    }

    @Test
    void condaIsFoundByItsRootWithItsEnvironments() {
        machine.conda("miniconda3", "python-3.11.5-h955ad1f_0", "conda-23.9.0-py311_0");
        machine.program("miniconda3/bin/conda", "#!/bin/sh\n");
        machine.conda(
                "miniconda3/envs/train",
                "python-3.10.13-hd12c33a_0_cpython",
                "pytorch-2.1.0-py3.10_cuda11.8_cudnn8.7.0_0",
                "cuda-version-11.8-hcce14f8_3");
        machine.directory("miniconda3/envs/train/lib/python3.10/site-packages/python_dateutil-2.8.2.dist-info");
        machine.directory("miniconda3/envs/train/lib/python3.10/site-packages/torch-2.1.0.dist-info");

        Survey survey = machine.survey();

        assertThat(machine.at(survey, "miniconda3"))
                .extracting(Environment::kind, Environment::name)
                .containsExactly(EnvironmentKind.CONDA, "base");
        Environment train = machine.at(survey, "miniconda3/envs/train");
        assertThat(train.name()).isEqualTo("train");
        assertThat(train.version()).contains("3.10.13");
        assertThat(train.interpreter()).contains(machine.home + "/miniconda3/envs/train/bin/python");
        assertThat(train.activation()).contains("conda activate train");
        assertThat(train.packages()).isEqualTo(5);
        assertThat(train.libraries())
                .isEqualTo(List.of(new Library("torch", "2.1.0"), new Library("cuda-version", "11.8")));
    }

    @Test
    void aPythonInThePathIsAskedForItsVersion() {
        machine.program("tools/bin/python3.9", """
                #!/bin/sh
                echo Welcome
                [ "$1$2$3" = -I-S-B ] || exit 1
                printf '%s' "noise $6$HOME/tools$6""3.9.18$6 noise"
                """);
        machine.variables.put("PATH", machine.home + "/tools/bin:" + machine.variables.get("PATH"));

        Environment system = machine.environment("tools");

        assertThat(system.kind()).isEqualTo(EnvironmentKind.SYSTEM);
        assertThat(system.version()).contains("3.9.18");
        assertThat(system.interpreter()).contains(machine.home + "/tools/bin/python3.9");
    }

    @Test
    void whatIsFoundIsToldAtOnceAndNothingAfterTheEnd() {
        machine.venv("venvs/one", "version = 3.10.9\n");
        machine.program("slow/bin/python3.7", "#!/bin/sh\nsleep 1\n");
        machine.variables.put("PATH", machine.home + "/slow/bin:" + machine.variables.get("PATH"));

        machine.survey();

        assertThat(machine.told.get(0).stage()).isEqualTo(Survey.Stage.RUNNING);
        assertThat(machine.told.get(0).environments()).isEmpty();
        assertThat(machine.told).anySatisfy(survey -> {
            assertThat(survey.stage()).isEqualTo(Survey.Stage.RUNNING);
            assertThat(survey.environments()).anyMatch(found -> found.name().equals("one"));
            assertThat(survey.unfinished()).contains(new Survey.Unfinished("system", "under way"));
        });
        assertThat(machine.told)
                .filteredOn(survey -> survey.stage() == Survey.Stage.DONE)
                .hasSize(1);
    }

    @Test
    void whatHasNotEndedInTimeIsNamedAndTheRestIsKept() {
        machine.venv("venvs/one", "version = 3.10.9\n");
        machine.program("slow/bin/python3.7", "#!/bin/sh\nsleep 30\n");
        machine.variables.put("PATH", machine.home + "/slow/bin:" + machine.variables.get("PATH"));

        Survey survey = machine.survey(SurveyWish.environments(), Duration.ofMillis(1500));

        assertThat(survey.stage()).isEqualTo(Survey.Stage.DONE);
        assertThat(survey.unfinished()).containsExactly(new Survey.Unfinished("system", "not finished after 1 s"));
        assertThat(machine.at(survey, "venvs/one").version()).contains("3.10.9");
    }

    @Test
    void oneThatIsCancelledBreaksOff() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        machine.probe(Duration.ofSeconds(30))
                .survey(machine.place(), SurveyWish.environments(), cancellation, machine.told::add);

        assertThat(machine.told.get(machine.told.size() - 1))
                .extracting(Survey::stage, Survey::failure)
                .containsExactly(Survey.Stage.FAILED, Optional.of("cancelled"));
    }

    @Test
    void aPlaceWithoutAShellIsAFailureInItsWords() {
        Place nowhere = (command, cancellation) -> {
            throw new PlaceException("gpu1 refuses commands");
        };

        machine.probe(Duration.ofSeconds(30))
                .survey(nowhere, SurveyWish.environments(), new Cancellation(), machine.told::add);

        assertThat(machine.told.get(machine.told.size() - 1).failure()).contains("gpu1 refuses commands");
    }

    @Test
    void aHomeWithManyFilesIsSearchedToItsDepth() {
        for (int i = 0; i < 3000; i++) {
            machine.file("data/set" + i % 30 + "/" + i + ".txt", "");
        }
        machine.venv("org/team/proj/.venv", "version = 3.10.9\n");
        machine.venv("data/node_modules/x/.venv", "version = 3.10.9\n");

        Survey survey = machine.survey();

        assertThat(survey.unfinished()).isEmpty();
        assertThat(machine.at(survey, "org/team/proj/.venv").name()).isEqualTo("proj");
        assertThat(survey.environments()).noneMatch(found -> found.prefix().contains("node_modules"));
    }
}
