package dev.rwtui.python.files;

import dev.rwtui.python.model.MarkerEnvironment;
import dev.rwtui.python.model.PackageSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * For what a file is read.
 *
 * @param environment what markers are compared with, where a lock must be walked
 * @param platform as conda names it: {@code linux-64}
 * @param includes gives the text of another file that one names, by its path relative to where the reading began, or its
 *     address; empty for what is not to be read. The file decides the path: whoever reads must see to where that leads.
 */
public record Setting(MarkerEnvironment environment, String platform, Function<String, Optional<String>> includes) {

    /** For an environment that is there; other files are noted and not read. */
    public static Setting of(PackageSet there) {
        return new Setting(
                MarkerEnvironment.of(there), platform(there.system(), there.machine()), path -> Optional.empty());
    }

    public Setting including(Function<String, Optional<String>> files) {
        return new Setting(environment, platform, files);
    }

    /** conda's name for a machine, from what {@code uname} says. */
    static String platform(String system, String machine) {
        String kind = machine.toLowerCase(Locale.ROOT);
        return switch (system) {
            case "Linux" -> "linux-" + (kind.equals("x86_64") ? "64" : kind);
            case "Darwin" -> "osx-" + (kind.equals("x86_64") ? "64" : kind);
            case "Windows" -> "win-" + (kind.equals("amd64") || kind.equals("x86_64") ? "64" : kind);
            default -> system.toLowerCase(Locale.ROOT) + "-" + kind;
        };
    }
}
