package dev.rwtui.platform;

import dev.rwtui.ssh.config.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where to listen to hear of every change of some paths: of the files, of each link and directory on the way to them, and
 * of what is not there yet.
 *
 * @param interests by directory, which is named without links
 * @param deciding the directories without which something would be missed; the others matter only where a whole directory
 *     is moved or replaced
 */
record Trails(Map<Path, Interest> interests, Set<Path> deciding) {

    /** As many as Linux follows in one path. */
    private static final int MOST_LINKS = 40;

    private static final Path ROOT = Path.of("/");

    Trails {
        interests = Map.copyOf(interests);
        deciding = Set.copyOf(deciding);
    }

    /**
     * What may come, go or change in one directory.
     *
     * @param patterns parts of a {@link Glob}
     */
    record Interest(Set<String> names, Set<String> patterns) {

        boolean isIn(String name) {
            return names.contains(name)
                    || patterns.stream()
                            .anyMatch(pattern -> Glob.matching(pattern).test(name));
        }

        static Interest either(Interest one, Interest other) {
            return new Interest(union(one.names, other.names), union(one.patterns, other.patterns));
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            Set<String> both = new HashSet<>(one);
            both.addAll(other);
            return both;
        }
    }

    /** Looks at the disk: links and missing directories are as they are now. */
    static Trails of(Watched watched) {
        Walk walk = new Walk();
        watched.stamps().keySet().forEach(walk::path);
        watched.globs().keySet().forEach(walk::glob);
        return new Trails(walk.interests, walk.deciding);
    }

    /** One name on the way, or a pattern for some. */
    private record Part(String text, Sort sort) {

        private enum Sort {
            NAME,
            PATTERN
        }

        static List<Part> names(Path path) {
            List<Part> parts = new ArrayList<>();
            path.forEach(name -> parts.add(new Part(name.toString(), Sort.NAME)));
            return parts;
        }

        static Part ofGlob(String text) {
            return Glob.isLiteral(text) ? new Part(Glob.literal(text), Sort.NAME) : new Part(text, Sort.PATTERN);
        }
    }

    private enum Kind {
        DIRECTORY,
        LINK,
        /** A file, or nothing. */
        END
    }

    private static final class Walk {

        private final Map<Path, Interest> interests = new HashMap<>();
        private final Set<Path> deciding = new HashSet<>();
        private final Map<Path, Kind> kinds = new HashMap<>();

        void path(String text) {
            try {
                walk(ROOT, Part.names(Path.of(text).toAbsolutePath()), 0);
            } catch (InvalidPathException e) {
                // No file can have such a name, so none will come.
            }
        }

        void glob(String pattern) {
            try {
                walk(
                        ROOT,
                        Arrays.stream(pattern.split("/"))
                                .filter(part -> !part.isEmpty())
                                .map(Part::ofGlob)
                                .toList(),
                        0);
            } catch (InvalidPathException e) {
                // As above.
            }
        }

        private void walk(Path directory, List<Part> way, int links) {
            if (way.isEmpty()) {
                return;
            }
            Part part = way.get(0);
            List<Part> rest = way.subList(1, way.size());
            if (part.sort() == Part.Sort.PATTERN) {
                expand(directory, part, rest, links);
            } else if (part.text().equals("..")) {
                Path parent = directory.getParent();
                walk(parent == null ? ROOT : parent, rest, links);
            } else if (part.text().equals(".")) {
                walk(directory, rest, links);
            } else {
                name(directory, part.text(), rest, links);
            }
        }

        private void expand(Path directory, Part part, List<Part> rest, int links) {
            note(directory, new Interest(Set.of(), Set.of(part.text())));
            deciding.add(directory);
            // What the last part matches is a path of its own.
            List<String> names = rest.isEmpty() ? List.of() : Glob.names(directory.toString(), part.text());
            names.forEach(name -> name(directory, name, rest, links));
        }

        private void name(Path directory, String name, List<Part> rest, int links) {
            note(directory, new Interest(Set.of(name), Set.of()));
            Path next = directory.resolve(name);
            Kind kind = kinds.computeIfAbsent(next, Walk::kind);
            if (kind == Kind.DIRECTORY) {
                walk(next, rest, links);
                return;
            }
            deciding.add(directory);
            if (kind == Kind.LINK && links < MOST_LINKS) {
                follow(directory, next, rest, links + 1);
            }
        }

        private void follow(Path directory, Path link, List<Part> rest, int links) {
            try {
                Path target = Files.readSymbolicLink(link);
                List<Part> way = Stream.concat(Part.names(target).stream(), rest.stream())
                        .toList();
                walk(target.isAbsolute() ? ROOT : directory, way, links);
            } catch (IOException e) {
                // It has gone since it was looked at, which the directory tells.
            }
        }

        private void note(Path directory, Interest interest) {
            interests.merge(directory, interest, Interest::either);
        }

        private static Kind kind(Path path) {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                return attributes.isSymbolicLink() ? Kind.LINK : attributes.isDirectory() ? Kind.DIRECTORY : Kind.END;
            } catch (IOException e) {
                return Kind.END;
            }
        }
    }
}
