package dev.rwtui.testing.python;

import dev.rwtui.python.model.EnvironmentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Kernels of Jupyter, as {@code ipykernel install} registers them. */
final class Kernels {

    private static final String JSON = """
            {
             "argv": [
              "%s",
              "-m",
              "ipykernel_launcher",
              "-f",
              "{connection_file}"
             ],
             "display_name": "%s",
             "language": "python",
             "metadata": {
              "debugger": true
             }
            }
            """;

    private final Path home;
    private final Look look;
    private final Interpreter interpreter;

    Kernels(Bash bash, Interpreter interpreter) {
        this.home = bash.home();
        this.look = new Look(bash);
        this.interpreter = interpreter;
    }

    /** Two that only a kernel tells of, the second of them gone. */
    List<Made> all() throws IOException {
        Path hidden = home.resolve("tools/deep/down/python");
        Distribution.byPip("ipykernel", "6.26.0").write(interpreter.install(hidden));
        register("hidden", hidden);
        Path gone = home.resolve("tools/gone");
        register("gone", gone);
        return List.of(
                look.at(EnvironmentKind.KERNEL, "hidden", hidden.toString(), Look.byPath(hidden.toString())),
                look.at(Flaw.NO_PYTHON, EnvironmentKind.KERNEL, gone.toString(), Optional.empty(), 0));
    }

    /** A kernel that runs in the environment at that prefix. */
    void register(String name, Path prefix) throws IOException {
        Path directory = Files.createDirectories(
                home.resolve(".local/share/jupyter/kernels").resolve(name));
        Files.writeString(directory.resolve("kernel.json"), JSON.formatted(prefix.resolve("bin/python"), name));
    }
}
