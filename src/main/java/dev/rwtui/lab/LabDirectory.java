package dev.rwtui.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

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
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
