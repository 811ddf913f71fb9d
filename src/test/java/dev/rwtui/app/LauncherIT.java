package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rwtui.testing.Tmux;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, as a user starts it. */
final class LauncherIT {

    private static final Path DIST =
            Path.of(System.getProperty("rwtui.dist", "target/rwtui")).toAbsolutePath();
    private static final Path LAUNCHER = DIST.resolve("bin/rwtui");
    private static final String UP = "#{alternate_on}";

    @TempDir
    private Path directory;

    private Tmux tmux;
    private String before;

    @BeforeEach
    void opensATerminal() throws IOException {
        if (!Tmux.isInstalled()) {
            Assertions.assertFalse(Boolean.parseBoolean(System.getenv("CI")), "CI must have tmux");
            System.err.println("SKIPPED: there is no tmux here, so the launcher is not tested");
            assumeTrue(false, "no tmux");
        }
        tmux = new Tmux(Tmux.newHome(), 100, 30);
        before = tmux.stty();
    }

    @AfterEach
    void closesIt() {
        if (tmux != null) {
            tmux.close();
        }
    }

    @Test
    void itTakesTheTerminalAndGivesItBack() {
        start(LAUNCHER.toString()).press("q").awaits("status 0");

        givenBack();
    }

    @Test
    void itFollowsTheSizeOfTheTerminal() {
        start(LAUNCHER.toString()).resize(70, 22);

        tmux.awaitScreen(screen -> screen.lines().anyMatch(line -> line.endsWith("┐") && line.length() <= 70));
        tmux.press("q").awaits("status 0");
    }

    @Test
    void controlZAndForegroundBringItBack() {
        start(LAUNCHER.toString()).press("C-z").awaits("Stopped").awaitSays(UP, "0");
        String stopped = tmux.stty();
        tmux.command("fg").awaitSays(UP, "1").awaits("rwtui  ");
        tmux.press("q").awaitScreen(screen -> screen.stripTrailing().endsWith("rwtui\n$"));
        tmux.command("echo left $?").awaits("left 0");

        assertThat(stopped).isEqualTo(before);
        givenBack();
    }

    @Test
    void theTerminalIsGivenBackAfterAKilledJvm() throws IOException {
        start(LAUNCHER.toString());

        signal("KILL");

        tmux.awaits("status 137").awaits("java ended with status 137");
        givenBack();
    }

    @Test
    void terminatingTheJvmIsAnOrderlyEnd() throws IOException {
        start(LAUNCHER.toString());

        signal("TERM");

        tmux.awaits("status 143");
        givenBack();
    }

    @Test
    void aHangUpIsAnOrderlyEnd() throws IOException {
        start(LAUNCHER.toString());

        signal("HUP");

        tmux.awaits("status 129");
        givenBack();
    }

    @Test
    void terminatingTheLauncherIsAnOrderlyEnd() throws IOException {
        start(LAUNCHER.toString());

        signal("TERM", launcher());

        tmux.awaits("status 143");
        givenBack();
    }

    @Test
    void hangingUpOnTheLauncherIsAnOrderlyEnd() throws IOException {
        start(LAUNCHER.toString());

        signal("HUP", launcher());

        tmux.awaits("status 129");
        givenBack();
    }

    @Test
    void whatTheJvmSaysGoesToTheLog() throws IOException {
        start(LAUNCHER.toString());

        signal("QUIT");

        Waiting.until(() -> log().contains("Full thread dump"));
        assertThat(tmux.screen()).doesNotContain("Full thread dump", "java.lang.Thread.State");
        assertThat(log()).contains("rwtui: rwtui ", "terminal tmux-256color in TMUX, 100 x 30, TRUE_COLOUR, UTF_8");
        tmux.press("q").awaits("status 0");
    }

    @Test
    void aNewerJavaWorksAndItsWarningsAreNotSeen() throws IOException {
        Optional<Path> newer = newerJava();
        if (newer.isEmpty()) {
            System.err.println("SKIPPED: there is no Java newer than 17 in /usr/lib/jvm");
            assumeTrue(false, "no newer Java");
        }

        start("JAVA_HOME=" + newer.orElseThrow() + " " + LAUNCHER + " demo").awaits("direwolf");

        assertThat(tmux.screen()).doesNotContain("WARNING", "warning:");
        tmux.press("Down", "Enter").awaits("up 2/2").press("C-c").press("C-c").awaits("status 0");
        givenBack();
    }

