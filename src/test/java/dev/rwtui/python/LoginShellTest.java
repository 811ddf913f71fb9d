package dev.rwtui.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.python.model.Meaning;
import dev.rwtui.python.model.Survey;
import dev.rwtui.python.model.Survey.Unfinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real shells and their start-up files, as people have them. */
@Timeout(60)
final class LoginShellTest {

    @TempDir
    Path temporary;

    private Machine machine;

    @BeforeEach
    void furnish() throws IOException {
        machine = new Machine(temporary.toRealPath());
        machine.program("mine/bin/python", "#!/bin/sh\n");
        machine.program("mine/bin/python3", "#!/bin/sh\n");
    }

    @AfterEach
    void close() {
        machine.close();
    }

    private void shell(String name) {
        Path shell = Path.of("/usr/bin", name);
        assumeTrue(Files.isExecutable(shell), () -> shell + " is not installed");
        machine.variables.put("SHELL", shell.toString());
    }

    private static Optional<String> login(Survey survey, String word) {
        return survey.meanings().stream()
                .filter(meaning ->
                        meaning.shell() == Meaning.Shell.LOGIN && meaning.word().equals(word))
                .findFirst()
                .orElseThrow()
                .answer();
    }

    private void startUp(String text) {
        machine.file(".bash_profile", ". ~/.bashrc\n");
        for (String file : new String[] {".bashrc", ".zshrc", ".profile", ".tcshrc", ".config/fish/config.fish"}) {
            machine.file(file, text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "dash", "mksh"})
    void thePathOfAStartUpFileIsThePersons(String shell) {
        shell(shell);
        startUp("echo Welcome; PATH=~/mine/bin:$PATH; export PATH; echo trouble >&2\n");

        Survey survey = machine.survey();

        assertThat(login(survey, "python")).contains(machine.home + "/mine/bin/python");
        assertThat(survey.meanings())
                .contains(new Meaning(Meaning.Shell.LOGIN, "python3", Optional.of(machine.home + "/mine/bin/python3")));
        assertThat(survey.meanings())
                .filteredOn(meaning -> meaning.shell() == Meaning.Shell.BARE)
                .hasSize(2)
                .noneMatch(meaning -> meaning.answer().orElse("").startsWith(machine.home.toString()));
        assertThat(survey.unfinished()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fish | set -gx PATH ~/mine/bin $PATH; echo hello",
                "tcsh | set path = ( ~/mine/bin $path ); echo hello",
            })
    void shellsOfTheirOwnLanguageAreAskedInIt(String shell, String text) {
        shell(shell);
        startUp(text + "\n");

        assertThat(login(machine.survey(), "python")).contains(machine.home + "/mine/bin/python");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bash | alias python='python3 -q' | python is aliased to `python3 -q'",
                "zsh | alias python='python3 -q' | python is an alias for python3 -q",
                "bash | python() { :; } | python is a function",
                "tcsh | alias python 'python3 -q' | python: aliased to python3 -q",
            })
    void whatIsNoProgramIsSaidAsTheShellWordsIt(String shell, String text, String words) {
        shell(shell);
        startUp(text + "\n");

        assertThat(login(machine.survey(), "python").orElseThrow().replaceAll("\\s+", " "))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "tcsh", "fish", "dash"})
    void aWordThatMeansNothingHasNoAnswer(String shell) {
        shell(shell);
        startUp("");
        machine.variables.put("PATH", machine.directory("few").toString());
        for (String program :
                new String[] {"sh", "env", "cat", "awk", "stat", "find", "sleep", "setsid", "head", "date", "tr"}) {
            machine.program("few/" + program, "#!/bin/sh\nexec /usr/bin/" + program + " \"$@\"\n");
        }

        Survey survey = machine.survey();

        assertThat(login(survey, "python")).isEmpty();
        assertThat(survey.meanings()).hasSize(4);
    }

    @Test
    void oneThatGoesIntoATerminalMultiplexerIsNotFinishedAndSaysWhy() {
        shell("bash");
        machine.program("mine/bin/tmux", "#!/bin/sh\necho 'open terminal failed: not a terminal' >&2\nexit 1\n");
        startUp("exec ~/mine/bin/tmux\n");

        assertThat(machine.survey().unfinished())
                .containsExactly(new Unfinished(
                        "login shell", "it ended without an answer: open terminal failed: not a terminal"));
    }

    @Test
    void oneThatGuardsItselfAgainstNestingIsAnswered() {
        shell("bash");
        startUp("[ -n \"$TMUX\" ] || exec false\n[ -n \"$STY\" ] || exec false\nPATH=~/mine/bin:$PATH\n");

        assertThat(login(machine.survey(), "python")).contains(machine.home + "/mine/bin/python");
    }

    @Test
    void aQuestionIsAnsweredByTheEndOfInput() {
        shell("bash");
        startUp("read -p 'Which environment? ' e\nPATH=~/mine/bin:$PATH\n");

        assertThat(login(machine.survey(), "python")).contains(machine.home + "/mine/bin/python");
    }

    @Test
    void whatAStartUpFileLeavesRunningHoldsNothingUp() {
        shell("bash");
        startUp("sleep 5 &\nPATH=~/mine/bin:$PATH\n");

        Survey survey = machine.survey();

        assertThat(login(survey, "python")).contains(machine.home + "/mine/bin/python");
        assertThat(survey.unfinished()).isEmpty();
    }

    @Test
    void aShellThatIsNotKnownIsNamed() {
        machine.variables.put(
                "SHELL", machine.program("nu", "#!/bin/sh\nexit 3\n").toString());

        assertThat(machine.survey().unfinished())
                .containsExactly(new Unfinished("login shell", "rwtui does not know how to ask nu"));
    }

    @Test
    void itsVariablesNameFurtherPlaces() {
        shell("bash");
        machine.conda("x/y/z/w/conda", "python-3.12.1-0_0");
        machine.program("x/y/z/w/conda/bin/conda", "#!/bin/sh\n");
        machine.program("x/y/z/w/pyenv/versions/3.9.9/bin/python", "#!/bin/sh\n");
        machine.venv("x/y/z/w/hold/it", "version = 3.8.1\n");
        startUp("export CONDA_EXE=~/x/y/z/w/conda/bin/conda PYENV_ROOT=~/x/y/z/w/pyenv/ WORKON_HOME=~/x/y/z/w/hold\n");

        Survey survey = machine.survey();

        assertThat(machine.at(survey, "x/y/z/w/conda").name()).isEqualTo("base");
        assertThat(machine.at(survey, "x/y/z/w/pyenv/versions/3.9.9"))
                .extracting(Environment::kind)
                .isEqualTo(EnvironmentKind.PYENV);
        assertThat(machine.at(survey, "x/y/z/w/hold/it").kind()).isEqualTo(EnvironmentKind.VIRTUALENVWRAPPER);
    }
}
