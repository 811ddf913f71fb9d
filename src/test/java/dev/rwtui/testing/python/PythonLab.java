package dev.rwtui.testing.python;

import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.remote.Posix;
import dev.rwtui.testing.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Python environments in the home directory of a test. Where a tool is installed on this machine it has made its
 * environments itself; others are directories as that tool makes them, with an interpreter that runs. Nothing comes from a
 * network.
 */
public final class PythonLab implements AutoCloseable {

    /** 200 directories of 1000 names each, as data sets lie about; a new name for a file costs far less than a new file. */
    private static final String CROWD = """
            set -e
            mkdir -p data/set0/0
            cd data/set0/0
            seq -f image-%g.jpg 1 1000 | xargs touch
            cd ../..
            for n in $(seq 1 199); do
              mkdir -p set$((n / 10))
              cp -al set0/0 set$((n / 10))/$n
            done
            """;

    private final Bash bash;
    private final Interpreter interpreter;

    private PythonLab(Bash bash, Interpreter interpreter) {
        this.bash = bash;
        this.interpreter = interpreter;
    }

    /** In a home of its own, which goes with it. See {@link #in}. */
    public static PythonLab create() throws IOException {
        return in(Files.createTempDirectory("pythonlab"));
    }

    /** The home. */
    public Path home() {
        return bash.home();
    }

    /** Deletes the home and all in it. */
    @Override
    public void close() throws IOException {
        Directories.delete(home());
    }

    /** In that home. Skips the test, or fails it in CI, on a machine without python. */
    public static PythonLab in(Path home) throws IOException {
        Tools.needPython();
        Path physical = home.toRealPath();
        Bash bash = new Bash(physical);
        return new PythonLab(bash, Interpreter.ofSystem(bash));
    }

    /** By venv, virtualenv, virtualenvwrapper, poetry and pipenv; some have the distributions of somebody who trains networks. */
    public List<Made> virtualEnvironments() throws IOException {
        return new VirtualEnvironments(bash, interpreter).all();
    }

    /** By conda, micromamba and pixi. */
    public List<Made> conda() throws IOException {
        return new Conda(bash, interpreter).all();
    }

    /** By pyenv, asdf, mise, uv and hatch. */
    public List<Made> installations() throws IOException {
        return new Installations(bash, interpreter).all();
    }

    /** Known from a kernel of Jupyter alone. */
    public List<Made> kernels() throws IOException {
        return new Kernels(bash, interpreter).all();
    }

    /** Registers a kernel of Jupyter that runs in that environment. */
    public void kernel(String name, Made environment) throws IOException {
        new Kernels(bash, interpreter).register(name, Path.of(environment.prefix()));
    }

    /** One for each {@link Flaw}. */
    public List<Made> broken() throws IOException {
        return new BrokenEnvironments(bash, interpreter).all();
    }

    /** With names that programs trip over. */
    public List<Made> hostile() throws IOException {
        return new HostileNames(bash).all();
    }

    /** Everything above. */
    public List<Made> everything() throws IOException {
        return Stream.of(virtualEnvironments(), conda(), installations(), kernels(), broken(), hostile())
                .flatMap(List::stream)
                .toList();
    }

    /** The machine's own, whatever the home: several, which share their prefix. In CI it fails where there is but one. */
    public List<Made> system() throws IOException {
        List<Made> made = new ArrayList<>();
        for (String python : List.of("python3", "pypy3")) {
            if (Tools.has("/usr/bin/" + python)) {
                made.add(new Look(bash).ofSystem(python, "/usr"));
            }
        }
        return made;
    }

    /**
     * Forty environments with a hundred distributions each, twenty of them conda's. Their files are names of the same few:
     * to be replaced, never written to.
     */
    public static List<Made> forty(Path home) throws IOException {
        PythonLab lab = in(home);
        List<Made> made = new ArrayList<>(new Conda(lab.bash, lab.interpreter).alike("study-", 20, 100));
        List<Path> prefixes = IntStream.range(0, 20)
                .mapToObj(i -> lab.bash.home().resolve("venvs/trial-" + i))
                .toList();
        lab.venvs(prefixes);
        Made first = lab.light(prefixes.get(0), 100);
        made.add(first);
        String site = lab.interpreter.site(Path.of("")).toString();
        lab.bash.says("cd venvs\nfor i in $(seq 1 19); do cp -al trial-0/" + site + "/. trial-$i/" + site + "; done");
        prefixes.stream().skip(1).map(first::at).forEach(made::add);
        return made;
    }

    /** A home of 200,000 files and more, among which two environments lie, one of them deep. */
    public static List<Made> crowded(Path home) throws IOException {
        PythonLab lab = in(home);
        lab.bash.says(CROWD);
        List<Path> prefixes =
                List.of(lab.bash.home().resolve("venvs/near"), lab.bash.home().resolve("data/set3/notebook/.venv"));
        lab.venvs(prefixes);
        return List.of(lab.light(prefixes.get(0), 1), lab.light(prefixes.get(1), 1));
    }

    private void venvs(List<Path> prefixes) throws IOException {
        bash.says(prefixes.stream()
                .map(prefix -> Posix.quoted(prefix.toString()))
                .collect(Collectors.joining(" ", "/usr/bin/python3 -m venv --without-pip ", "")));
    }

    private Made light(Path prefix, int packages) throws IOException {
        Path site = interpreter.site(prefix);
        for (Distribution distribution : Distribution.plain(packages)) {
            distribution.write(site);
        }
        return Made.light(EnvironmentKind.VENV, prefix, interpreter.version(), packages);
    }
}
