package dev.rwtui.python.files;

import dev.rwtui.python.model.Marker;
import dev.rwtui.python.model.MarkerEnvironment;
import dev.rwtui.python.model.Requirement;
import dev.rwtui.python.model.Requirements;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Files that tests read, for one machine. */
final class Reading {

    static final Setting LINUX = setting("3.10.13", "Linux", "x86_64");

    private Reading() {}

    static Setting setting(String python, String system, String machine) {
        return new Setting(
                MarkerEnvironment.of(Optional.of(python), system, machine),
                Setting.platform(system, machine),
                path -> Optional.empty());
    }

    /** A file of {@code src/test/resources/python/files}. */
    static SourceFile sample(String name) {
        return new SourceFile(name, text(name));
    }

    static String text(String name) {
        try (InputStream in = Reading.class.getResourceAsStream("/python/files/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Requirements read(String name, String... lines) throws RequirementsException {
        return RequirementFiles.read(new SourceFile(name, String.join("\n", lines) + "\n"), LINUX);
    }

    /** One line each: line number, name, constraint, and what else there is to say. */
    static List<String> packages(Requirements requirements, Setting setting) {
        return requirements.packages().stream()
                .map(one -> described(one, setting))
                .toList();
    }

    private static String described(Requirement one, Setting setting) {
        boolean applies = one.marker()
                .map(marker -> marker.in(setting.environment()) == Marker.Answer.YES)
                .orElse(true);
        return one.line() + " " + one.words() + (one.need() == Requirement.Need.MAY ? ", if there" : "")
                + (applies ? "" : ", not here");
    }
}
