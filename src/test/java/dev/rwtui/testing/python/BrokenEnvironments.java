package dev.rwtui.testing.python;

import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.remote.Posix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** Environments that worked once, each broken as time breaks them. */
final class BrokenEnvironments {

    private final Bash bash;
    private final Look look;
    private final Interpreter interpreter;

    BrokenEnvironments(Bash bash, Interpreter interpreter) {
        this.bash = bash;
        this.look = new Look(bash);
        this.interpreter = interpreter;
    }

    List<Made> all() throws IOException {
        Made conda = new Conda(bash, interpreter).withoutPython();
        return List.of(conda, dangling(), baseGone(), moved(), notExecutable(), upgraded());
    }

    private Made dangling() throws IOException {
        Path base = bash.home().resolve("opt/python-gone");
        interpreter.install(base);
        Path prefix = venv(base + "/bin/python3 -m venv --without-pip", "dangling");
        bash.says("rm -r opt/python-gone");
        return look(Flaw.DANGLING, prefix);
    }

    private Made baseGone() throws IOException {
        Path base = bash.home().resolve("opt/python-copied");
        interpreter.install(base);
        Path prefix = venv(base + "/bin/python3 -m venv --without-pip --copies", "copied");
        bash.says("rm -r opt/python-copied");
        return look(Flaw.BASE_GONE, prefix);
    }

    private Made moved() throws IOException {
        Path prefix = venv("/usr/bin/python3 -m venv --without-pip", "before");
        return look(Flaw.MOVED, Files.move(prefix, prefix.resolveSibling("after")));
    }

    private Made notExecutable() throws IOException {
        Path prefix = venv("/usr/bin/python3 -m venv --without-pip --copies", "sealed");
        for (String name : List.of("python", "python3", "python" + interpreter.minor())) {
            Path program = prefix.resolve("bin").resolve(name);
            if (!Files.isSymbolicLink(program)) {
                Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-r--r--"));
            }
        }
        return look(Flaw.NOT_EXECUTABLE, prefix);
    }

    /** The system has a newer python than when it was made. */
    private Made upgraded() throws IOException {
        Path prefix = venv("/usr/bin/python3 -m venv --without-pip", "upgraded");
        Files.move(prefix.resolve("lib/python" + interpreter.minor()), prefix.resolve("lib/python3.4"));
        Path program = prefix.resolve("bin/python" + interpreter.minor());
        Files.move(program, program.resolveSibling("python3.4"));
        Path settings = prefix.resolve("pyvenv.cfg");
        Files.writeString(settings, Files.readString(settings).replace(interpreter.version(), "3.4.9"));
        return look.at(Flaw.UPGRADED, EnvironmentKind.VENV, prefix.toString(), Optional.of("3.4.9"), 1);
    }

    private Path venv(String maker, String name) throws IOException {
        Path prefix = bash.home().resolve("venvs").resolve(name);
        bash.says(maker + " " + Posix.quoted(prefix.toString()));
        Distribution.byPip("numpy", "1.26.2").write(interpreter.site(prefix));
        return prefix;
    }

    private Made look(Flaw flaw, Path prefix) throws IOException {
        return look.at(flaw, EnvironmentKind.VENV, prefix.toString(), Optional.of(interpreter.version()), 1);
    }
}
