package dev.rwtui.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures the packaged program beside OpenSSH on loopback and prints a table. System properties: {@code bench} names the
 * parts to measure, with commas between (all where it is not set); {@code bench.report} is the file in which the table is
 * replaced when all parts were measured; {@code rwtui.dist} the packaged program.
 */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(Started::endAll));
        Set<Part> parts = chosen(System.getProperty("bench", ""));
        Machine machine = Machine.here();
        String table = table(machine, measure(parts));
        System.out.println(table);
        Optional<Path> report =
                Optional.ofNullable(System.getProperty("bench.report")).map(Path::of);
        if (report.isPresent() && parts.size() == Part.values().length) {
            Files.writeString(report.get(), Report.with(Files.readString(report.get()), table));
        }
    }

    private static List<Finding> measure(Set<Part> parts) throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (Nested nested = Nested.start()) {
            for (Part part : parts) {
                part.measure(nested, finding -> {
                    findings.add(finding);
                    System.err.println(part.word() + ": " + finding.row());
                });
            }
        }
        return findings;
    }

    private static String table(Machine machine, List<Finding> findings) {
        return findings.stream().map(Finding::row).collect(Collectors.joining("\n", Finding.HEAD, "\n\n"))
                + machine.text() + "\n";
    }

    /** @throws IllegalArgumentException where a word names no part */
    static Set<Part> chosen(String words) {
        if (words.isBlank()) {
            return EnumSet.allOf(Part.class);
        }
        List<String> wanted = Arrays.stream(words.split(",")).map(String::strip).toList();
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String word : wanted) {
            parts.add(Arrays.stream(Part.values())
                    .filter(part -> part.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no part " + word + "; there are " + EnumSet.allOf(Part.class))));
        }
        return parts;
    }
}
