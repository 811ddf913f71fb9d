package dev.rwtui.testing.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.remote.Posix;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Activates environments as their users do, and looks what there is then. */
final class Look {

    /** Its path, then NUL; then, unless it is another's, what it says of itself, each with NUL. */
    private static final String LOOKING = """
            found=$(which $python)
            printf '%s\\0' "$found"
            case $found in
              "$prefix"/*) $python -I -B -c '
            import importlib.metadata, os, platform, re, sys
            names = {re.sub("[-_.]+", "-", d.metadata["Name"]).lower() for d in importlib.metadata.distributions()}
            for said in sys.prefix, platform.python_version(), str(len(names)):
                sys.stdout.buffer.write(os.fsencode(said) + b"\\0")
            ' ;;
            esac
            """;

    private final Bash bash;

    Look(Bash bash) {
        this.bash = bash;
    }

    /** One that works; fails the test where it does not. */
    Made at(EnvironmentKind kind, String name, String prefix, String activation) throws IOException {
        return at(kind, name, prefix, activation, "python");
    }

    /** One of the system's, which has a name of its own and needs no activation but the system's own path. */
    Made ofSystem(String python, String prefix) throws IOException {
        return at(EnvironmentKind.SYSTEM, python, prefix, "PATH=/usr/bin:/bin", python);
    }

    private Made at(EnvironmentKind kind, String name, String prefix, String activation, String python)
            throws IOException {
        List<String> said = said(prefix, activation, python);
        assertThat(said).as("%s, activated by %s", prefix, activation).hasSize(4);
        assertThat(said.get(1)).as("sys.prefix").isEqualTo(prefix);
        return new Made(
                kind,
                name,
                prefix,
                Optional.of(said.get(0)),
                Optional.of(said.get(2)),
                Integer.parseInt(said.get(3)),
                Optional.empty());
    }

    /** One that does not, of which its files say that version and number of packages. */
    Made at(Flaw flaw, EnvironmentKind kind, String prefix, Optional<String> version, int packages) throws IOException {
        String script = "exec 2>/dev/null\nprefix=" + Posix.quoted(prefix) + "\n" + activation(prefix)
                + "\nfound=$(which python)\ncase $found in \"$prefix\"/*) printf %s \"$found\" ;; esac\n:";
        String found = bash.says(script);
        String name = prefix.substring(prefix.lastIndexOf('/') + 1);
        return new Made(
                kind,
                name,
                prefix,
                found.isEmpty() ? Optional.empty() : Optional.of(found),
                version,
                packages,
                Optional.of(flaw));
    }

    /** Of a venv, and of all that is made as one. */
    static String activation(String prefix) {
        return ". " + Posix.quoted(prefix + "/bin/activate");
    }

    /** Of an installation that has no activation but its place in the path. */
    static String byPath(String prefix) {
        return "PATH=" + Posix.quoted(prefix + "/bin") + ":$PATH";
    }

    private List<String> said(String prefix, String activation, String python) throws IOException {
        String said = bash.says(
                "prefix=" + Posix.quoted(prefix) + " python=" + python + "\n{ " + activation + "\n} >&2\n" + LOOKING);
        return List.of(said.split("\0"));
    }
}
