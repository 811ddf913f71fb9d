package dev.rwtui.python;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Environment.Library;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.remote.Frame;
import dev.rwtui.remote.Posix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An environment as the script says it.
 *
 * @param prefix as its users spell it
 * @param real the same directory without links
 * @param python below the prefix, or absolute; empty where it has none
 * @param trouble what speaks against it, one of the script's words, and the detail that goes with that
 * @param root conda's root that has it, {@code named} where another directory of conda's has it; of pixi, the manifest
 * @param activate below the prefix, empty where there is none
 * @param program of the system's, what its python leads to
 */
record Found(
        EnvironmentKind kind,
        String prefix,
        String real,
        String projectGiven,
        String python,
        String version,
        int packages,
        long changed,
        String trouble,
        String detail,
        List<Library> libraries,
        String root,
        String activate,
        String program,
        String home) {

    /** Names that people give to the environment of a project, and that tell nothing. */
    private static final Set<String> PLAIN =
            Set.of(".venv", "venv", "env", ".env", ".conda", "virtualenv", ".virtualenv");

    private static final List<String> ORDER = List.of("torch", "tensorflow", "jax", "jaxlib", "numpy");

    static Found of(Frame frame, String home) {
        return new Found(
                kind(frame.field(0)),
                frame.field(1),
                frame.field(2),
                frame.field(3),
                frame.field(4),
                frame.field(5),
                (int) number(frame.field(6)),
                number(frame.field(7)),
                frame.field(8),
                frame.field(9),
                libraries(frame.field(10)),
                frame.field(11),
                frame.field(12),
                frame.field(13),
                home);
    }

    /** What tells it from others: pythons of the system share a prefix, and CPython and PyPy may share a version. */
    String key() {
        if (kind != EnvironmentKind.SYSTEM) {
            return real;
        }
        boolean pypy = last(program.isEmpty() ? python : program).startsWith("pypy");
        return real + "\0" + (version.isEmpty() ? python : (pypy ? "pypy " : "") + version);
    }

    /** Whether this tells more of the same environment: a tool's own name for it, or a prefix that is no link's. */
    boolean betterThan(Found other) {
        boolean named = !root.isEmpty();
        if (isConda() && other.isConda() && named == other.root.isEmpty()) {
            return named;
        }
        if (kind != other.kind) {
            return Kinds.before(kind, other.kind);
        }
        return prefix.equals(real) && !other.prefix.equals(other.real) && activate.isEmpty();
    }

    boolean isConda() {
        return kind == EnvironmentKind.CONDA || kind == EnvironmentKind.MICROMAMBA;
    }

    Environment environment(List<String> kernels, boolean nameIsUnique) {
        return new Environment(
                kind,
                name(),
                prefix,
                project(),
                interpreter(),
                given(version),
                packages,
                changed == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(changed)),
                fault(),
                activation(nameIsUnique),
                libraries,
                kernels);
    }

    String name() {
        return switch (kind) {
            case CONDA, MICROMAMBA -> condaName();
            case PIXI ->
                last(prefix).equals("default") ? project().map(Found::last).orElse("default") : last(prefix);
            case SYSTEM, KERNEL -> python.isEmpty() ? prefix : last(python);
            case HATCH -> hatchName();
            case MODULE ->
                last(prefix).matches("v?[0-9].*|x64|bin|default|current")
                        ? last(parent(prefix)) + "/" + last(prefix)
                        : last(prefix);
            default -> PLAIN.contains(last(prefix)) ? last(parent(prefix)) : last(prefix);
        };
    }

    private String condaName() {
        if (root.equals(prefix)) {
            return "base";
        }
        if (!root.isEmpty() || last(parent(prefix)).equals("envs")) {
            return last(prefix);
        }
        return PLAIN.contains(last(prefix)) ? last(parent(prefix)) : prefix;
    }

    private String hatchName() {
        String project = last(parent(parent(prefix)));
        return last(prefix).equals(project) ? project : project + "/" + last(prefix);
    }

    Optional<String> project() {
        if (!projectGiven.isEmpty()) {
            return Optional.of(projectGiven);
        }
        int pixi = prefix.indexOf("/.pixi/envs/");
        if (pixi > 0) {
            String manifest = prefix.substring(0, pixi);
            return manifest.equals(home) ? Optional.empty() : Optional.of(manifest);
        }
        return PLAIN.contains(last(prefix)) && !parent(prefix).equals(home)
                ? Optional.of(parent(prefix))
                : Optional.empty();
    }

    private Optional<String> interpreter() {
        if (python.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(python.startsWith("/") ? python : below(python));
    }

    private String below(String path) {
        return (prefix.equals("/") ? "" : prefix) + "/" + path;
    }

    Optional<String> fault() {
        return switch (trouble) {
            case "" -> Optional.empty();
            case "none" -> Optional.of("it has no python");
            case "dangling" -> Optional.of("its python is a link to " + detail + ", which does not exist");
            case "forbidden" -> Optional.of("its python may not be run");
            case "home" -> Optional.of("the python it was made with is gone: " + detail + " does not exist");
            case "moved" -> Optional.of("it was moved: it is made for " + detail);
            case "other" -> Optional.of("made for python " + detail.replace(" ", ", but its python is now "));
            case "hung" -> Optional.of("its python did not answer within 2 s");
            case "gone" -> Optional.of("a kernel runs " + detail + ", which does not exist");
            default -> Optional.of("its python did not answer");
        };
    }

    /** By name where conda finds it by that, else by its path, which always does. */
    private Optional<String> activation(boolean nameIsUnique) {
        return switch (kind) {
            case CONDA -> Optional.of("conda activate " + condaWord(nameIsUnique));
            case MICROMAMBA -> Optional.of("micromamba activate " + condaWord(nameIsUnique));
            case PIXI -> project().map(this::pixi);
            case PYENV -> Optional.of("pyenv shell " + Posix.quoted(last(prefix)));
            case MISE -> Optional.of("mise shell " + Posix.quoted("python@" + last(prefix)));
            case ASDF, UV_PYTHON, MODULE -> Optional.of("export PATH=" + Posix.quoted(below("bin")) + ":\"$PATH\"");
            default -> given(activate).map(script -> ". " + Posix.quoted(below(script)));
        };
    }

    private String pixi(String directory) {
        return "pixi shell --manifest-path " + Posix.quoted(root.isEmpty() ? directory : root) + " -e "
                + Posix.quoted(last(prefix));
    }

    private String condaWord(boolean nameIsUnique) {
        boolean byName = !root.isEmpty() || last(parent(prefix)).equals("envs");
        return Posix.quoted(byName && nameIsUnique ? name() : prefix);
    }

    private static EnvironmentKind kind(String word) {
        return Arrays.stream(EnvironmentKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(EnvironmentKind.UNKNOWN);
    }

    /** Between tabs: a number, then each library. */
    private static List<Library> libraries(String summary) {
        List<Library> libraries = new ArrayList<>();
        Arrays.stream(summary.split("\t")).skip(1).forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0) {
                libraries.add(new Library(line.substring(0, space), line.substring(space + 1)));
            }
        });
        libraries.sort(Comparator.comparingInt((Library library) -> rank(library.name()))
                .thenComparing(Library::name));
        return libraries;
    }

    private static int rank(String library) {
        int index = ORDER.indexOf(library);
        return index < 0 ? ORDER.size() : index;
    }

    private static long number(String digits) {
        return digits.matches("[0-9]{1,15}") ? Long.parseLong(digits) : 0;
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
