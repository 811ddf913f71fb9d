package dev.rwtui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The machine's own {@code git}, with a home of the test's and no configuration but what is in there. */
public final class Git {

    private static final long PATIENCE_SECONDS = 50;

    private final Path home;

    private Git(Path home) {
        this.home = home;
    }

    /** What a run of git came to. */
    public record Outcome(int status, String out, String err) {}

    /** Skips the test, and says so, where there is no git; fails it where CI is true. */
    public static Git with(Path home) throws InterruptedException {
        try {
            new ProcessBuilder("git", "--version")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("git is missing, and CI must not skip", e);
            }
            System.err.println("SKIPPED: git(1) is missing: install git to run this test");
            Assumptions.abort("git(1) is missing");
        }
        return new Git(home);
    }

    /** What git says that succeeds, without a last line end. */
    public String says(Path directory, String... arguments) throws IOException, InterruptedException {
        Outcome outcome = run(directory, arguments);
        assertThat(outcome.status())
                .as("git %s: %s", List.of(arguments), outcome.err())
                .isZero();
        return outcome.out().replaceFirst("\n$", "");
    }

    /** Runs git to its end. Arguments go by way of xargs(1), since a JVM in the C locale cannot pass every character. */
    public Outcome run(Path directory, String... arguments) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("git", ".err");
        ProcessBuilder builder = new ProcessBuilder("xargs", "-0", "git")
                .directory(directory.toFile())
                .redirectError(errors.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH"));
        environment.putAll(Map.of(
                "HOME", home.toString(),
                "LC_ALL", "C.UTF-8",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_AUTHOR_NAME", "Ada",
                "GIT_AUTHOR_EMAIL", "ada@example.org",
                "GIT_COMMITTER_NAME", "Ada",
                "GIT_COMMITTER_EMAIL", "ada@example.org"));
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(String.join("\0", arguments).getBytes(StandardCharsets.UTF_8));
            in.write(0);
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        String err = Files.readString(errors);
        Files.delete(errors);
        return new Outcome(process.exitValue(), out, err);
    }
}
