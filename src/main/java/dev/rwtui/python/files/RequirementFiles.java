package dev.rwtui.python.files;

import dev.rwtui.python.model.Requirements;
import java.util.Locale;
import java.util.Optional;

/** Reads whatever file says what an environment is to have: it is known by its name, and where that says little by its text. */
public final class RequirementFiles {

    private RequirementFiles() {}

    /**
     * @throws RequirementsException where the file is none of these, is malformed, or is for other platforms alone. What can
     *     be left out, such as one line of a requirements.txt, is a note instead.
     */
    public static Requirements read(SourceFile file, Setting setting) throws RequirementsException {
        String name = file.baseName().toLowerCase(Locale.ROOT);
        if (isExplicit(file.text())) {
            return ExplicitList.read(file, setting);
        }
        if (name.equals("pixi.lock") || name.equals("pipfile.lock") || name.equals("pylock.toml")) {
            throw new RequirementsException(
                    file, 0, "rwtui does not read this kind of lock; export a requirements.txt");
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return yaml(file, setting);
        }
        if (name.endsWith(".toml") || name.equals("uv.lock") || name.equals("poetry.lock")) {
            return toml(file, setting);
        }
        if (name.endsWith(".txt") || name.endsWith(".in")) {
            return RequirementsTxt.read(file, setting);
        }
        return byText(file, setting);
    }

    private static boolean isExplicit(String text) {
        return text.lines().limit(100).anyMatch(line -> line.strip().equals("@EXPLICIT"));
    }

    private static Requirements byText(SourceFile file, Setting setting) throws RequirementsException {
        if (hasLine(file, "\\[\\[?(package|project|tool\\.poetry.*|metadata)\\]\\]?\\s*")) {
            return toml(file, setting);
        }
        if (hasLine(file, "(dependencies|package):\\s*")) {
            return yaml(file, setting);
        }
        Requirements requirements = RequirementsTxt.read(file, setting);
        if (requirements.packages().isEmpty() || !requirements.notes().isEmpty()) {
            throw unknown(file);
        }
        return requirements;
    }

    private static boolean hasLine(SourceFile file, String form) {
        return file.text().lines().anyMatch(line -> line.matches(form));
    }

    private static Requirements yaml(SourceFile file, Setting setting) throws RequirementsException {
        Node root = Trees.yaml(file);
        if (isSequence(root.at("package"))) {
            return CondaLock.read(file, root, setting);
        }
        if (isSequence(root.at("dependencies"))) {
            return EnvironmentYaml.read(file, root, setting);
        }
        throw unknown(file);
    }

    private static boolean isSequence(Optional<Node> node) {
        return node.filter(Node.Sequence.class::isInstance).isPresent();
    }

    private static Requirements toml(SourceFile file, Setting setting) throws RequirementsException {
        Node root = Trees.toml(file);
        if (root.text("metadata", "content-hash").isPresent()) {
            return PoetryLock.read(file, root, setting);
        }
        if (isSequence(root.at("package")) && root.text("version").isPresent()) {
            return UvLock.read(file, root, setting);
        }
        boolean isProject =
                root.at("project").isPresent() || root.at("tool", "poetry").isPresent();
        if (isProject
                || root.at("dependency-groups").isPresent()
                || root.at("build-system").isPresent()) {
            return Pyproject.read(file, root);
        }
        throw unknown(file);
    }

    private static RequirementsException unknown(SourceFile file) {
        return new RequirementsException(
                file,
                0,
                "is neither environment.yml, requirements.txt, pyproject.toml, uv.lock, poetry.lock, conda-lock.yml nor an"
                        + " explicit list of conda");
    }
}
