package dev.rwtui.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The lab's own directory, with files that nobody else may read. Closing deletes it, with all that commands left there. */
record LabDirectory(Path path) implements AutoCloseable {

    private static final FileAttribute<?> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    static LabDirectory create() throws IOException {
        return new LabDirectory(
                Files.createTempDirectory("rwtui-lab", PRIVATE_DIRECTORY).toRealPath());
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
