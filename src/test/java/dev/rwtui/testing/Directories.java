package dev.rwtui.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Directories of tests. */
public final class Directories {

    private Directories() {}

    /** Deletes a directory and all in it; follows no link. */
    public static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Tries to: whether nothing is left. */
    static boolean isDeleted(Path directory) {
        try {
            if (Files.exists(directory)) {
                delete(directory);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
