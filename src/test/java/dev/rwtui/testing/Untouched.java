package dev.rwtui.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files as they were at one moment: of each its content, kind, mode, owner, inode, size, and when it and what is known of it
 * were last changed. A directory changes with every file that comes to stand in it, if only for a while.
 */
public final class Untouched {

    private static final String ATTRIBUTES = "unix:mode,uid,gid,ino,nlink,size,lastModifiedTime,ctime";

    private final List<Path> roots;
    private final Map<String, String> before;

    private Untouched(List<Path> roots) throws IOException {
        this.roots = roots;
        this.before = look(roots);
    }

    /** Files, and directories with all below them; what is not there has to stay away. Links are not followed. */
    public static Untouched from(Path... roots) throws IOException {
        return new Untouched(List.of(roots));
    }

    /** What they were like, by path, at the beginning. */
    public Map<String, String> before() {
        return before;
    }

    /** What they are like, by path. */
    public Map<String, String> now() throws IOException {
        return look(roots);
    }

    private static Map<String, String> look(List<Path> roots) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path root : roots) {
            if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
                all.put(root.toString(), "missing");
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.toList()) {
                    all.put(file.toString(), look(file));
                }
            }
        }
        return all;
    }

    private static String look(Path file) throws IOException {
        Map<String, Object> attributes =
                new TreeMap<>(Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS));
        if (Files.isSymbolicLink(file)) {
            attributes.put("target", Files.readSymbolicLink(file));
        } else if (Files.isRegularFile(file)) {
            attributes.put("sha256", sha256(Files.readAllBytes(file)));
        }
        return attributes.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has it", e);
        }
    }
}
