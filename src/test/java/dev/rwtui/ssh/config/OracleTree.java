package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.OracleWorld.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files by name. {@code ~/x} is in the home, {@code /etc/ssh/x} where the system's configuration is, every other name is in
 * the tree's own directory, which {@code @DIR@} stands for in all of them.
 */
record OracleTree(Map<String, Entry> entries) {

    /** What a name stands for. */
    sealed interface Entry {

        /** @param mode as {@code rw-r--r--} */
        record Text(String text, String mode) implements Entry {}

        record Link(String target) implements Entry {}

        record Directory() implements Entry {}
    }

    OracleTree {
        entries = Map.copyOf(entries);
    }

    static OracleTree of(String config) {
        return new OracleTree(Map.of()).with("config", config);
    }

    OracleTree with(String name, String text) {
        return with(name, new Entry.Text(text, "rw-r--r--"));
    }

    OracleTree with(String name, Entry entry) {
        Map<String, Entry> more = new TreeMap<>(entries);
        more.put(name, entry);
        return new OracleTree(more);
    }

    OracleTree without(String name) {
        Map<String, Entry> fewer = new TreeMap<>(entries);
        fewer.remove(name);
        return new OracleTree(fewer);
    }

    /** The texts alone, by name, in order. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        entries.forEach((name, entry) -> {
            if (entry instanceof Entry.Text file) {
                texts.put(name, file.text());
            }
        });
        return texts;
    }

    /** Makes the places hold these files and no others. */
    void write(Places places) {
        try {
            for (Path place : List.of(places.tree(), places.home(), places.system())) {
                empty(place);
            }
            Files.createDirectories(places.home().resolve(".ssh"));
            for (Map.Entry<String, Entry> entry : entries.entrySet()) {
                write(places.of(entry.getKey()), entry.getValue(), places);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new AssertionError("the test cannot write its files", e);
        }
    }

    private static void write(Path file, Entry entry, Places places) throws IOException {
        Files.createDirectories(file.getParent());
        if (entry instanceof Entry.Text text) {
            Files.writeString(file, places.located(text.text()), StandardCharsets.ISO_8859_1);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(text.mode()));
        } else if (entry instanceof Entry.Link link) {
            Files.createSymbolicLink(file, Path.of(places.located(link.target())));
        } else {
            Files.createDirectories(file);
        }
    }

    private static void empty(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(directory)) {
                    Files.delete(path);
                }
            }
        }
    }
}
