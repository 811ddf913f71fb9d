package dev.rwtui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the machine's own {@code ssh} makes of a server's host key. It tries no authentication, so that a key it takes ends in
 * "Permission denied", and it asks nobody.
 *
 * @param output where to put what it says
 */
public record HostKeyOracle(Path output) {

    /** What becomes of the key. */
    public enum Word {
        TRUSTED,
        UNKNOWN,
        CHANGED,
        REVOKED,
        /** The list of revoked keys cannot be used. */
        UNUSABLE
    }

    /**
     * All that it says, on both outputs.
     *
     * @param options for {@code -o}, known_hosts files among them
     * @param more before the host
     */
    public String says(String host, int port, List<String> options, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of("ssh", "-F", "none", "-p", Integer.toString(port)));
        List<String> all =
                new ArrayList<>(List.of("PreferredAuthentications=none", "BatchMode=yes", "StrictHostKeyChecking=yes"));
        all.addAll(options);
        all.forEach(option -> command.addAll(List.of("-o", option)));
        command.addAll(List.of(more));
        command.add(host);
        return run(command.toArray(String[]::new));
    }

    /** As {@link #says}, in a word. */
    public Word judges(String host, int port, List<String> options) throws IOException {
        String said = says(host, port, options);
        if (said.contains("Error checking host key")) {
            return Word.UNUSABLE;
        }
        if (said.contains("REVOKED HOST KEY") || said.contains("revoked by file")) {
            return Word.REVOKED;
        }
        if (said.contains("HOST IDENTIFICATION HAS CHANGED")) {
            return Word.CHANGED;
        }
        if (said.contains("host key is known for")) {
            return Word.UNKNOWN;
        }
        assertThat(said).contains("Permission denied");
        return Word.TRUSTED;
    }

    /** What any command says, on both outputs; it must end soon. */
    public String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ends").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
