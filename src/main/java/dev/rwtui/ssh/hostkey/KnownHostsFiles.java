package dev.rwtui.ssh.hostkey;

import dev.rwtui.ssh.config.ResolvedHost;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files behind {@link KnownHosts}. Read anew for each connection; only ever appended to. */
public record KnownHostsFiles(List<String> user, List<String> global) {

    public static KnownHostsFiles of(ResolvedHost host) {
        return new KnownHostsFiles(
                host.userKnownHostsFiles().value(), host.globalKnownHostsFiles().value());
    }

    /** Files that are missing or cannot be read count as empty, as they do for {@code ssh}. */
    public KnownHosts read() {
        List<KnownHostsLine> lines = new ArrayList<>();
        Stream.concat(user.stream(), global.stream())
                .filter(file -> !file.equals("none"))
                .forEach(file -> lines.addAll(KnownHosts.parse(file, text(Path.of(file)))));
        return new KnownHosts(lines);
    }

    private static List<String> text(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Where a new key would be recorded. */
    public Optional<String> writable() {
        return user.stream().filter(file -> !file.equals("none")).findFirst();
    }

    /**
     * Adds an entry at the end of the first user file, in one write.
     *
     * @param key base64 of the blob
     */
    public static void append(String file, String name, String type, String key) throws IOException {
        Path path = Path.of(file);
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null && !Files.exists(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        String line = (endsOpen(path) ? "\n" : "") + name + " " + type + " " + key + "\n";
        try (FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static boolean endsOpen(Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) == 0) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) != '\n';
        }
    }
}
