package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.Packaged;
import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rwtui exec} beside {@code ssh}, with the same configuration, through a gateway. */
@Timeout(120)
final class ExecIT {

    private static SshdLab lab;
    private static Path config;

    @TempDir
    Path directory;

    @BeforeAll
    static void startServers() throws IOException {
        lab = SshdLab.create();
        // What these servers log of a session would come as standard error of its commands.
        lab.start("gate", "LogLevel INFO");
        lab.start("direwolf", "LogLevel INFO", "AcceptEnv LAB_*");
        config = lab.sshConfig();
        Files.writeString(
                config,
                "Host nowhere\n HostName 127.0.0.1\n Port 1\n IdentityAgent none\n"
                        + "Host direwolf\n SetEnv LAB_SET=\"a b\"\n SendEnv LAB_S*\n" + Files.readString(config));
    }

    @AfterAll
    static void stopServers() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    private record Said(int status, String out, String err) {}

    private Said say(Path input, String... command) throws Exception {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LAB_SENT", "from here");
        builder.environment().put("LAB_KEPT", "not named");
        builder.environment().put("JAVA_HOME", Packaged.JAVA_HOME);
        builder.environment().put("XDG_STATE_HOME", directory.resolve("state").toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        return new Said(
                process.exitValue(),
                Files.readString(out, StandardCharsets.ISO_8859_1),
                Files.readString(err, StandardCharsets.ISO_8859_1));
    }

    private Said rwtui(Path input, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(Packaged.LAUNCHER.toString(), "-F", config.toString(), "exec"));
        command.addAll(Arrays.asList(words));
        return say(input, command.toArray(String[]::new));
    }

    private Said ssh(Path input, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("ssh", "-F", config.toString()));
        command.addAll(Arrays.asList(words));
        return say(input, command.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "false",
                "exit 42",
                "echo out; echo err >&2; exit 3",
                "printf '%s|' \"a  b\" '$HOME'",
                "kill -KILL $$",
                "cat",
                "head -c 3",
                "no-such-command-anywhere",
                "echo \"$LAB_SET/$LAB_SENT/$LAB_KEPT/$XDG_STATE_HOME\"",
                "printf '\\303\\251\\000\\377'"
            })
    void itSaysWhatSshSays(String command) throws Exception {
        Path input = Files.writeString(directory.resolve("in"), "some input\nand more\n");

        Said theirs = ssh(input, "direwolf", command);
        Said ours = rwtui(input, "direwolf", command);

        assertThat(ours.out()).isEqualTo(theirs.out());
        if (theirs.status() == 255) {
            // ssh knows of no signal; a shell would say 128 and its number.
            assertThat(ours.status()).isEqualTo(137);
        } else {
            assertThat(ours.status()).isEqualTo(theirs.status());
            assertThat(ours.err()).isEqualTo(theirs.err());
        }
    }

    @Test
    void muchGoesThroughBothWays() throws Exception {
        byte[] much = new byte[20_000_000];
        new Random(4).nextBytes(much);
        Path input = Files.write(directory.resolve("in"), much);

        Said said = rwtui(input, "direwolf", "cat");

        assertThat(said.status()).isZero();
        assertThat(said.out().getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(much);
    }

    @Test
    void itsOwnFailureIs255AndSaysWhich() throws Exception {
        Said said = rwtui(Path.of("/dev/null"), "nowhere", "true");

        assertThat(said.status()).isEqualTo(255);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .isEqualTo(
                        "rwtui: nowhere: unreachable: 127.0.0.1:1: Connection refused. Check Port, and that sshd runs there.\n");
    }
}
