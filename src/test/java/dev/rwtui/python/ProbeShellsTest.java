package dev.rwtui.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Survey;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same script on each shell that may be a machine's {@code /bin/sh}. */
@Timeout(60)
final class ProbeShellsTest {

    private static final List<String> HOSTILE = List.of(
            "two words",
            "it's \"quoted\" $HOME `id` \\n",
            "line\nend",
            "-rf",
            "esc\u001b[31m",
            "\u00e9t\u00e9 \ud83d\ude00",
            "*",
            "a=b;c&d|e");

    @TempDir
    Path temporary;

    private Machine machine;

    @BeforeEach
    void furnish() throws IOException {
        machine = new Machine(temporary.toRealPath());
        for (String name : names()) {
            machine.venv("venvs/" + name, "version = 3.10.9\n", "numpy-1.26.4.dist-info");
        }
        machine.conda("miniconda3/envs/train", "python-3.10.13-0_0", "pytorch-2.1.0-py3.10_0", "numpy-1.26.0-py310_0");
        machine.file(".local/share/jupyter/kernels/k/kernel.json", "{\"argv\": [\"/gone/bin/python\"]}");
        machine.file(
                "src/one/.git/config", "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = git@host:me/one.git\n");
        machine.file("src/two/.git/config", "[remote \"origin\"]\n\turl = git@host:me/two.git\n");
        machine.file("src/tree/.git", "gitdir: " + machine.home + "/src/one/.git/worktrees/tree\n");
        machine.file("src/one/.git/worktrees/tree/commondir", "../..\n");
    }

    /** Those that Java can write in this locale; the others are the lab's, which makes them by a shell. */
    private static List<String> names() {
        Charset ofFiles = Charset.forName(System.getProperty("sun.jnu.encoding"));
        return HOSTILE.stream()
                .filter(name -> ofFiles.newEncoder().canEncode(name))
                .toList();
    }

    @AfterEach
    void close() {
        machine.close();
    }

    private void shell(String command) {
        Path program = Path.of(command.split(" ")[0]);
        assumeTrue(Files.isExecutable(program), () -> program + " is not installed");
        machine.shell = command;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/bin/dash", "/usr/bin/bash --posix", "/usr/bin/busybox sh", "/usr/bin/mksh"})
    void findsTheSame(String command) {
        shell(command);
        SurveyWish wish = new SurveyWish(
                Optional.empty(), List.of("git@host:me/one"), (wanted, found) -> found.equals(wanted + ".git"));

        Survey survey = machine.survey(wish, Duration.ofSeconds(30));

        assertThat(survey.unfinished()).isEmpty();
        assertThat(survey.clones()).containsExactlyInAnyOrder(machine.home + "/src/one", machine.home + "/src/tree");
        assertThat(machine.at(survey, "miniconda3/envs/train").libraries())
                .containsExactly(new Environment.Library("torch", "2.1.0"), new Environment.Library("numpy", "1.26.0"));
        for (String name : names()) {
            Environment venv = machine.at(survey, "venvs/" + name);
            assertThat(venv.name()).isEqualTo(name);
            assertThat(venv.packages()).isEqualTo(1);
        }
        assertThat(survey.environments()).anyMatch(found -> found.prefix().equals("/gone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/bin/dash", "/usr/bin/bash --posix", "/usr/bin/busybox sh"})
    void writesNothing(String command) throws IOException {
        shell(command);
        machine.variables.put("SHELL", "/bin/bash");
        machine.variables.put("TMPDIR", machine.directory("tmp").toString());
        machine.file(".bash_history", "ls\n");
        machine.file(".bashrc", "alias python=python3\n");
        Map<String, String> before = tree();

        machine.survey();

        assertThat(tree()).isEqualTo(before);
    }

    /** Every name below the home, with what changes when it is written to. */
    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(machine.home)) {
            for (Path path : paths.toList()) {
                tree.put(path.toString(), Files.getLastModifiedTime(path) + " " + Files.size(path));
            }
        }
        return tree;
    }
}
