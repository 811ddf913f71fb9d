package dev.rwtui.testing.python;

import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.remote.Posix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Directories as pyenv, asdf, mise, uv and hatch make them. */
final class Installations {

    private final Bash bash;
    private final Path home;
    private final Look look;
    private final Interpreter interpreter;
    private final String version;

    Installations(Bash bash, Interpreter interpreter) {
        this.bash = bash;
        this.home = bash.home();
        this.look = new Look(bash);
        this.interpreter = interpreter;
        this.version = interpreter.version();
    }

    List<Made> all() throws IOException {
        Made pyenv =
                installed(EnvironmentKind.PYENV, home.resolve(".pyenv/versions").resolve(version));
        Made asdf = installed(
                EnvironmentKind.ASDF, home.resolve(".asdf/installs/python").resolve(version));
        Made mise = installed(
                EnvironmentKind.MISE,
                home.resolve(".local/share/mise/installs/python").resolve(version));
        Path shorter = Path.of(mise.prefix()).resolveSibling(interpreter.minor());
        Files.createSymbolicLink(shorter, Path.of("./" + version));
        Files.createSymbolicLink(shorter.resolveSibling("latest"), Path.of("./" + version));
        Path uv = home.resolve(".local/share/uv/python/cpython-" + version + "-linux-x86_64-gnu");
        Made uvPython = installed(EnvironmentKind.UV_PYTHON, uv);
        return List.of(pyenv, pyenvVirtualenv(), asdf, mise, uvPython, uv(uv), uvTool(uv), hatch());
    }

    private Made installed(EnvironmentKind kind, Path prefix) throws IOException {
        Distribution.byPip("pip", "23.3.1").write(interpreter.install(prefix));
        String name = prefix.getFileName().toString();
        return look.at(kind, name, prefix.toString(), Look.byPath(prefix.toString()));
    }

    /** Within the version that it is made from, with a link beside that version. */
    private Made pyenvVirtualenv() throws IOException {
        Path base = home.resolve(".pyenv/versions").resolve(version);
        Path prefix = base.resolve("envs/tracker");
        venv(base.resolve("bin/python3"), prefix);
        Files.createSymbolicLink(base.resolveSibling("tracker"), prefix);
        Files.writeString(home.resolve(".pyenv/version"), version + "\n");
        return look.at(
                EnvironmentKind.PYENV_VIRTUALENV, "tracker", prefix.toString(), Look.activation(prefix.toString()));
    }

    private Made uv(Path base) throws IOException {
        Path prefix = home.resolve("code/uvproject/.venv");
        uvEnvironment(base, prefix, "uvproject");
        Files.writeString(home.resolve("code/uvproject/uv.lock"), "version = 1\n");
        return look.at(EnvironmentKind.UV, "uvproject", prefix.toString(), Look.activation(prefix.toString()));
    }

    private Made uvTool(Path base) throws IOException {
        Path prefix = home.resolve(".local/share/uv/tools/ruff");
        uvEnvironment(base, prefix, "ruff");
        Files.writeString(prefix.resolve("uv-receipt.toml"), "[tool]\nrequirements = [{ name = \"ruff\" }]\n");
        return look.at(EnvironmentKind.UV, "ruff", prefix.toString(), Look.activation(prefix.toString()));
    }

    private void uvEnvironment(Path base, Path prefix, String prompt) throws IOException {
        venv(base.resolve("bin/python3"), prefix);
        Files.writeString(
                prefix.resolve("pyvenv.cfg"),
                "home = " + base + "/bin\nimplementation = CPython\nuv = 0.4.18\nversion_info = " + version
                        + "\ninclude-system-site-packages = false\nprompt = " + prompt + "\n");
        new Distribution("ruff", "0.1.6", "uv").write(interpreter.site(prefix));
    }

    private Made hatch() throws IOException {
        Path prefix = home.resolve(".local/share/hatch/env/virtual/hatched/q2d3hGk_/hatched");
        venv(Path.of("/usr/bin/python3"), prefix);
        Files.writeString(
                prefix.resolve("pyvenv.cfg"),
                "home = /usr/bin\nimplementation = CPython\nversion_info = " + version + ".final.0\n"
                        + "virtualenv = 20.24.6\ninclude-system-site-packages = false\nbase-prefix = /usr\n"
                        + "base-exec-prefix = /usr\nbase-executable = /usr/bin/python3\n");
        return look.at(EnvironmentKind.HATCH, "hatched", prefix.toString(), Look.activation(prefix.toString()));
    }

    private void venv(Path python, Path prefix) throws IOException {
        Files.createDirectories(prefix.resolveSibling("."));
        bash.says(Posix.quoted(python.toString()) + " -m venv --without-pip " + Posix.quoted(prefix.toString()));
        Distribution.byPip("numpy", "1.26.2").write(interpreter.site(prefix));
    }
}
