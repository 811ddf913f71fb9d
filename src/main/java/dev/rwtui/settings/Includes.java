package dev.rwtui.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads files with what they include; git-config(1), Includes and Conditional includes. */
final class Includes {

    /** Git's own limit. */
    private static final int DEEPEST = 10;

    private final GitConfig.Scope scope;
    private final List<ConfigEntry> entries;
    private int depth;

    Includes(GitConfig.Scope scope, List<ConfigEntry> entries) {
        this.scope = scope;
        this.entries = entries;
    }

    void read(Path file) throws ConfigException {
        for (ConfigEntry entry : new ConfigFile(file).read().entries()) {
            entries.add(entry);
            if (entry.name().equals("path") && includes(entry)) {
                include(entry);
            }
        }
    }

    private void include(ConfigEntry entry) throws ConfigException {
        if (depth == DEEPEST) {
            throw entry.fault("includes more than " + DEEPEST + " files within each other, perhaps itself");
        }
        depth++;
        read(resolved(entry.text(), entry.file()));
        depth--;
    }

    private boolean includes(ConfigEntry entry) {
        return entry.prefix().equals("include")
                || entry.subsectionOf("includeif")
                        .map(condition -> holds(condition, entry.file()))
                        .orElse(false);
    }

    private boolean holds(String condition, Path file) {
        if (condition.startsWith("gitdir:")) {
            return isIn(directories(condition.substring(7), file), 0);
        }
        if (condition.startsWith("gitdir/i:")) {
            return isIn(directories(condition.substring(9), file), Pattern.CASE_INSENSITIVE);
        }
        if (condition.startsWith("onbranch:")) {
            String pattern = below(condition.substring(9));
            return scope.branch().filter(Wildcards.of(pattern, 0)).isPresent();
        }
        return false;
    }

    private boolean isIn(String pattern, int flags) {
        return scope.gitDirectory()
                .filter(directory -> Wildcards.of(pattern, flags).test(real(directory))
                        || Wildcards.of(pattern, flags).test(directory.toString()))
                .isPresent();
    }

    private String directories(String pattern, Path file) {
        if (pattern.startsWith("~/")) {
            return below(Wildcards.literal(real(scope.home())) + pattern.substring(1));
        }
        if (pattern.startsWith("./")) {
            Optional<Path> parent = Optional.ofNullable(file.toAbsolutePath().getParent());
            return below(
                    parent.map(directory -> Wildcards.literal(real(directory))).orElse("") + pattern.substring(1));
        }
        return below(pattern.startsWith("/") ? pattern : "**/" + pattern);
    }

    private static String below(String pattern) {
        return pattern.endsWith("/") ? pattern + "**" : pattern;
    }

    private Path resolved(String path, Path from) {
        return path.startsWith("~/")
                ? scope.home().resolve(path.substring(2))
                : from.toAbsolutePath().resolveSibling(path);
    }

    private static String real(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize().toString();
        }
    }
}
