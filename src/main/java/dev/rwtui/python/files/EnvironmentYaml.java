package dev.rwtui.python.files;

import dev.rwtui.python.model.CondaSpec;
import dev.rwtui.python.model.Constraint;
import dev.rwtui.python.model.Constraint.Exact;
import dev.rwtui.python.model.InstalledPackage.Manager;
import dev.rwtui.python.model.Requirement;
import dev.rwtui.python.model.Requirements;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads environment.yml. It is a lock where each package of conda has version and build, as {@code conda env export} writes
 * them.
 */
final class EnvironmentYaml {

    private static final Pattern EXPORTED = Pattern.compile("(?:\\S+::)?[^=\\s\\[]+=([^=\\s*|]+)=([^=\\s*|]+)");

    private final Draft draft;
    private final RequirementsTxt pip;
    private int exported;
    private int asked;

    private EnvironmentYaml(SourceFile file, Setting setting) {
        draft = new Draft(file);
        pip = new RequirementsTxt(draft, setting);
    }

    static Requirements read(SourceFile file, Node root, Setting setting) throws RequirementsException {
        return new EnvironmentYaml(file, setting).read(root);
    }

    private Requirements read(Node root) throws RequirementsException {
        for (Node one : root.at("dependencies").map(Node::items).orElseThrow()) {
            if (one.text().isPresent()) {
                conda(one.text().get(), one.line());
            } else {
                one.at("pip").ifPresent(this::pip);
                one.fields().keySet().stream()
                        .filter(name -> !name.equals("pip"))
                        .forEach(name -> draft.note(one.line(), "what is under " + name + ": is not compared"));
            }
        }
        pip.limit();
        return draft.finish(exported > 0 && asked == 0 ? Requirements.Kind.LOCK : Requirements.Kind.WANTS);
    }

    private void conda(String text, int line) throws RequirementsException {
        CondaSpec spec = CondaSpec.parse(text)
                .orElseThrow(
                        () -> new RequirementsException(draft.file(), line, "conda would not understand: " + text));
        Matcher whole = EXPORTED.matcher(text);
        Constraint constraint = whole.matches()
                ? new Exact(
                        whole.group(1), Manager.CONDA, Optional.of(whole.group(2)), spec.channel(), Optional.empty())
                : new Constraint.Conda(spec);
        exported += whole.matches() ? 1 : 0;
        asked += whole.matches() ? 0 : 1;
        if (spec.name().equals("python")) {
            draft.python(constraint);
        } else {
            draft.add(Requirement.of(spec.name(), constraint, line));
        }
    }

    private void pip(Node list) {
        for (Node one : list.items()) {
            one.text().ifPresent(text -> pip.line(draft.file(), text, one.line()));
        }
    }
}
