package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rwtui.testing.OpenSsh;
import dev.rwtui.testing.Packaged;
import dev.rwtui.testing.Unattended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged {@code rwtui config}, by its quick way and by picocli's. */
final class ConfigIT {

    private static final int USAGE = 2;

    @TempDir
    private Path home;

    private Path config;

    @BeforeEach
    void twoHosts() throws IOException {
        config = home.resolve("config");
        Files.writeString(config, """
                Host cued
                  HostName gate.eng.cam.ac.uk
                Host direwolf
                  User anthonyhu
                  ForwardX11 yes
                  ProxyCommand ssh -W %h:%p cued
                  LocalForward 6006 127.0.0.1:6006
                Host broken
                  Port many
                """);
    }

    private Unattended rwtui(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = Packaged.LAUNCHER.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return new Unattended(home, command);
    }

    private String file() {
        return config.toString();
    }

    @Test
    void itPrintsWhatTheMachinesOwnSshPrints() throws Exception {
        Files.writeString(config, Files.readString(config).replace("  Port many\n", ""));
        OpenSsh.Outcome ssh = OpenSsh.with(config).run("", "-G", "-o", "ProxyCommand=none", "cued");

        try (Unattended ours = rwtui("config", "-F", file(), "-o", "ProxyCommand=none", "cued")) {
            assertThat(ours.status()).isZero();
            assertThat(ours.err()).isEmpty();
            assertThat(ours.out()).containsExactlyElementsOf(ssh.out().lines().toList());
        }
    }

    @Test
    void whySaysFileAndLine() throws Exception {
        Files.writeString(config, Files.readString(config).replace("  Port many\n", ""));

        try (Unattended why = rwtui("-o", "Port=77", "config", "direwolf", "-F", file(), "--why")) {
            assertThat(why.status()).isZero();
            assertThat(why.out())
                    .anyMatch(line -> line.matches("user anthonyhu +# " + file() + ":4"))
                    .anyMatch(line -> line.matches("forwardx11 yes +# " + file() + ":5, not acted on"))
                    .anyMatch(line -> line.matches("port 77 +# command line"))
                    .anyMatch(line -> line.matches("hostname direwolf +# .*"))
                    .anyMatch(line -> line.matches("addressfamily any +# default"));
        }
    }

    @Test
    void aRefusalNamesItsLineWhicheverWayItTakes() throws Exception {
        for (List<String> more : List.of(List.<String>of(), List.of("--json"))) {
            List<String> words = new java.util.ArrayList<>(List.of("config", "-F", file(), "cued"));
            words.addAll(more);
            try (Unattended refused = rwtui(words.toArray(String[]::new))) {
                assertThat(refused.status()).isEqualTo(USAGE);
                assertThat(refused.err()).hasLineCount(1).startsWith("rwtui: " + file() + ":9: ");
            }
        }
    }

    @Test
    void jsonSaysTheSameAsText() throws Exception {
        Files.writeString(config, Files.readString(config).replace("  Port many\n", ""));

        try (Unattended text = rwtui("config", "-F", file(), "direwolf", "me@cued");
                Unattended json = rwtui("config", "-F", file(), "direwolf", "me@cued", "--json")) {
            JsonNode document = new ObjectMapper().readTree(String.join("\n", json.out()));
            StringBuilder lines = new StringBuilder();
            for (JsonNode host : document.get("hosts")) {
                lines.append(lines.isEmpty() ? "" : "\n");
                for (JsonNode value : host.get("values")) {
                    lines.append((value.get("keyword").textValue() + " "
                                    + value.get("value").textValue())
                            .strip());
                    lines.append('\n');
                }
            }

            assertThat(lines.toString().lines()).isNotEmpty().containsExactlyElementsOf(text.out());
        }
    }

    @Test
    void aHostIsAskedFor() throws Exception {
        try (Unattended none = rwtui("config", "-F", file())) {
            assertThat(none.status()).isEqualTo(USAGE);
            assertThat(none.err()).contains("HOST");
            assertThat(none.out()).isEmpty();
        }
    }
}
