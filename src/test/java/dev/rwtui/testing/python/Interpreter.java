package dev.rwtui.testing.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's python, to be installed elsewhere: a copy of the program among links to its library. */
final class Interpreter {

    private static final String FACTS = """
            /usr/bin/python3 -I -c '
            import os, platform, sys, sysconfig
            print(os.path.realpath(sys.executable), platform.python_version(), sysconfig.get_path("stdlib"), sep="\\n")
            '
            """;

    /** Distributions of Linux have a place of their own for packages, which an installation of one's own does not; its venvs see nothing of it. */
    private static final String SITE = """
            import os, site, sys
            if sys.prefix == sys.base_prefix:
                site.addsitedir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "site-packages"))
            """;

    private final Path program;
    private final String version;
    private final Path library;
    private Optional<Path> first = Optional.empty();

    private Interpreter(Path program, String version, Path library) {
        this.program = program;
        this.version = version;
        this.library = library;
    }

    static Interpreter ofSystem(Bash bash) throws IOException {
        List<String> facts = bash.says(FACTS).lines().toList();
        return new Interpreter(Path.of(facts.get(0)), facts.get(1), Path.of(facts.get(2)));
    }

    String version() {
        return version;
    }

    /** {@code 3.11}. */
    String minor() {
        return version.substring(0, version.lastIndexOf('.'));
    }

    Path site(Path prefix) {
        return prefix.resolve("lib/python" + minor() + "/site-packages");
    }

    /** An installation whose {@code sys.prefix} is that. Gives its directory for packages. */
    Path install(Path prefix) throws IOException {
        Path bin = Files.createDirectories(prefix.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("python3"), Path.of("python" + minor()));
        Files.createSymbolicLink(bin.resolve("python"), Path.of("python3"));
        Path include = Files.createDirectories(prefix.resolve("include/python" + minor()));
        Files.writeString(include.resolve("patchlevel.h"), "#define PY_VERSION              \"" + version + "\"\n");
        Path site = Files.createDirectories(site(prefix));
        Files.writeString(site.resolveSibling("sitecustomize.py"), SITE);
        Optional<Path> earlier = first.filter(Files::exists);
        if (earlier.isEmpty()) {
            Files.copy(program, bin.resolve("python" + minor()));
            for (Path part : parts()) {
                Files.createSymbolicLink(site.resolveSibling(String.valueOf(part.getFileName())), part);
            }
            first = Optional.of(prefix);
        } else {
            alike(earlier.orElseThrow(), prefix);
        }
        return site;
    }

    /** Names for the files and links of an earlier one: new files cost far more. The system's own are out of reach. */
    private void alike(Path earlier, Path prefix) throws IOException {
        String itself = "bin/python" + minor();
        Files.createLink(prefix.resolve(itself), earlier.resolve(itself));
        for (Path part : parts()) {
            String place = "lib/python" + minor() + "/" + part.getFileName();
            Files.createLink(prefix.resolve(place), earlier.resolve(place));
        }
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> parts = Files.list(library)) {
            return parts.filter(part -> !String.valueOf(part.getFileName())
                            .matches("(site|dist)-packages|sitecustomize.*|__pycache__"))
                    .toList();
        }
    }
}
