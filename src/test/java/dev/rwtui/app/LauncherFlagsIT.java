package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.Packaged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the launcher starts the JVM for each command: beside a java that only says how it was started. */
final class LauncherFlagsIT {

    private static final String WITHOUT_C2 = "-XX:TieredStopAtLevel=1";

    @TempDir
    private Path home;

    @BeforeEach
    void programs() throws IOException {
        Files.createDirectory(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        script("java", "printf '%s\\n' \"$@\"");
        script("ssh", "test \"$*\" = -V && echo 'OpenSSH_9.9p1, LibreSSL' >&2");
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(home.resolve("bin").resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> started(String words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Packaged.LAUNCHER.toString()));
        command.addAll(List.of(words.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", home.toString());
        builder.environment().put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
        Process launcher = builder.start();
        launcher.getOutputStream().close();
        return new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"config a", "-F f -oPort=1 hosts", "--version", "-h", "-o up hosts", "-F"})
    void whatCarriesNoSessionDoesWithoutC2(String words) throws IOException {
        assertThat(started(words)).contains(WITHOUT_C2).contains(words.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up a", "-F config up a", "-o hosts up --json a", "frobnicate"})
    void whatMayCarryOneKeepsIt(String words) throws IOException {
        assertThat(started(words))
                .doesNotContain(WITHOUT_C2)
                .contains("-Xmx80m")
                .contains(words.split(" "));
    }

    @Test
    void onlyForConfigIsSshAskedWhichItIs() throws IOException {
        assertThat(started("-o x=y config a")).contains("-Drwtui.ssh=OpenSSH_9.9p1, LibreSSL");
        assertThat(started("--version")).noneMatch(word -> word.startsWith("-Drwtui.ssh"));
    }
}
