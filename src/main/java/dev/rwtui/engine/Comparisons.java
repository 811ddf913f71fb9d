package dev.rwtui.engine;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.python.EnvironmentFinder;
import dev.rwtui.python.EnvironmentProbe;
import dev.rwtui.python.files.RequirementFiles;
import dev.rwtui.python.files.RequirementsException;
import dev.rwtui.python.files.Setting;
import dev.rwtui.python.files.SourceFile;
import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.Comparison;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.python.model.PackageSet;
import dev.rwtui.python.model.Requirements;
import dev.rwtui.python.remedy.Remedy;
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
    private final Cancellation closing;

    Comparisons(EnvironmentProbe probe, Machines machines, Cancellation closing) {
        this.closing = closing;
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

    /** One that was looked at. */
    private record Installed(Environment environment, PackageSet packages) {}

    Compared compare(EnvironmentRef a, EnvironmentRef b) {
        try {
            if (b instanceof EnvironmentRef.InFile wanted) {
                return against(wanted, a);
            }
            return a instanceof EnvironmentRef.InFile wanted ? against(wanted, b) : both(a, b);
        } catch (PlaceException e) {
            return Compared.failed(a.words(), b.words(), e.words());
        }
    }

    private Compared both(EnvironmentRef a, EnvironmentRef b) throws PlaceException {
        Installed here = installed(a);
        Installed there = installed(b);
        return compared(a, b, Comparison.of(here.packages(), there.packages()), there.environment());
    }

    /** A file may ask for other things on other machines: so the environment comes first. */
    private Compared against(EnvironmentRef.InFile wanted, EnvironmentRef b) throws PlaceException {
        if (b instanceof EnvironmentRef.InFile) {
            throw new PlaceException("both are files: one side must be an environment");
        }
        Installed there = installed(b);
        Comparison comparison = Comparison.of(there.packages(), read(wanted, there.packages()));
        return compared(wanted, b, comparison, there.environment());
    }

    private static Compared compared(EnvironmentRef a, EnvironmentRef b, Comparison comparison, Environment target) {
        Comparison named = comparison.between(a.words(), b.words());
        return new Compared(a.words(), b.words(), Optional.of(named), Remedy.commands(named, target), Optional.empty());
    }

    private Installed installed(EnvironmentRef ref) throws PlaceException {
        if (ref instanceof EnvironmentRef.OnHost on) {
            return installed(on.host() + ": ", machines.host(on.host()), on.environment(), machines.known(on.host()));
        }
        return installed("here: ", machines.here(), ((EnvironmentRef.Here) ref).environment(), List.of());
    }

    private Installed installed(String where, Place place, String name, List<Environment> known) throws PlaceException {
        try {
            Environment environment = finder.find(place, name, known, closing);
            return new Installed(environment, probe.packages(place, environment, closing));
        } catch (PlaceException e) {
            throw new PlaceException(e.words().startsWith(where) ? e.words() : where + e.words());
        }
    }

    /** What it names is read where it lies beside it, or above. */
    private static Requirements read(EnvironmentRef.InFile file, PackageSet there) throws PlaceException {
        Path path = Path.of(file.path());
        Setting setting = Setting.of(there).including(named -> beside(path, file.shown(), named));
        try {
            return RequirementFiles.read(new SourceFile(file.shown(), text(path)), setting);
        } catch (NoSuchFileException e) {
            throw new PlaceException(file.shown() + ": there is no such file");
        } catch (MalformedInputException e) {
            throw new PlaceException(file.shown() + ": it is no text in UTF-8");
        } catch (IOException e) {
            throw new PlaceException(file.shown() + ": " + e.getMessage());
        } catch (RequirementsException e) {
            throw new PlaceException(e.words());
        }
    }

    /** @param named starts from where {@code shown} does */
    private static Optional<String> beside(Path path, String shown, String named) {
        if (shown.startsWith("/")) {
            // Then what it names is absolute as well; only what lies below its own directory is read.
            Path parent = path.getRoot().resolve(path).getParent();
            Path wanted = Path.of(named).normalize();
            return parent != null && wanted.startsWith(parent) ? textIfThere(wanted) : Optional.empty();
        }
        if (named.startsWith("/") || named.contains("://") || !path.endsWith(shown)) {
            return Optional.empty();
        }
        int above = path.getNameCount() - Path.of(shown).getNameCount();
        Path start = above == 0 ? path.getRoot() : path.getRoot().resolve(path.subpath(0, above));
        return textIfThere(start.resolve(named).normalize());
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
