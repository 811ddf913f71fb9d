package dev.rwtui.ssh.hostkey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writing to one known_hosts file. */
final class KnownHostsFile {

    private KnownHostsFile() {}

    /** Whether a line written there would be found again. */
    static boolean canGrow(String file) {
        try {
            Path path = Path.of(file);
            return Files.exists(path) ? Files.isRegularFile(path) && Files.isWritable(path) : canBeMade(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean canBeMade(Path path) {
        Path above = path.toAbsolutePath().getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        return above != null && Files.isDirectory(above) && Files.isWritable(above);
    }

    /**
     * Appends a line in one write, so that lines of several processes are never mixed; on a line of its own also where the
     * last one has no end. The file (0600) and its directory (0700) are made where they are missing.
     *
     * @throws IOException whose message says why, without the file's name
     */
    static void append(String file, String line) throws IOException {
        try {
            Path path = Path.of(file);
            makeDirectory(path.toAbsolutePath());
            write(path, (endsOpen(path) ? "\n" : "") + line + "\n");
        } catch (InvalidPathException e) {
            throw new IOException("not a file's name", e);
        } catch (AccessDeniedException e) {
            throw new IOException("permission denied", e);
        } catch (FileSystemException e) {
            throw new IOException(e.getReason() == null ? "its directory cannot be made" : e.getReason(), e);
        }
    }

    private static void makeDirectory(Path file) throws IOException {
        Path directory = file.getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            Files.createDirectories(directory, owner("rwx------"));
        }
    }

    private static void write(Path path, String text) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (FileChannel channel = FileChannel.open(path, options, owner("rw-------"))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            channel.write(bytes);
            if (bytes.hasRemaining()) {
                throw new IOException("only a part of the line could be written: is the disk full?");
            }
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> owner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static boolean endsOpen(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }
}
