package dev.rwtui.platform;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
            sorted.removeIf(path -> path(path).filter(Files::isDirectory).isEmpty());
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
        if (path(path)
                .filter(there -> Files.exists(there, LinkOption.NOFOLLOW_LINKS))
                .isPresent()) {
            paths.add(path);
        }
    }

    /** Empty where the locale has no such name: then there is no such file either. */
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The names in a directory that a part with wildcards matches. */
    static List<String> names(String directory, String part) {
        List<String> names = new ArrayList<>();
        Predicate<String> wanted = matching(part);
        Optional<Path> place = path(directory);
        if (place.isEmpty()) {
            return names;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place.get())) {
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
