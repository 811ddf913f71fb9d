package dev.rwtui.engine;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.python.EnvironmentFinder;
import dev.rwtui.python.EnvironmentProbe;
import dev.rwtui.python.files.RequirementFiles;
import dev.rwtui.python.files.RequirementsException;
import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.Comparison;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.python.model.PackageSet;
import dev.rwtui.python.model.Remedy;
import dev.rwtui.python.model.Requirements;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares environments, wherever they are, and what files ask for. Blocks: for a thread that may. */
final class Comparisons {

    private static final long LARGEST_FILE = 64L * 1024 * 1024;

    private final EnvironmentProbe probe;
    private final EnvironmentFinder finder;
    private final Machines machines;

    Comparisons(EnvironmentProbe probe, Machines machines) {
        this.probe = probe;
        this.finder = new EnvironmentFinder(probe);
        this.machines = machines;
    }

    /** The machines that environments are on. */
    interface Machines {

        /** This one. */
        Place here();

        Place host(HostAlias host);

        /** What was found there before. Any thread. */
        List<Environment> known(HostAlias host);
    }

    /** One side. */
    private sealed interface Side {

        record Installed(Environment environment, PackageSet packages) implements Side {}

        record Wanted(Requirements requirements) implements Side {}
    }

    Compared compare(EnvironmentRef a, EnvironmentRef b) {
        try {
            return compare(a, side(a), b, side(b));
        } catch (PlaceException e) {
            return Compared.failed(a.words(), b.words(), e.getMessage());
        }
    }

    private static Compared compare(EnvironmentRef a, Side left, EnvironmentRef b, Side right) throws PlaceException {
        if (left instanceof Side.Wanted && right instanceof Side.Wanted) {
            throw new PlaceException("both are files: one side must be an environment");
        }
        if (right instanceof Side.Wanted) {
            return compare(b, right, a, left);
        }
        Side.Installed there = (Side.Installed) right;
        Comparison comparison = left instanceof Side.Wanted wanted
                ? Comparison.of(there.packages(), wanted.requirements())
                : Comparison.of(((Side.Installed) left).packages(), there.packages());
        Comparison named = comparison.between(a.words(), b.words());
        return new Compared(
                a.words(),
                b.words(),
                Optional.of(named),
                Remedy.commands(named, there.environment()),
                Optional.empty());
    }

    private Side side(EnvironmentRef ref) throws PlaceException {
        if (ref instanceof EnvironmentRef.OnHost on) {
            return named(on.host() + ": ", machines.host(on.host()), on.environment(), machines.known(on.host()));
        }
        if (ref instanceof EnvironmentRef.Here here) {
            return named("here: ", machines.here(), here.environment(), List.of());
        }
        return wanted((EnvironmentRef.InFile) ref);
    }

    private Side named(String where, Place place, String name, List<Environment> known) throws PlaceException {
        try {
            Cancellation never = new Cancellation();
            Environment environment = finder.find(place, name, known, never);
            return new Side.Installed(environment, probe.packages(place, environment, never));
        } catch (PlaceException e) {
            throw new PlaceException(where + e.getMessage());
        }
    }

    private static Side wanted(EnvironmentRef.InFile file) throws PlaceException {
        Path path = Path.of(file.path());
        try {
            return new Side.Wanted(RequirementFiles.read(
                    file.shown(),
                    text(path),
                    beside -> Optional.ofNullable(path.getParent())
                            .map(directory -> directory.resolve(beside))
                            .flatMap(Comparisons::textIfThere)));
        } catch (NoSuchFileException e) {
            throw new PlaceException(file.shown() + ": there is no such file");
        } catch (MalformedInputException e) {
            throw new PlaceException(file.shown() + ": it is no text in UTF-8");
        } catch (IOException e) {
            throw new PlaceException(file.shown() + ": " + e.getMessage());
        } catch (RequirementsException e) {
            throw new PlaceException(e.getMessage());
        }
    }

    private static Optional<String> textIfThere(Path path) {
        try {
            return Optional.of(text(path));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String text(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("it is no file");
        }
        if (Files.exists(path) && Files.size(path) > LARGEST_FILE) {
            throw new IOException("it is larger than 64 MB");
        }
        return Files.readString(path);
    }
}
