package dev.rwtui.testing.python;

import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.remote.Posix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Directories as conda, micromamba and pixi make them, with a program that answers what an activation asks. */
final class Conda {

    /** Of what the real ones print for a shell, that which counts. */
    private static final String PROGRAM = """
            #!/bin/sh
            if [ "$2" = activate ]; then
              case ${3-base} in
                base) prefix=@ROOT@ ;;
                */*) prefix=$3 ;;
                *) for prefix in @ROOT@/envs/"$3" @FURTHER@/"$3"; do [ -d "$prefix/conda-meta" ] && break; done ;;
              esac
              if [ ! -d "$prefix/conda-meta" ]; then
                echo "EnvironmentNameNotFound: Could not find conda environment: $3" >&2
                exit 1
              fi
              echo "export CONDA_PREFIX='$prefix' CONDA_DEFAULT_ENV='${3-base}' CONDA_SHLVL=1 PATH='$prefix/bin:$PATH'"
            elif [ "$1 $2" = "shell hook" ]; then
              echo "micromamba() { if [ \\"\\$1\\" = activate ]; then eval \\"\\$('$0' shell \\"\\$@\\")\\"; else '$0' \\"\\$@\\"; fi; }"
            fi
            """;

    private static final String CONDA_SH = """
            export CONDA_EXE=@ROOT@/bin/conda
            conda() {
              case $1 in
                activate) eval "$("$CONDA_EXE" shell.posix "$@")" ;;
                *) "$CONDA_EXE" "$@" ;;
              esac
            }
            """;

    private static final CondaPackage OPENSSL = new CondaPackage("openssl", "3.1.4", "hd590300_0", "conda-forge");
    private static final CondaPackage NUMPY = new CondaPackage("numpy", "1.26.2", "py311h64a7726_0", "conda-forge");
    private static final CondaPackage PYTORCH =
            new CondaPackage("pytorch", "2.1.0", "py3.11_cuda11.8_cudnn8.7.0_0", "pytorch");

    private final Bash bash;
    private final Path home;
    private final Look look;
    private final Interpreter interpreter;
    private final Path root;
    private final Path further;

    Conda(Bash bash, Interpreter interpreter) {
        this.bash = bash;
        this.home = bash.home();
        this.look = new Look(bash);
        this.interpreter = interpreter;
        this.root = home.resolve("miniconda3");
        this.further = home.resolve("scratch/envs");
    }

    /** A root, one by name, one in a further directory for environments, one by path, and their relatives. */
    List<Made> all() throws IOException {
        fill(root, List.of(OPENSSL));
        program(root.resolve("bin/conda"), root);
        Files.createDirectories(root.resolve("condabin"));
        Files.createSymbolicLink(root.resolve("condabin/conda"), Path.of("../bin/conda"));
        Path hook = Files.createDirectories(root.resolve("etc/profile.d")).resolve("conda.sh");
        Files.writeString(hook, located(CONDA_SH, root));
        Path byPath = home.resolve("projects/by-path");
        fill(root.resolve("envs/vision"), List.of(OPENSSL, NUMPY, PYTORCH));
        fill(further.resolve("far"), List.of(NUMPY));
        fill(byPath, List.of());
        Files.writeString(home.resolve(".condarc"), "channels:\n  - conda-forge\nenvs_dirs:\n  - " + further + "\n");
        Files.writeString(
                Files.createDirectories(home.resolve(".conda")).resolve("environments.txt"),
                String.join("\n", root.toString(), root + "/envs/vision", further + "/far", byPath.toString()) + "\n");
        return List.of(
                made("base", root, "base", 3),
                made("vision", root.resolve("envs/vision"), "vision", 5),
                made("far", further.resolve("far"), "far", 3),
                made(byPath.toString(), byPath, byPath.toString(), 2),
                micromamba(),
                pixi());
    }

    /** One with neither python nor anything that needs it. */
    Made withoutPython() throws IOException {
        Path prefix = root.resolve("envs/tools");
        meta(prefix, List.of(OPENSSL));
        return look.at(Flaw.NO_PYTHON, EnvironmentKind.CONDA, prefix.toString(), Optional.empty(), 1);
    }

