package dev.rwtui.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.python.model.Survey;
import dev.rwtui.python.model.Survey.Unfinished;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What takes longer than it may is ended with all that it has started, and holds nothing else up. */
@Timeout(60)
final class ProbeLimitsIT {

    @TempDir
    Path temporary;

    private Machine machine;

    @BeforeEach
    void furnish() throws IOException {
        machine = new Machine(temporary.toRealPath());
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void aPythonThatHangsIsGivenUpWithoutDelayingTheOthers() {
        machine.program("bad/bin/python3.7", "#!/bin/sh\nsleep 300 & sleep 300\n");
        machine.variables.put("PATH", machine.home + "/bad/bin:" + machine.variables.get("PATH"));

        Survey survey = machine.survey();

        assertThat(machine.at(survey, "bad").fault()).contains("its python did not answer within 2 s");
        assertThat(survey.unfinished()).isEmpty();
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(line -> line.contains(machine.home + "/bad/bin")))
                .isEmpty();
    }

    @Test
    void aLoginShellThatNeverEndsIsEndedWithWhatItHasStarted() {
        machine.variables.put("SHELL", "/bin/bash");
        machine.file(".bash_profile", "echo Loading modules; while :; do sleep 301; done\n");

        Survey survey = machine.survey();

        assertThat(survey.unfinished())
                .containsExactly(new Unfinished("login shell", "not finished after 5 s: Loading modules"));
        assertThat(survey.stage()).isEqualTo(Survey.Stage.DONE);
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(line -> line.endsWith("sleep 301")))
                .isEmpty();
    }

    @Test
    void aSearchThatTakesTooLongIsEndedAndSaid() {
        machine.program(
                "tools/find",
                "#!/bin/sh\nfor e in one two; do echo \"$HOME/./far/off/$e/pyvenv.cfg\"; done\nsleep 302\n");
        machine.venv("far/off/one", "version = 3.10.9\n");
        machine.variables.put("PATH", machine.home + "/tools:" + machine.variables.get("PATH"));

        Survey survey = machine.survey();

        assertThat(survey.unfinished()).containsExactly(new Unfinished("home", "not finished after 6 s"));
        assertThat(machine.at(survey, "far/off/one").version()).contains("3.10.9");
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(line -> line.endsWith("sleep 302")))
                .isEmpty();
    }
}
