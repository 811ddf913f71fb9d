package dev.rwtui.python;

import dev.rwtui.base.Cancellation;
import dev.rwtui.platform.SystemTimers;
import dev.rwtui.platform.ThisMachine;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Survey;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Scripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** This machine, with a home that a test furnishes. */
final class Machine implements AutoCloseable {

    final Path home;
    final Map<String, String> variables = new HashMap<>();
    final List<Survey> told = new ArrayList<>();
    String shell = "/bin/sh";
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final SystemTimers timers = new SystemTimers(clock);

    Machine(Path home) {
        this.home = home;
        variables.put("HOME", home.toString());
        variables.put("PATH", System.getenv("PATH"));
        variables.put("SHELL", "/bin/sh");
    }

    /** The script's shell is the one that a test wants, in place of /bin/sh. */
    Place place() {
        ThisMachine here = new ThisMachine(variables);
        return (command, cancellation) -> here.start(command.replace("/bin/sh -s", shell + " -s"), cancellation);
    }

    EnvironmentProbe probe(Duration limit) {
        return new EnvironmentProbe(new Scripts(timers, threads), timers, threads, limit);
    }

    Survey survey() {
        return survey(SurveyWish.environments(), Duration.ofSeconds(30));
    }

    Survey survey(SurveyWish wish, Duration limit) {
        probe(limit).survey(place(), wish, new Cancellation(), told::add);
        return told.get(told.size() - 1);
    }

    /** The one environment below the home that has that prefix. */
    Environment environment(String prefix) {
        return at(survey(), prefix);
    }

    Environment at(Survey survey, String prefix) {
        List<Environment> those = survey.environments().stream()
                .filter(environment -> environment.prefix().equals(home + "/" + prefix))
                .toList();
        if (those.size() != 1) {
            throw new AssertionError(those.size() + " environments at " + prefix + " among "
                    + survey.environments().stream().map(Environment::prefix).toList());
        }
        return those.get(0);
    }

    Path file(String path, String text) {
        try {
            Path file = home.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory(String path) {
        try {
            return Files.createDirectories(home.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path program(String path, String text) {
        try {
            Path file = file(path, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void link(String path, String target) {
        try {
            Path link = home.resolve(path);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, Path.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What venv makes, with these directories of metadata. */
    void venv(String path, String config, String... distributions) {
        file(path + "/pyvenv.cfg", config);
        file(path + "/bin/activate", "# hint\n    export VIRTUAL_ENV=\"" + home + "/" + path + "\"\n");
        program(path + "/bin/python", "#!/bin/sh\nexit 1\n");
        for (String distribution : distributions) {
            directory(path + "/lib/python3.10/site-packages/" + distribution);
        }
    }

    /** What conda makes, with these files of metadata. */
    void conda(String path, String... packages) {
        file(path + "/conda-meta/history", "==> 2024-01-01 00:00:00 <==\n");
        for (String installed : packages) {
            file(path + "/conda-meta/" + installed + ".json", "{}");
            if (installed.startsWith("python-")) {
                program(path + "/bin/python", "#!/bin/sh\nexit 1\n");
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        clock.shutdownNow();
    }
}
