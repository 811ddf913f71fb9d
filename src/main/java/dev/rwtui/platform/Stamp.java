package dev.rwtui.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What stat(2) says of a path, links followed, as far as it tells whether the content may be another than before. */
final class Stamp {

    /** Nothing is there, or nothing can be. */
    private static final String ABSENT = "";

    private static final String UNREADABLE = "unreadable";

    private static final List<String> OF_A_FILE =
            List.of("dev", "ino", "mode", "uid", "gid", "size", "lastModifiedTime", "ctime");
    private static final List<String> OF_ANYTHING_ELSE = List.of("mode", "uid", "gid");
    private static final String ATTRIBUTES = "unix:" + String.join(",", OF_A_FILE);

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int PIPE = 0010000;

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

    /** What stat(2) says, by the names of the {@code unix} attributes; empty where it fails. */
    static Optional<Map<String, Object>> status(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, ATTRIBUTES));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static boolean isDirectory(Map<String, Object> status) {
        return type(status) == DIRECTORY;
    }

    static boolean isPipe(Map<String, Object> status) {
        return type(status) == PIPE;
    }

    private static int type(Map<String, Object> status) {
        return status.get("mode") instanceof Integer mode ? mode & TYPE : 0;
    }

    /** A directory is empty to ssh whatever is in it; a pipe gives its text once, and is never worth a second look. */
    static String words(Map<String, Object> status) {
        StringBuilder words = new StringBuilder();
        for (String name : type(status) == REGULAR ? OF_A_FILE : OF_ANYTHING_ELSE) {
            Object value = status.get(name);
            // A time as a number: as a text it takes a calendar.
            words.append(name)
                    .append('=')
                    .append(value instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : value)
                    .append(' ');
        }
        return words.toString();
    }
}
