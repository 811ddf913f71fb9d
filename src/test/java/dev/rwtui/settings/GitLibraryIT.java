package dev.rwtui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.Untouched;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM leaves behind that opens a repository: nothing. In a JVM of its own, since JGit asks once for each. */
final class GitLibraryIT {

    @TempDir
    Path directory;

    private Path home;
    private Path repository;
    private Path programs;

    @BeforeEach
    void aRepositoryAndAHome() throws IOException, InterruptedException {
        home = Files.createDirectory(directory.resolve("home"));
        programs = Files.createDirectory(directory.resolve("programs"));
        repository = directory.resolve("repository");
        Files.writeString(home.resolve(".gitconfig"), "[user]\n\tname = Ada\n");
        succeeds(List.of("git", "init", "-q", "--template=", repository.toString()), Map.of());
        Path git = Files.writeString(programs.resolve("git"), "#!/bin/sh\n: >>\"${0%/*}/git-was-run\"\n");
        assertThat(git.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void openingARepositoryRunsNothingAndWritesNothing() throws IOException, InterruptedException {
        Untouched before = Untouched.from(home, repository, programs);

        String said = opened("prepared");

        assertThat(said).contains("HEAD refs/heads/", "name Ada");
        assertThat(before.now()).isEqualTo(before.before());
    }

    @Test
    void aBrokenConfigurationOfTheUsersDoesNotChangeThat() throws IOException, InterruptedException {
        Files.writeString(home.resolve(".gitconfig"), "[user\n");
        Untouched before = Untouched.from(home, repository, programs);

        String said = opened("prepared");

        assertThat(said).contains("HEAD refs/heads/");
        assertThat(before.now()).isEqualTo(before.before());
    }

    /** What the others are worth: the same program does leave something when JGit is left alone. */
    @Test
    void leftAloneJGitRunsGitAndWrites() throws IOException, InterruptedException {
        Untouched before = Untouched.from(home, repository, programs);

        opened("alone");

        assertThat(before.now()).isNotEqualTo(before.before());
        assertThat(programs.resolve("git-was-run")).exists();
    }

    /** In a JVM whose home, and whose only {@code git}, are the test's. */
    private String opened(String how) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.home=" + home, "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(Opening.class.getName(), how, home.toString(), repository.toString()));
        return succeeds(command, Map.of("HOME", home.toString(), "PATH", programs + ":/usr/bin:/bin"));
    }

    private static String succeeds(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("GIT_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** The JVM of its own. */
    static final class Opening {

        private Opening() {}

        public static void main(String[] args) throws Exception {
            Surroundings surroundings = new Surroundings(System.getenv(), Path.of(args[1]));
            if (args[0].equals("prepared")) {
                GitLibrary.prepare(surroundings);
            }
            try (Repository repository = new FileRepositoryBuilder()
                    .setGitDir(Path.of(args[2], ".git").toFile())
                    .build()) {
                System.out.println("HEAD "
                        + repository.exactRef(Constants.HEAD).getTarget().getName());
            }
            System.out.println(
                    "name " + SystemReader.getInstance().getUserConfig().getString("user", null, "name"));
            if (args[0].equals("prepared")) {
                if (ProcessHandle.current().children().findAny().isPresent()) {
                    throw new AssertionError("a process was started");
                }
                if (!FS.getFileStoreAttributes(Path.of(args[2], ".git"))
                        .getFsTimestampResolution()
                        .equals(Duration.ofSeconds(2))) {
                    throw new AssertionError("time stamps were measured");
                }
            }
        }
    }
}
