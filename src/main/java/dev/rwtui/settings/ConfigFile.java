package dev.rwtui.settings;

import dev.rwtui.settings.ConfigException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;

/**
 * A file in git-config syntax on the disk. It is changed as git changes it: under {@code FILE.lock}, which is written whole,
 * synced and renamed. A symbolic link is followed and stays one; the mode stays. Everything here blocks on the disk.
 */
public final class ConfigFile {

    private static final int LINKS = 40;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Path file;

    public ConfigFile(Path file) {
        this.file = file;
    }

    /** A change of a text to another; the same text changes nothing. */
    public interface Change {
        ConfigText apply(ConfigText before) throws ConfigException;
    }

    public Path path() {
        return file;
    }

    /** A file that is not there is empty. */
    public ConfigText read() throws ConfigException {
        return ConfigText.parse(file, bytes(file));
    }

    /**
     * Reads, changes and replaces the file, under its lock. A new file is its owner's alone, as are directories made for it.
     * A file that cannot be understood is left as it is.
     */
    public void change(Change change) throws ConfigException {
        try {
            Path target = target();
            makeDirectories(target);
            Path lock = target.resolveSibling(target.getFileName() + ".lock");
            try (FileChannel channel = locked(lock)) {
                boolean done = false;
                try {
                    done = replace(target, lock, channel, change);
                } finally {
                    if (!done) {
                        Files.deleteIfExists(lock);
                    }
                }
            }
        } catch (IOException e) {
            throw new ConfigException(Kind.UNWRITABLE, "cannot change " + file + ": " + reason(e), e);
        }
    }

    /** Whether the lock has become the file. */
    private boolean replace(Path target, Path lock, FileChannel channel, Change change)
            throws IOException, ConfigException {
        byte[] before = bytes(target);
        byte[] after = change.apply(ConfigText.parse(file, before)).bytes();
        if (Arrays.equals(before, after)) {
            return false;
        }
        if (Files.exists(target)) {
            Files.setAttribute(lock, "unix:mode", (int) Files.getAttribute(target, "unix:mode") & 07777);
        }
        ByteBuffer bytes = ByteBuffer.wrap(after);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
        Files.move(lock, target, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private FileChannel locked(Path lock) throws IOException, ConfigException {
        try {
            return FileChannel.open(
                    lock,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            throw new ConfigException(
                    Kind.LOCKED,
                    "cannot change " + file + ": " + lock + " is there" + since(lock) + ", so another program is"
                            + " changing it, or was killed while it did. Try again, and where no git runs, delete "
                            + lock + " first",
                    e);
        }
    }

    private static String since(Path lock) {
        try {
            Instant made = Files.getLastModifiedTime(lock).toInstant();
            return " since " + WHEN.format(made.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
        } catch (IOException e) {
            return "";
        }
    }

    /** Where the links end, whether there is a file or not. */
    private Path target() throws IOException {
        Path target = file.toAbsolutePath();
        for (int i = 0; Files.isSymbolicLink(target); i++) {
            if (i == LINKS) {
                throw new IOException("its symbolic links go in a circle");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void makeDirectories(Path target) throws IOException {
        Path parent = target.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            Files.createDirectories(
                    parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private byte[] bytes(Path target) throws ConfigException {
        try {
            return Files.readAllBytes(target);
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new ConfigException(Kind.UNREADABLE, "cannot read " + file + ": " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof java.nio.file.AccessDeniedException denied) {
            return "permission denied on " + denied.getFile();
        }
        String why = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        return why == null ? e.getClass().getSimpleName() : why;
    }
}
