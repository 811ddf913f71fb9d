package dev.rwtui.python.model;

import dev.rwtui.python.model.Comparison.Python;
import dev.rwtui.python.model.Comparison.Python.Agreement;
import dev.rwtui.python.model.Constraint.Fit;
import dev.rwtui.python.model.InstalledPackage.Manager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds how an environment differs from what is wanted of it. */
final class Comparing {

    /** It is the interpreter, which is compared by its own version. */
    private static final PackageName PYTHON = PackageName.of("python");

    private final Requirements wanted;
    private final PackageSet there;
    private final Builds builds;
    private final Map<PackageName, List<Requirement>> requirements = new TreeMap<>();
    private final Map<PackageName, InstalledPackage> installed = new TreeMap<>();
    private final List<Difference> onlyHere = new ArrayList<>();
    private final List<Difference> onlyThere = new ArrayList<>();
    private final List<Difference> otherVersion = new ArrayList<>();
    private final List<Difference> otherBuild = new ArrayList<>();
    private final Set<String> onlyConda = new TreeSet<>();
    private final List<String> notes;
    private int same;

    /** Whether builds of conda are compared: those of different systems always differ. */
    private enum Builds {
        COMPARED,
        IGNORED
    }

    private Comparing(PackageSet there, Requirements wanted, Builds builds) {
        this.wanted = wanted;
        this.there = there;
        this.builds = builds;
        notes = new ArrayList<>(wanted.notes());
    }

    static Comparison of(PackageSet a, PackageSet b) {
        boolean alike = a.system().equals(b.system()) && a.machine().equals(b.machine());
        Builds builds = alike ? Builds.COMPARED : Builds.IGNORED;
        return new Comparing(b, Requirements.of(a, "A"), builds).compare().between("A", "B");
    }

    static Comparison of(PackageSet there, Requirements wanted) {
        return new Comparing(there, wanted, Builds.COMPARED).compare();
    }

    private Comparison compare() {
        index();
        Set<PackageName> keys = new TreeSet<>(requirements.keySet());
        keys.addAll(installed.keySet());
        keys.remove(PYTHON);
        keys.forEach(this::compare);
        return new Comparison(
                new Comparison.Sides(wanted.title(), "there"),
                wanted.kind(),
                onlyHere,
                onlyThere,
                otherVersion,
                otherBuild,
                List.copyOf(onlyConda),
                same,
                python(),
                notes);
    }

    private void index() {
        MarkerEnvironment environment = MarkerEnvironment.of(there);
        for (Requirement requirement : wanted.packages()) {
            Marker.Answer answer =
                    requirement.marker().map(marker -> marker.in(environment)).orElse(Marker.Answer.YES);
            if (answer == Marker.Answer.UNKNOWN) {
                notes.add(requirement.name() + " is taken to apply: its marker asks for what is not known");
            }
            if (answer != Marker.Answer.NO) {
                requirements
                        .computeIfAbsent(
                                CondaNames.key(requirement.name(), requirement.manager()), key -> new ArrayList<>())
                        .add(requirement);
            }
        }
        for (InstalledPackage one : there.packages()) {
            installed.merge(CondaNames.key(one.name(), one.manager()), one, Comparing::inUse);
        }
    }

    /** Of two that claim one name: what pip has put over conda's is imported, unless they are one and the same. */
    private static InstalledPackage inUse(InstalledPackage a, InstalledPackage b) {
        InstalledPackage byPip = a.manager() == Manager.PIP ? a : b;
        InstalledPackage byConda = a.manager() == Manager.PIP ? b : a;
        return byPip.version().equals(byConda.version()) ? byConda : byPip;
    }

    private void compare(PackageName key) {
        List<Requirement> asked = requirements.getOrDefault(key, List.of());
        @Nullable InstalledPackage present = installed.get(key);
        if (present == null) {
            asked.stream()
                    .filter(one -> one.need() == Requirement.Need.MUST)
                    .findFirst()
                    .ifPresent(one -> missing(key, one));
        } else if (asked.isEmpty()) {
            surplus(key, present);
        } else {
            both(key, asked, present);
        }
    }

    private void missing(PackageName key, Requirement asked) {
        if (asked.constraint() instanceof Constraint.Exact exact
                && exact.manager() == Manager.CONDA
                && isOutsideOfPip(
                        asked.name(), exact.build(), there.packages().stream().map(InstalledPackage::manager))) {
            onlyConda.add(asked.name());
        } else {
            onlyHere.add(new Difference(key, Optional.of(asked), Optional.empty()));
        }
    }

    private void surplus(PackageName key, InstalledPackage present) {
        boolean isProject = wanted.kind() == Requirements.Kind.LOCK
                && present.origin().filter(Origins::isDirectory).isPresent();
        if (wanted.kind() == Requirements.Kind.WANTS || isProject) {
            return;
        }
        if (present.manager() == Manager.CONDA
                && isOutsideOfPip(
                        present.name(),
                        present.build(),
                        wanted.packages().stream().map(Requirement::manager))) {
            onlyConda.add(present.name());
        } else {
            onlyThere.add(new Difference(key, Optional.empty(), Optional.of(present)));
        }
    }

    private static boolean isOutsideOfPip(String name, Optional<String> build, Stream<Manager> otherSide) {
        return CondaNames.isForeignToPip(name, build.orElse(""))
                && otherSide.noneMatch(manager -> manager == Manager.CONDA);
    }

    /** What is asked for several times must be right for all who ask; a lock that names several versions takes any. */
    private void both(PackageName key, List<Requirement> asked, InstalledPackage present) {
        Comparator<Requirement> byFit = Comparator.comparing(one -> fit(one.constraint(), present));
        Requirement deciding = wanted.kind() == Requirements.Kind.WANTS
                ? Collections.max(asked, byFit)
                : Collections.min(asked, byFit);
        Difference difference = new Difference(key, Optional.of(deciding), Optional.of(present));
        switch (fit(deciding.constraint(), present)) {
            case FITS -> same++;
            case OTHER_BUILD -> otherBuild.add(difference);
            case OTHER_VERSION -> otherVersion.add(difference);
        }
    }

    private Fit fit(Constraint constraint, InstalledPackage present) {
        return builds == Builds.IGNORED && constraint instanceof Constraint.Exact exact
                ? exact.ofAnyBuild().fit(present)
                : constraint.fit(present);
    }

    private Python python() {
        String here = wanted.python().map(Constraint::words).orElse("");
        return new Python(here, there.python().orElse(""), agreement());
    }

    private Agreement agreement() {
        if (wanted.python().isEmpty()) {
            boolean saysNothing = wanted.kind() == Requirements.Kind.INSTALLED
                    && there.python().isPresent();
            return saysNothing ? Agreement.UNKNOWN : Agreement.SAME;
        }
        if (there.python().isEmpty()) {
            return Agreement.UNKNOWN;
        }
        boolean admitted = wanted.python().get().admitsPython(there.python().get());
        return admitted ? Agreement.SAME : Agreement.OTHER;
    }
}
