package dev.rwtui.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a test's own on which there is no room. */
public final class FullDisk implements AutoCloseable {

    private static final int SIZE = 16 << 10;

    private final Path directory;

    private FullDisk(Path directory) {
        this.directory = directory;
    }

    /**
     * Skips the test, or fails it in CI, where this process may not mount one.
     *
     * @param directory made, and there until it is closed
     */
    public static FullDisk at(Path directory) throws IOException {
        Privilege.need();
        Files.createDirectory(directory);
        SshdLab.run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "none", directory.toString());
        FullDisk disk = new FullDisk(directory);
        disk.fill();
        return disk;
    }

    private void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(new byte[SIZE / 4]);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    private Path filler() {
        return directory.resolve("filler");
    }

    public Path path(String name) {
        return directory.resolve(name);
    }

    /** From now on there is some. */
    public void makeRoom() throws IOException {
        Files.delete(filler());
    }

    @Override
    public void close() throws IOException {
        SshdLab.run("umount", directory.toString());
    }
}
