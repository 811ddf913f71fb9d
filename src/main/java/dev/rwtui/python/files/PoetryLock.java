package dev.rwtui.python.files;

import dev.rwtui.python.model.Constraint;
import dev.rwtui.python.model.Constraint.Exact;
import dev.rwtui.python.model.Marker;
import dev.rwtui.python.model.PackageName;
import dev.rwtui.python.model.Requirement;
import dev.rwtui.python.model.Requirement.Need;
import dev.rwtui.python.model.Requirements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads poetry.lock, of poetry 1 and 2. From 2.0 on it says of each package for which groups it is and where it applies.
 * Before, both must be guessed: a package that others need by edges alone whose marker does not hold here may be missing.
 */
final class PoetryLock {

    private final Draft draft;
    private final Setting setting;
    private final List<Node> all;
    private final PackageLines lines;

    private PoetryLock(SourceFile file, List<Node> all, Setting setting) {
        draft = new Draft(file);
        this.all = all;
        this.setting = setting;
        lines = PackageLines.of(file);
    }

    static Requirements read(SourceFile file, Node root, Setting setting) throws RequirementsException {
        List<Node> all = root.at("package").map(Node::items).orElse(List.of());
        return new PoetryLock(file, all, setting).read(root);
    }

    private Requirements read(Node root) throws RequirementsException {
        root.text("metadata", "python-versions")
                .flatMap(PoetryConstraint::parse)
                .ifPresent(draft::python);
        boolean saysGroups = all.stream().anyMatch(one -> one.at("groups").isPresent());
        boolean saysCategories = all.stream().anyMatch(one -> one.at("category").isPresent());
        if (!saysGroups && !saysCategories && !all.isEmpty()) {
            draft.note("This lock does not say which packages are for development alone: all are taken as needed");
        }
        Set<PackageName> doubtful = saysGroups ? Set.of() : neededElsewhere();
        for (Node one : all) {
            add(one, doubtful);
        }
        return draft.finish(Requirements.Kind.LOCK);
    }

    private void add(Node one, Set<PackageName> doubtful) throws RequirementsException {
        String name = one.text("name")
                .orElseThrow(() -> new RequirementsException(draft.file(), 0, "a package without a name"));
        String version = one.text("version")
                .orElseThrow(() -> new RequirementsException(draft.file(), 0, name + " has no version"));
        Constraint constraint =
                address(one).map(url -> (Constraint) new Constraint.Url(url)).orElse(Exact.pip(version));
        Need need = isChoice(one) || doubtful.contains(PackageName.of(name)) ? Need.MAY : Need.MUST;
        draft.add(Requirement.of(name, constraint, lines.of(one))
                .where(marker(one))
                .needed(need));
    }

    private boolean isChoice(Node one) {
        Set<String> groups = new HashSet<>();
        one.at("groups")
                .map(Node::items)
                .orElse(List.of())
                .forEach(group -> group.text().ifPresent(groups::add));
        one.text("category").ifPresent(groups::add);
        boolean isOfOtherGroup = !groups.isEmpty() && !groups.contains("main");
        if (isOfOtherGroup) {
            groups.forEach(group -> draft.note("The group " + group + " is compared where its packages are installed"));
        }
        return isOfOtherGroup || one.isTrue("optional");
    }

    /** One for all groups, or one for each: of these the main group's, or any where it has none. */
    private static Optional<Marker> marker(Node one) {
        Optional<Node> markers = one.at("markers");
        List<Marker> byGroup = new ArrayList<>();
        Map<String, Node> groups = markers.map(Node::fields).orElse(Map.of());
        groups.forEach((group, text) -> {
            if (group.equals("main") || !groups.containsKey("main")) {
                text.text().flatMap(Marker::parse).ifPresent(byGroup::add);
            }
        });
        return byGroup.isEmpty()
                ? markers.flatMap(Node::text).flatMap(Marker::parse)
                : Optional.of(new Marker.Or(byGroup));
    }

    private static Optional<String> address(Node one) {
        Optional<Node> source = one.at("source");
        Optional<String> url = source.flatMap(it -> it.text("url"));
        return switch (source.flatMap(it -> it.text("type")).orElse("")) {
            case "git" -> {
                String commit = source.flatMap(it -> it.text("resolved_reference"))
                        .map(it -> "@" + it)
                        .orElse("");
                yield url.map(address -> Addresses.withPrefix(address) + commit);
            }
            case "url" -> url;
            case "directory", "file" -> url.map(Addresses::directory);
            default -> Optional.empty();
        };
    }

    /** Packages that are needed by others, but by none of them here. */
    private Set<PackageName> neededElsewhere() {
        Set<PackageName> here = new HashSet<>();
        Set<PackageName> elsewhere = new HashSet<>();
        for (Node one : all) {
            one.at("dependencies").map(Node::fields).orElse(Map.of()).forEach((name, edge) -> {
                List<Node> alternatives = edge.items().isEmpty() ? List.of(edge) : edge.items();
                boolean applies = alternatives.stream().anyMatch(this::applies);
                (applies ? here : elsewhere).add(PackageName.of(name));
            });
        }
        elsewhere.removeAll(here);
        return elsewhere;
    }

    private boolean applies(Node edge) {
        return !edge.isTrue("optional")
                && PoetryMarkers.of(edge)
                        .map(marker -> marker.appliesIn(setting.environment()))
                        .orElse(true);
    }
}
