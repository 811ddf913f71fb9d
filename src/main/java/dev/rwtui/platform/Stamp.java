package dev.rwtui.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stat(2) says of a path, links followed, as far as it tells whether the content may be another than before. */
final class Stamp {

    /** Nothing is there, or nothing can be. */
    private static final String ABSENT = "";

    private static final String UNREADABLE = "unreadable";

    private static final List<String> OF_A_FILE =
            List.of("dev", "ino", "mode", "uid", "size", "lastModifiedTime", "ctime");
    private static final List<String> OF_ANYTHING_ELSE = List.of("mode", "uid");
    private static final String ATTRIBUTES = "unix:" + String.join(",", OF_A_FILE);

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;

    private Stamp() {}

    static String of(String path) {
        try {
            return words(Files.readAttributes(Path.of(path), ATTRIBUTES));
        } catch (NoSuchFileException | InvalidPathException e) {
            return ABSENT;
        } catch (IOException e) {
            return UNREADABLE;
        }
    }

    /** A directory is empty to ssh whatever is in it; a pipe gives its text once, and is never worth a second look. */
    private static String words(Map<String, Object> attributes) {
        boolean regular = attributes.get("mode") instanceof Integer mode && (mode & TYPE) == REGULAR;
        return (regular ? OF_A_FILE : OF_ANYTHING_ELSE)
                .stream().map(name -> name + "=" + attributes.get(name)).collect(Collectors.joining(" "));
    }
}
