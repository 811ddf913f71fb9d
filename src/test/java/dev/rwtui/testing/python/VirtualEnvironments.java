package dev.rwtui.testing.python;

import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.remote.Posix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Made by the tools themselves, as far as they are here. */
final class VirtualEnvironments {

    private static final String WRAPPER = "/usr/share/virtualenvwrapper/virtualenvwrapper.sh";

    private static final String PYPROJECT = """
            [tool.poetry]
            name = "%s"
            version = "0.1.0"
            description = ""
            authors = []

            [tool.poetry.dependencies]
            python = "^3.8"
            """;

    private final Bash bash;
    private final Look look;
    private final Interpreter interpreter;

    VirtualEnvironments(Bash bash, Interpreter interpreter) {
        this.bash = bash;
        this.look = new Look(bash);
        this.interpreter = interpreter;
    }

    List<Made> all() throws IOException {
        List<Made> made =
                new ArrayList<>(List.of(venv("venvs/classic", "classic"), venv("code/detector/.venv", "detector")));
        if (Tools.has("/usr/bin/virtualenv")) {
            made.add(virtualenv());
        }
        if (Tools.has(WRAPPER)) {
            made.add(wrapped());
        }
        if (Tools.has("/usr/bin/poetry")) {
            made.add(poetry());
            made.add(poetryInProject());
        }
        if (Tools.has("/usr/bin/pipenv")) {
            made.add(pipenv());
        }
        return made;
    }

    private Made venv(String place, String name) throws IOException {
        Path prefix = bash.home().resolve(place);
        bash.says("/usr/bin/python3 -m venv --without-pip " + Posix.quoted(prefix.toString()));
        Path site = interpreter.site(prefix);
        for (Distribution distribution : Distribution.heavy()) {
            distribution.write(site);
        }
        Distribution.byPip("six", "1.16.0").writeEgg(site, interpreter.minor());
        Path source = Files.createDirectories(bash.home().resolve("code/" + name));
        Distribution.byPip(name, "0.3.dev0").writeEditable(site, source);
        return look.at(EnvironmentKind.VENV, name, prefix.toString(), Look.activation(prefix.toString()));
    }

    private Made virtualenv() throws IOException {
        String prefix = bash.home().resolve("envs/older").toString();
        bash.says("virtualenv -q --no-download -p /usr/bin/python3 " + Posix.quoted(prefix));
        return look.at(EnvironmentKind.VIRTUALENV, "older", prefix, Look.activation(prefix));
    }

    private Made wrapped() throws IOException {
        String wrapper = "export VIRTUALENVWRAPPER_PYTHON=/usr/bin/python3\n. " + WRAPPER + "\n";
        Files.createDirectories(bash.home().resolve("code/wrapped"));
        bash.says(wrapper + "mkvirtualenv --no-download -a code/wrapped wrapped");
        String prefix = bash.home().resolve(".virtualenvs/wrapped").toString();
        return look.at(EnvironmentKind.VIRTUALENVWRAPPER, "wrapped", prefix, wrapper + "workon wrapped");
    }

    private Made poetry() throws IOException {
        String project = project("planner", "pyproject.toml", PYPROJECT.formatted("planner"));
        String prefix = bash.says(project + "poetry env use /usr/bin/python3 >&2\npoetry env info -p")
                .strip();
        String name = prefix.substring(prefix.lastIndexOf('/') + 1);
        return look.at(EnvironmentKind.POETRY, name, prefix, Look.activation(prefix));
    }

    private Made poetryInProject() throws IOException {
        String project = project("mapper", "pyproject.toml", PYPROJECT.formatted("mapper"));
        Files.writeString(bash.home().resolve("code/mapper/poetry.toml"), "[virtualenvs]\nin-project = true\n");
        Files.writeString(bash.home().resolve("code/mapper/poetry.lock"), "package = []\n");
        bash.says(project + "poetry env use /usr/bin/python3");
        String prefix = bash.home().resolve("code/mapper/.venv").toString();
        return look.at(EnvironmentKind.POETRY, "mapper", prefix, Look.activation(prefix));
    }

    private Made pipenv() throws IOException {
        String project = project("piped", "Pipfile", "[packages]\n");
        String prefix = bash.says(project + "pipenv --python /usr/bin/python3 >&2\npipenv --venv")
                .strip();
        String name = prefix.substring(prefix.lastIndexOf('/') + 1);
        return look.at(EnvironmentKind.PIPENV, name, prefix, Look.activation(prefix));
    }

    /** Makes a project and gives the words to go there. */
    private String project(String name, String file, String text) throws IOException {
        Path project = Files.createDirectories(bash.home().resolve("code/" + name));
        Files.writeString(project.resolve(file), text);
        return "cd " + Posix.quoted(project.toString()) + "\n";
    }
}
