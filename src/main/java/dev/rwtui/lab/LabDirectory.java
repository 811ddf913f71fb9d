package dev.rwtui.lab;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lab's own directory, with files that nobody else may read. Closing deletes it, with all that commands left there. */
record LabDirectory(Path path, FileChannel lock) implements AutoCloseable {

    private static final String PREFIX = "rwtui-lab-";
    private static final Pattern NAME = Pattern.compile("rwtui-lab-(\\d{1,18})-\\d+");

    /** Held while the process lives: the system lets it go, however that ends. */
    private static final String LOCK = "lock";

    private static final FileAttribute<?> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** In the directory for temporary files; named after this process. */
    static LabDirectory create() throws IOException {
        return create(
                Path.of(System.getProperty("java.io.tmpdir")),
                ProcessHandle.current().pid());
    }

    static LabDirectory create(Path parent, long pid) throws IOException {
        Path path = Files.createTempDirectory(parent, PREFIX + pid + "-", PRIVATE_DIRECTORY);
        FileChannel lock = FileChannel.open(
                path.resolve(LOCK), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PRIVATE_FILE);
        lock.lock();
        return new LabDirectory(path.toRealPath(), lock);
    }

    /**
     * Deletes what killed processes have left in {@code parent}, and ends what still runs there: directories of rwtui's
     * name, of this user's, not reached through a link, whose process is gone. One that cannot be deleted stays.
     */
    static void deleteStale(Path parent) throws IOException {
        String user = System.getProperty("user.name");
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path candidate : candidates) {
                if (isStale(candidate, user)) {
                    deleteQuietly(candidate.toRealPath());
                }
            }
        }
    }

    private static boolean isStale(Path candidate, String user) throws IOException {
        Matcher name = NAME.matcher(candidate.getFileName().toString());
        return name.matches()
                && Files.isDirectory(candidate, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(candidate, LinkOption.NOFOLLOW_LINKS)
                        .getName()
                        .equals(user)
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                && !isHeld(candidate);
    }

    /** A process in another container, which shares the directory alone, has a number that means nothing here. */
    private static boolean isHeld(Path candidate) throws IOException {
        Path lock = candidate.resolve(LOCK);
        if (Files.notExists(lock, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return channel.tryLock() == null;
        }
    }

    private static void deleteQuietly(Path stale) {
        try {
            Descendants.killStrays(stale);
            delete(stale);
        } catch (IOException e) {
            // Left for the next time: what somebody else's fault has left is no reason not to start.
            return;
        }
    }

    Path directory(String name) throws IOException {
        Path directory = path.resolve(name);
        Files.createDirectories(directory.getParent());
        return Files.createDirectory(directory, PRIVATE_DIRECTORY);
    }

    Path write(String name, byte[] content) throws IOException {
        Path file = Files.createFile(path.resolve(name), PRIVATE_FILE);
        return Files.write(file, content, StandardOpenOption.WRITE);
    }

    Path write(String name, String content) throws IOException {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        lock.close();
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            delete(path);
        }
    }

    private static void delete(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            // A command may have taken the rights away.
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(file)) {
                for (Path entry : entries) {
                    delete(entry);
                }
            }
        }
        Files.delete(file);
    }
}
