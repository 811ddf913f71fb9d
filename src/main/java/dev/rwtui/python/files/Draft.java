package dev.rwtui.python.files;

import dev.rwtui.python.model.Constraint;
import dev.rwtui.python.model.PackageName;
import dev.rwtui.python.model.Requirement;
import dev.rwtui.python.model.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requirements while their file is read. */
final class Draft {

    private final SourceFile file;
    private final List<Requirement> packages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Constraint python;

    Draft(SourceFile file) {
        this.file = file;
    }

    SourceFile file() {
        return file;
    }

    void add(Requirement requirement) {
        packages.add(requirement);
    }

    List<Requirement> packages() {
        return packages;
    }

    /** What is wanted of python itself; of several wishes the last. */
    void python(Constraint constraint) {
        python = constraint;
    }

    void note(int line, String sentence) {
        note(file.place(line) + sentence);
    }

    void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    boolean asksFor(String name) {
        PackageName wanted = PackageName.of(name);
        return packages.stream().anyMatch(one -> PackageName.of(one.name()).equals(wanted));
    }

    Requirements finish(Requirements.Kind kind) {
        return new Requirements(file.baseName(), kind, Optional.ofNullable(python), packages, notes);
    }
}
