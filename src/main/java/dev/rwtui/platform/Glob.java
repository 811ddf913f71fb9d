package dev.rwtui.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

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
        return found.stream().sorted().toList();
    }

    private static List<String> step(List<String> directories, String part) {
        List<String> next = new ArrayList<>();
        for (String directory : directories) {
            String prefix = directory.endsWith("/") ? directory : directory + "/";
            if (isLiteral(part)) {
                addIfThere(next, prefix + literal(part));
            } else {
                names(directory, part).forEach(name -> next.add(prefix + name));
            }
        }
        return next;
    }

    /** Whether a part of a pattern can match one name alone. */
    static boolean isLiteral(String part) {
        return part.chars().noneMatch(c -> "*?[".indexOf(c) >= 0);
    }

    /** The name that a literal part matches. */
    static String literal(String part) {
        return part.replaceAll("\\\\(.)", "$1");
    }

    private static void addIfThere(List<String> paths, String path) {
        if (Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS)) {
            paths.add(path);
        }
    }

    /** The names in a directory that a part with wildcards matches. */
    static List<String> names(String directory, String part) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(directory))) {
            Predicate<String> wanted = matching(part);
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (wanted.test(name)) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return names;
    }

    /** Whether a part with wildcards matches a name; none where it is no pattern at all. */
    static Predicate<String> matching(String part) {
        try {
            Pattern wanted = regex(part);
            return name -> name.startsWith(".") == part.startsWith(".")
                    && wanted.matcher(name).matches();
        } catch (PatternSyntaxException e) {
            return name -> false;
        }
    }

    private static Pattern regex(String part) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < part.length()) {
            char c = part.charAt(at);
            int close = c == '[' ? part.indexOf(']', at + 2) : -1;
            if (close > 0) {
                regex.append(range(part.substring(at + 1, close)));
                at = close;
            } else if (c == '\\' && at + 1 < part.length()) {
                at++;
                regex.append(Pattern.quote(part.substring(at, at + 1)));
            } else {
                regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
            }
            at++;
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static String range(String inside) {
        boolean negated = inside.startsWith("!") || inside.startsWith("^");
        String members = inside.substring(negated ? 1 : 0).replaceAll("([\\[\\]\\\\^&])", "\\\\$1");
        return "[" + (negated ? "^" : "") + members + "]";
    }
}
