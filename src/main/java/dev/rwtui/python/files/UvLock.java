package dev.rwtui.python.files;

import dev.rwtui.python.model.Constraint;
import dev.rwtui.python.model.Constraint.Exact;
import dev.rwtui.python.model.Marker;
import dev.rwtui.python.model.Requirement;
import dev.rwtui.python.model.Requirement.Need;
import dev.rwtui.python.model.Requirements;
import dev.rwtui.python.model.Specifiers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads uv.lock, which holds the packages of all platforms: what an environment needs is what the project's dependencies lead
 * to, by edges whose marker holds there. What the project's extras and groups lead to is compared where it is installed.
 */
final class UvLock {

    private final Draft draft;
    private final Setting setting;
    private final Map<String, List<Node>> byName = new LinkedHashMap<>();
    private final PackageLines lines;

    /** Packages that have been arrived at, each with the extras that were asked for; the empty name is the package itself. */
    private final IdentityHashMap<Node, Set<String>> visited = new IdentityHashMap<>();

    private UvLock(SourceFile file, Setting setting) {
        draft = new Draft(file);
        this.setting = setting;
        lines = PackageLines.of(file);
    }

    static Requirements read(SourceFile file, Node root, Setting setting) throws RequirementsException {
        return new UvLock(file, setting).read(root);
    }

    private Requirements read(Node root) throws RequirementsException {
        root.text("requires-python")
                .flatMap(Specifiers::parse)
                .ifPresent(specifiers -> draft.python(Constraint.Pep440.of(specifiers)));
        for (Node one : root.at("package").map(Node::items).orElse(List.of())) {
            String name = one.text("name")
                    .orElseThrow(() -> new RequirementsException(draft.file(), 0, "a package without a name"));
            byName.computeIfAbsent(name, key -> new ArrayList<>()).add(one);
        }
        List<Node> projects = projects();
        if (projects.isEmpty()) {
            throw new RequirementsException(
                    draft.file(), 0, "has no project of its own, so nothing tells what is needed");
        }
        projects.forEach(project -> visits(project, ""));
        projects.forEach(project -> follow(project.at("dependencies"), Need.MUST));
        projects.forEach(this::choices);
        projects.forEach(this::self);
        return draft.finish(Requirements.Kind.LOCK);
    }

    /** The packages of the workspace: they come from its own directories. */
    private List<Node> projects() {
        return byName.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.text("source", "virtual")
                        .or(() -> one.text("source", "editable"))
                        .isPresent())
                .toList();
    }

    /** The project itself: that it is not installed, or from where, is nobody's concern. */
    private void self(Node project) {
        String name = project.text("name").orElseThrow();
        draft.add(Requirement.of(name, Constraint.any(), lines.of(project)).needed(Need.MAY));
    }

    private void choices(Node project) {
        for (String table : List.of("optional-dependencies", "dev-dependencies")) {
            project.at(table).map(Node::fields).orElse(Map.of()).forEach((name, list) -> {
                draft.note((table.startsWith("dev") ? "The group " : "The extra ") + name
                        + " is compared where its packages are installed");
                follow(Optional.of(list), Need.MAY);
            });
        }
    }

    private void follow(Optional<Node> edges, Need need) {
        Deque<Node> open = new ArrayDeque<>(edges.map(Node::items).orElse(List.of()));
        while (!open.isEmpty()) {
            Node edge = open.poll();
            if (applies(edge)) {
                targets(edge).forEach(target -> arrive(edge, target, need, open));
            }
        }
    }

    private void arrive(Node edge, Node target, Need need, Deque<Node> open) {
        if (visits(target, "")) {
            add(target, need);
            target.at("dependencies").ifPresent(list -> open.addAll(list.items()));
        }
        for (Node extra : edge.at("extra").map(Node::items).orElse(List.of())) {
            String name = extra.text().orElse("");
            if (visits(target, name)) {
                target.at("optional-dependencies", name).ifPresent(list -> open.addAll(list.items()));
            }
        }
    }

    private boolean visits(Node one, String extra) {
        return visited.computeIfAbsent(one, key -> new HashSet<>()).add(extra);
    }

    private boolean applies(Node edge) {
        Optional<Marker> marker = edge.text("marker").flatMap(Marker::parse);
        return marker.map(it -> it.appliesIn(setting.environment())).orElse(true);
    }

    /** An edge names version and source only where there are several packages of the name. */
    private List<Node> targets(Node edge) {
        Optional<String> version = edge.text("version");
        return byName.getOrDefault(edge.text("name").orElse(""), List.of()).stream()
                .filter(one -> version.isEmpty() || version.equals(one.text("version")))
                .filter(one -> edge.at("source").isEmpty() || edge.at("source").equals(one.at("source")))
                .filter(this::isForHere)
                .toList();
    }

    /** Of a package that was resolved several times, each says for where. */
    private boolean isForHere(Node one) {
        List<Node> markers = one.at("resolution-markers").map(Node::items).orElse(List.of());
        return markers.isEmpty()
                || markers.stream()
                        .flatMap(marker -> marker.text().flatMap(Marker::parse).stream())
                        .anyMatch(marker -> marker.appliesIn(setting.environment()));
    }

    private void add(Node one, Need need) {
        String name = one.text("name").orElseThrow();
        Optional<String> url =
                one.at("source").filter(it -> it.text("registry").isEmpty()).flatMap(Addresses::of);
        Optional<String> version = one.text("version");
        Constraint constraint = url.map(it -> (Constraint) new Constraint.Url(repository(it)))
                .or(() -> version.map(Exact::pip))
                .orElse(Constraint.any());
        draft.add(Requirement.of(name, constraint, lines.of(one)).needed(need));
    }

    /** uv writes {@code https://host/repo?rev=main#commit}: what counts is the commit. */
    private static String repository(String url) {
        return url.startsWith("git+") ? url.replaceFirst("\\?[^#]*", "").replaceFirst("#", "@") : url;
    }
}