    /** That many environments, each with that many packages, alike but for their names. */
    List<Made> alike(String name, int number, int packages) throws IOException {
        Path first = root.resolve("envs").resolve(name + 0);
        interpreter.install(first);
        meta(first, CondaPackage.plain(packages - 1));
        CondaPackage.python(interpreter.version()).write(first.resolve("conda-meta"));
        Made made = Made.light(EnvironmentKind.CONDA, first, interpreter.version(), packages);
        bash.says("cd " + Posix.quoted(first.resolveSibling(".").toString()) + "\nfor i in $(seq 1 " + (number - 1)
                + "); do cp -al " + name + "0 " + name + "$i; done");
        return IntStream.range(0, number)
                .mapToObj(i -> made.at(first.resolveSibling(name + i)))
                .toList();
    }

    /** @param packages as {@code conda list} counts: what pip has signed too, but not what conda has signed for python */
    private Made made(String name, Path prefix, String activated, int packages) throws IOException {
        String activation =
                ". " + Posix.quoted(root + "/etc/profile.d/conda.sh") + "\nconda activate " + Posix.quoted(activated);
        return look.at(EnvironmentKind.CONDA, name, prefix.toString(), activation)
                .counting(packages);
    }

    private Made micromamba() throws IOException {
        Path mamba = home.resolve("micromamba");
        Path prefix = mamba.resolve("envs/light");
        fill(prefix, List.of(NUMPY));
        Files.createDirectories(home.resolve(".local/bin"));
        program(home.resolve(".local/bin/micromamba"), mamba);
        String activation = "eval \"$(~/.local/bin/micromamba shell hook -s posix)\"\nmicromamba activate light";
        return look.at(EnvironmentKind.MICROMAMBA, "light", prefix.toString(), activation)
                .counting(3);
    }

    /** Its own activation prints the same as conda's, so a place in the path is all that is looked at. */
    private Made pixi() throws IOException {
        Path project = Files.createDirectories(home.resolve("code/segment"));
        Files.writeString(
                project.resolve("pixi.toml"), "[project]\nname = \"segment\"\nchannels = [\"conda-forge\"]\n");
        Files.writeString(project.resolve("pixi.lock"), "version: 4\n");
        Path prefix = project.resolve(".pixi/envs/default");
        fill(prefix, List.of(NUMPY));
        Files.writeString(prefix.resolve("conda-meta/pixi"), "{\"manifest_path\": \"" + project + "/pixi.toml\"}");
        return look.at(EnvironmentKind.PIXI, "segment", prefix.toString(), Look.byPath(prefix.toString()))
                .counting(3);
    }

    /** Python, what is given, and one more that pip has brought. */
    private void fill(Path prefix, List<CondaPackage> packages) throws IOException {
        Path site = interpreter.install(prefix);
        meta(prefix, packages);
        CondaPackage.python(interpreter.version()).write(prefix.resolve("conda-meta"));
        if (packages.contains(NUMPY)) {
            new Distribution("numpy", "1.26.2", "conda").write(site);
        }
        if (packages.contains(PYTORCH)) {
            new Distribution("torch", "2.1.0", "conda").write(site);
        }
        Distribution.byPip("einops", "0.7.0").write(site);
    }

    private static void meta(Path prefix, List<CondaPackage> packages) throws IOException {
        Path meta = Files.createDirectories(prefix.resolve("conda-meta"));
        StringBuilder history = new StringBuilder("==> 2023-11-20 10:00:00 <==\n# cmd: /opt/conda/bin/conda create -p "
                + prefix + " python\n# conda version: 23.10.0\n");
        for (CondaPackage one : packages) {
            one.write(meta);
            history.append("+%s/linux-64::%s-%s-%s\n".formatted(one.channel(), one.name(), one.version(), one.build()));
        }
        Files.writeString(meta.resolve("history"), history + "# update specs: ['python']\n");
    }

    private void program(Path file, Path itsRoot) throws IOException {
        Files.writeString(file, located(PROGRAM, itsRoot));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String located(String text, Path itsRoot) {
        return text.replace("@ROOT@", Posix.quoted(itsRoot.toString()))
                .replace("@FURTHER@", Posix.quoted(further.toString()));
    }
}
