package dev.rwtui.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.python.model.Survey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What speaks against an environment is said with it, in words that name the cause. */
@Timeout(60)
final class EnvironmentFaultsTest {

    private static final String CONFIG = "home = /usr/bin\nversion = 3.9.2\n";

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
    void aLinkThatLeadsNowhereNamesWhereItLed() throws IOException {
        machine.venv("p/.venv", CONFIG);
        Files.delete(machine.home.resolve("p/.venv/bin/python"));
        machine.link("p/.venv/bin/python3", machine.home + "/gone/bin/python3.9");
        machine.link("p/.venv/bin/python", "python3");

        Environment venv = machine.environment("p/.venv");

        assertThat(venv.fault())
                .contains("its python is a link to " + machine.home + "/gone/bin/python3.9, which does not exist");
        assertThat(venv.interpreter()).contains(machine.home + "/p/.venv/bin/python");
        assertThat(venv.version()).contains("3.9.2");
    }

    @Test
    void aLinkToItselfIsNoTrap() throws IOException {
        machine.venv("p/.venv", CONFIG);
        Files.delete(machine.home.resolve("p/.venv/bin/python"));
        machine.link("p/.venv/bin/python", "python");

        assertThat(machine.environment("p/.venv").fault()).isPresent();
    }

    @Test
    void aPythonThatMayNotBeRunIsAFault() throws IOException {
        machine.venv("p/.venv", CONFIG);
        Files.setPosixFilePermissions(
                machine.home.resolve("p/.venv/bin/python"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(machine.environment("p/.venv").fault()).contains("its python may not be run");
    }

    @Test
    void thePythonItWasMadeWithMayBeGone() {
        machine.venv("p/.venv", "home = " + machine.home + "/opt/python3.9/bin\nversion = 3.9.2\n");

        assertThat(machine.environment("p/.venv").fault())
                .contains("the python it was made with is gone: " + machine.home + "/opt/python3.9/bin does not exist");
    }

    @Test
    void oneMadeForAnotherPythonThanItsLinkLeadsToNow() throws IOException {
        machine.venv("p/.venv", CONFIG);
        machine.directory("p/.venv/lib/python3.9/site-packages/numpy-1.2.dist-info");
        machine.program("opt/bin/python3.11", "#!/bin/sh\n");
        Files.delete(machine.home.resolve("p/.venv/bin/python"));
        machine.link("p/.venv/bin/python", machine.home + "/opt/bin/python3.11");

        Environment venv = machine.environment("p/.venv");

        assertThat(venv.fault()).contains("made for python 3.9, but its python is now 3.11");
        assertThat(venv.packages()).isEqualTo(1);
    }

    @Test
    void oneThatWasMovedSaysWhatItIsMadeFor() throws IOException {
        machine.venv("old/.venv", CONFIG);
        Files.move(machine.home.resolve("old"), machine.home.resolve("new"));

        Environment venv = machine.environment("new/.venv");

        assertThat(venv.fault()).contains("it was moved: it is made for " + machine.home + "/old/.venv");
        assertThat(venv.interpreter()).contains(machine.home + "/new/.venv/bin/python");
    }

    @Test
    void theSpellingOfActivateIsKeptWhereItIsTheSamePlace() throws IOException {
        machine.venv("disk/p/.venv", CONFIG);
        machine.link("p", "disk/p");
        machine.file("disk/p/.venv/bin/activate", "VIRTUAL_ENV='" + machine.home + "/p/.venv'\n");

        Environment venv = machine.environment("p/.venv");

        assertThat(venv.fault()).isEmpty();
        assertThat(venv.interpreter()).contains(machine.home + "/p/.venv/bin/python");
    }

    @Test
    void aKernelWhosePythonIsGoneIsShown() {
        machine.file(
                ".local/share/jupyter/kernels/ghost/kernel.json",
                "{\"argv\": [\"/gone/env/bin/python\", \"-m\", \"ipykernel_launcher\"],\n \"display_name\": \"Ghost\"}");

        assertThat(machine.survey().environments())
                .filteredOn(environment -> environment.kind() == EnvironmentKind.KERNEL)
                .singleElement()
                .satisfies(ghost -> {
                    assertThat(ghost.prefix()).isEqualTo("/gone/env");
                    assertThat(ghost.kernels()).containsExactly("ghost");
                    assertThat(ghost.fault()).contains("a kernel runs /gone/env/bin/python, which does not exist");
                });
    }

    @Test
    void kernelsAreSaidWithTheEnvironmentInWhichTheyRun() {
        machine.venv("p/.venv", CONFIG);
        machine.venv("q/w/e/r/t/far", CONFIG);
        kernel(".local/share/jupyter/kernels/p gpu", machine.home + "/p/.venv/bin/python");
        kernel(".local/share/jupyter/kernels/far", machine.home + "/q/w/e/r/t/far/bin/python");
        kernel(".local/share/jupyter/kernels/julia", "/gone/bin/julia");
        kernel("p/.venv/share/jupyter/kernels/python3", "python");

        Survey survey = machine.survey();

        assertThat(machine.at(survey, "p/.venv").kernels()).containsExactly("p gpu", "python3");
        assertThat(machine.at(survey, "q/w/e/r/t/far"))
                .extracting(Environment::kind, Environment::kernels)
                .containsExactly(EnvironmentKind.VENV, java.util.List.of("far"));
        assertThat(survey.environments()).noneMatch(found -> found.kind() == EnvironmentKind.KERNEL);
    }

    @Test
    void aKernelOfASystemsPythonByAnotherOfItsNamesIsThatOnes() {
        machine.program("usr/bin/python3.9", "#!/bin/sh\nprintf '%s' \"$6" + machine.home + "/usr$6" + "3.9.18$6\"\n");
        machine.link("usr/bin/python3", "python3.9");
        machine.variables.put("PATH", machine.home + "/usr/bin:" + machine.variables.get("PATH"));
        kernel(".local/share/jupyter/kernels/sys", machine.home + "/usr/bin/python3.9");

        Environment system = machine.environment("usr");

        assertThat(system.interpreter()).contains(machine.home + "/usr/bin/python3");
        assertThat(system.kernels()).containsExactly("sys");
    }

    private void kernel(String directory, String program) {
        machine.file(
                directory + "/kernel.json",
                "{\n \"argv\": [\n  \"" + program + "\",\n  \"-m\", \"ipykernel\"\n ]\n}\n");
    }
}
