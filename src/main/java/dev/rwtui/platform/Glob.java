package dev.rwtui.platform;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * glob(3): {@code *}, {@code ?}, <code>[a-z]</code> and backslash escapes in every part of an absolute path; a leading dot
 * must be spelled out. Paths come in byte order.
 */
final class Glob {

    private final String pattern;

    Glob(String pattern) {
        this.pattern = pattern;
    }

    /** Empty where nothing matches; a directory that cannot be listed matches nothing. */
    List<String> paths() {
        if (pattern.indexOf('\0') >= 0) {
            return List.of();
        }
        List<String> found = List.of("/");
        for (String part : pattern.split("/")) {
            if (!part.isEmpty()) {
                found = step(found, part);
            }
        }
        List<String> sorted = new ArrayList<>(found);
        if (pattern.endsWith("/")) {
            sorted.removeIf(path -> !Files.isDirectory(Path.of(path)));
        }
        Collections.sort(sorted);
        return List.copyOf(sorted);
    }

    private static List<String> step(List<String> directories, String part) {
        List<String> next = new ArrayList<>();
        for (String directory : directories) {
            String prefix = directory.endsWith("/") ? directory : directory + "/";
            if (isLiteral(part)) {
                addIfThere(next, prefix + literal(part));
            } else {
                for (String name : names(directory, part)) {
                    next.add(prefix + name);
                }
            }
        }
        return next;
    }

    /** Whether a part of a pattern can match one name alone. */
    static boolean isLiteral(String part) {
        return part.indexOf('*') < 0 && part.indexOf('?') < 0 && part.indexOf('[') < 0;
    }

    /** The name that a literal part matches. */
    static String literal(String part) {
        StringBuilder text = new StringBuilder(part.length());
        for (int at = 0; at < part.length(); at++) {
            boolean escapes = part.charAt(at) == '\\' && at + 1 < part.length();
            text.append(part.charAt(escapes ? ++at : at));
        }
        return text.toString();
    }

    private static void addIfThere(List<String> paths, String path) {
        if (Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS)) {
            paths.add(path);
        }
    }

    /** The names in a directory that a part with wildcards matches. */
    static List<String> names(String directory, String part) {
        List<String> names = new ArrayList<>();
        Predicate<String> wanted = matching(part);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(directory))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (wanted.test(name)) {
                    names.add(name);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        return names;
    }

    /** Whether a part with wildcards matches a name. */
    static Predicate<String> matching(String part) {
        FileNamePattern wanted = new FileNamePattern(part);
        return name -> name.startsWith(".") == part.startsWith(".") && wanted.matches(name);
    }
}
