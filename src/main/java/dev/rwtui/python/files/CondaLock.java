package dev.rwtui.python.files;

import dev.rwtui.python.model.Constraint;
import dev.rwtui.python.model.Constraint.Exact;
import dev.rwtui.python.model.InstalledPackage.Manager;
import dev.rwtui.python.model.Requirement;
import dev.rwtui.python.model.Requirement.Need;
import dev.rwtui.python.model.Requirements;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads conda-lock.yml, the lock that conda-lock makes for several platforms at once. */
final class CondaLock {

    private final Draft draft;
    private final Setting setting;
    private final Set<String> otherPlatforms = new TreeSet<>();
    private int packages;

    private CondaLock(SourceFile file, Setting setting) {
        this.draft = new Draft(file);
        this.setting = setting;
    }

    static Requirements read(SourceFile file, Node root, Setting setting) throws RequirementsException {
        return new CondaLock(file, setting).read(root);
    }

    private Requirements read(Node root) throws RequirementsException {
        for (Node one : root.at("package").map(Node::items).orElseThrow()) {
            add(one);
        }
        if (packages == 0) {
            String known = otherPlatforms.isEmpty() ? "nothing" : String.join(", ", otherPlatforms);
            throw new RequirementsException(
                    draft.file(), 0, "is for " + known + ", the environment is on " + setting.platform());
        }
        return draft.finish(Requirements.Kind.LOCK);
    }

    private void add(Node one) throws RequirementsException {
        String platform = one.text("platform").orElse(setting.platform());
        if (!platform.equals(setting.platform())) {
            otherPlatforms.add(platform);
            return;
        }
        String name = one.text("name").orElseThrow(() -> incomplete(one, "name"));
        String version = one.text("version").orElseThrow(() -> incomplete(one, "version"));
        packages++;
        Constraint constraint = constraint(one, version);
        if (name.equals("python")) {
            draft.python(constraint);
            return;
        }
        String category = one.text("category").orElse("main");
        boolean isChoice = one.isTrue("optional") || !category.equals("main");
        draft.add(Requirement.of(name, constraint, one.line()).needed(isChoice ? Need.MAY : Need.MUST));
        if (isChoice) {
            draft.note("Packages of the category " + category + " are compared where they are installed");
        }
    }

    private Constraint constraint(Node one, String version) {
        Optional<String> url = one.text("url");
        if (one.text("manager").filter("pip"::equals).isEmpty()) {
            return url.flatMap(CondaUrl::parse)
                    .map(CondaUrl::constraint)
                    .orElseGet(() ->
                            new Exact(version, Manager.CONDA, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        boolean isRepository = url.filter(address -> address.startsWith("git+")).isPresent();
        return isRepository ? new Constraint.Url(url.get()) : Exact.pip(version);
    }

    private RequirementsException incomplete(Node one, String what) {
        return new RequirementsException(draft.file(), one.line(), "a package without a " + what);
    }
}
