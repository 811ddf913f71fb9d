package dev.rwtui.python.files;

import dev.rwtui.python.model.Constraint;
import dev.rwtui.python.model.PackageName;
import dev.rwtui.python.model.Requirement;
import dev.rwtui.python.model.Requirements;
import dev.rwtui.python.model.Specifiers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads pyproject.toml: the dependencies of the project (PEP 621), or of poetry where it has none. Extras and groups are
 * noted and not compared: nothing tells which of them an environment was made with.
 */
final class Pyproject {

    private final SourceFile file;
    private final Node root;
    private final Draft draft;

    private Pyproject(SourceFile file, Node root) {
        this.file = file;
        this.root = root;
        draft = new Draft(file);
    }

    static Requirements read(SourceFile file, Node root) {
        return new Pyproject(file, root).read();
    }

    private Requirements read() {
        root.text("project", "requires-python").ifPresent(this::python);
        root.at("project", "dependencies").ifPresent(this::dependencies);
        root.at("tool", "poetry", "dependencies").ifPresent(this::poetry);
        boolean isDynamic = root.at("project", "dynamic").stream()
                .flatMap(list -> list.items().stream())
                .anyMatch(one -> one.text().filter("dependencies"::equals).isPresent());
        if (isDynamic) {
            draft.note(line("dynamic"), "the dependencies are made by the build backend and not compared");
        }
        noteTables("optional-dependencies", "extra", "project", "optional-dependencies");
        noteTables("dependency-groups", "group", "dependency-groups");
        noteTables("tool.poetry.group", "group", "tool", "poetry", "group");
        noteTables("tool.poetry.dev-dependencies", "package for development", "tool", "poetry", "dev-dependencies");
        noteTables("tool.pixi", "section", "tool", "pixi");
        root.at("tool", "uv", "dev-dependencies")
                .ifPresent(list -> draft.note(line("dev-dependencies"), "tool.uv.dev-dependencies is not compared"));
        return draft.finish(Requirements.Kind.WANTS);
    }

    private void noteTables(String where, String what, String... path) {
        root.at(path).filter(table -> !table.fields().isEmpty()).ifPresent(table -> {
            String names = String.join(", ", table.fields().keySet());
            draft.note(line("[" + String.join(".", path)), where + " is not compared: " + what + " " + names);
        });
    }

    private int line(String text) {
        return file.lineOf(text);
    }

    private void python(String text) {
        Specifiers.parse(text)
                .ifPresentOrElse(
                        specifiers -> draft.python(Constraint.Pep440.of(specifiers)),
                        () -> draft.note(line(text), "requires-python is left out: no versions that PEP 440 knows"));
    }

    private void dependencies(Node list) {
        Map<PackageName, Constraint> sources = sources();
        for (Node one : list.items()) {
            String text = one.text().orElse("");
            int line = line(text);
            Pep508.parse(text, line)
                    .map(requirement -> Optional.ofNullable(sources.get(PackageName.of(requirement.name())))
                            .map(source -> Requirement.of(requirement.name(), source, line)
                                    .where(requirement.marker()))
                            .orElse(requirement))
                    .ifPresentOrElse(
                            draft::add, () -> draft.note(line, "left out, since PEP 508 does not know it: " + text));
        }
    }

    /** What uv takes from somewhere else than an index, by name. */
    private Map<PackageName, Constraint> sources() {
        Map<PackageName, Constraint> sources = new HashMap<>();
        root.at("tool", "uv", "sources").map(Node::fields).orElse(Map.of()).forEach((name, source) -> {
            Addresses.of(source).ifPresent(url -> sources.put(PackageName.of(name), new Constraint.Url(url)));
            if (!source.items().isEmpty()) {
                draft.note(line(name), "tool.uv.sources has several places for " + name + ": any is taken for right");
            }
        });
        return sources;
    }

    private void poetry(Node table) {
        boolean alreadySaid = root.at("project", "dependencies").isPresent();
        if (alreadySaid) {
            draft.note(
                    line("[tool.poetry.dependencies"),
                    "tool.poetry.dependencies is not compared: project.dependencies counts");
            return;
        }
        table.fields().forEach((name, value) -> {
            if (name.equals("python")) {
                value.text().flatMap(PoetryConstraint::parse).ifPresent(draft::python);
            } else if (value.items().isEmpty()) {
                poetry(name, value);
            } else {
                value.items().forEach(one -> poetry(name, one));
            }
        });
    }

    private void poetry(String name, Node value) {
        int line = line("\n" + name) + (line("\n" + name) > 0 ? 1 : 0);
        if (value.isTrue("optional")) {
            draft.note(line, name + " is optional and not compared");
            return;
        }
        Optional<Constraint> constraint = Addresses.of(value)
                .map(url -> (Constraint) new Constraint.Url(url))
                .or(() -> value.text().or(() -> value.text("version")).flatMap(PoetryConstraint::parse));
        constraint.ifPresentOrElse(
                wanted -> draft.add(Requirement.of(name, wanted, line).where(PoetryMarkers.of(value))),
                () -> draft.note(line, name + " is left out: its version is none that poetry knows"));
    }
}
