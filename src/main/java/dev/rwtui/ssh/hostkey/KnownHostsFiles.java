package dev.rwtui.ssh.hostkey;

import dev.rwtui.ssh.config.ResolvedHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files behind {@link KnownHosts}. Read anew for each connection; only ever appended to. */
public record KnownHostsFiles(List<String> user, List<String> global) {

    public static KnownHostsFiles of(ResolvedHost host) {
        return new KnownHostsFiles(
                host.hostKeys().userFiles().value(),
                host.hostKeys().globalFiles().value());
    }

    /** Files that are missing or cannot be read count as empty, as they do for {@code ssh}. */
    public KnownHosts read() {
        List<KnownHostsLine> lines = new ArrayList<>();
        Stream.concat(user.stream(), global.stream())
                .filter(KnownHostsFiles::isFile)
                .forEach(file -> lines.addAll(KnownHosts.parse(file, text(file))));
        return new KnownHosts(lines);
    }

    private static boolean isFile(String file) {
        return !file.equalsIgnoreCase("none");
    }

    private static List<String> text(String file) {
        try {
            Path path = Path.of(file);
            return Files.isRegularFile(path)
                    ? List.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8).split("\n", -1))
                    : List.of();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }

    /**
     * Where a new key of this host would be recorded: the first user file. Empty where it would not be found again
     * ({@code none}, {@code /dev/null}, no permission), and for a name that would stand for other hosts too.
     */
    public Optional<String> placeFor(HostKeyName name) {
        return name.isPlain()
                ? user.stream().filter(KnownHostsFiles::isFile).findFirst().filter(KnownHostsFile::canGrow)
                : Optional.empty();
    }

    /** How a host is named in a new entry. */
    public enum Naming {
        PLAIN,
        /** {@code HashKnownHosts} of ssh_config(5). */
        HASHED
    }

    /**
     * What is recorded of a host's key.
     *
     * @param type for example {@code ssh-ed25519}
     * @param key base64 of the blob
     */
    public record Entry(HostKeyName name, Naming naming, String type, String key) {

        /** Whether it would be about one host alone. */
        boolean isPlain() {
            return name.isPlain();
        }

        String line() {
            String shown = naming == Naming.HASHED ? HashedName.of(name.recorded()) : name.recorded();
            return shown + " " + type + " " + key;
        }
    }

    /**
     * Adds an entry at the end of a file. What is there is never rewritten.
     *
     * @param file as {@link #placeFor} gave it
     * @throws IOException with a message for a person
     */
    public static void append(String file, Entry entry) throws IOException {
        if (!entry.isPlain()) {
            throw new IOException("the name " + entry.name().recorded() + " would stand for other hosts too");
        }
        KnownHostsFile.append(file, entry.line());
    }
}