    private static Optional<Path> newerJava() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(all)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .filter(home -> home.getFileName().toString().matches(".*-2[1-9]-.*"))
                    .findFirst();
        }
    }

    /** What every log of this terminal's home says. */
    private String log() {
        Path logs = tmux.home().resolve("state/rwtui");
        try (Stream<Path> files = Files.list(logs)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void itStartsThroughALinkAndInAPathWithSpaces() throws IOException {
        Path spaced =
                Files.createDirectories(directory.resolve("with some spaces")).resolve("rwtui");
        Files.createSymbolicLink(spaced, DIST);
        Path link = directory.resolve("a link");
        Files.createSymbolicLink(link, Path.of("with some spaces/rwtui/bin/rwtui"));

        start("'" + link + "'").press("q").awaits("status 0");
    }

    @Test
    void aWrongJavaHomeIsSaid() {
        tmux.command("JAVA_HOME=/nowhere " + LAUNCHER + "; echo status $?").awaits("status 2");

        assertThat(tmux.screen().replace("\n", ""))
                .contains("rwtui: JAVA_HOME is /nowhere, where there is no bin/java");
    }

    @Test
    void anOldJavaIsSaid() throws IOException {
        Path java = Files.createDirectories(directory.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        tmux.command("JAVA_HOME=" + directory + " " + LAUNCHER + "; echo status $?")
                .awaits("status 2");

        assertThat(tmux.screen().replace("\n", "")).contains("is Java 11.0.2, rwtui needs 17 or newer");
    }

    @Test
    void withoutATerminalThereIsNoDashboard() {
        tmux.command(LAUNCHER + " </dev/null; echo status $?").awaits("status 2");

        assertThat(tmux.screen().replace("\n", "")).contains("rwtui: the dashboard needs a terminal");
    }

    @Test
    void theClassPathNamesEveryJar() throws IOException {
        String script = Files.readString(LAUNCHER);

        assertThat(named(script, "lanterna .*?")).isEqualTo(jars("lib", "rwtui"));
        assertThat(named(script, "sshd-core .*?")).isEqualTo(jars("lib/demo", ""));
    }

    private static Set<String> named(String script, String words) {
        Matcher list = Pattern.compile("for jar in (" + words + "); do").matcher(script);
        assertThat(list.find()).isTrue();
        return new TreeSet<>(Arrays.asList(list.group(1).split(" ")));
    }

    private static Set<String> jars(String place, String but) throws IOException {
        try (Stream<Path> files = Files.list(DIST.resolve(place))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .filter(name -> !name.equals(but))
                    .toList();
            return new TreeSet<>(names);
        }
    }

    private Tmux start(String launcher) {
        return tmux.command(launcher + "; echo status $?").awaitSays(UP, "1").awaits("rwtui  ");
    }

    private void givenBack() {
        assertThat(tmux.says("#{alternate_on} #{cursor_flag}")).isEqualTo("0 1");
        // A shell with line editing sets the terminal anew at its prompt, a moment after the launcher is gone.
        Waiting.until(() -> tmux.stty().equals(before));
    }

    /** To the JVM that runs in the pane. */
    private void signal(String name) throws IOException {
        signal(name, childOf(launcher()));
    }

    /** The launcher is a child of the shell, and the JVM a child of the launcher. */
    private String launcher() throws IOException {
        return childOf(tmux.says("#{pane_pid}"));
    }

    private static void signal(String name, String pid) throws IOException {
        Process kill = new ProcessBuilder("kill", "-s", name, pid).inheritIO().start();
        assertThat(kill.onExit().orTimeout(10, TimeUnit.SECONDS).join().exitValue())
                .isZero();
    }

    private static String childOf(String pid) throws IOException {
        byte[] children = Files.readAllBytes(Path.of("/proc", pid, "task", pid, "children"));
        return new String(children, StandardCharsets.US_ASCII).strip();
    }
}
