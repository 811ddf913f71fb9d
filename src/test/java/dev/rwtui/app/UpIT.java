package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rwtui.testing.Packaged;
import dev.rwtui.testing.Tmux;
import dev.rwtui.testing.TwoHosts;
import dev.rwtui.testing.Unattended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged {@code rwtui up} and {@code rwtui hosts}, as scripts use them, on real OpenSSH. */
final class UpIT {

    private static final int INTERRUPTED_AFTER_ALL_WAS_UP = 0;
    private static final int USAGE = 2;
    private static final int UNREACHABLE = 3;
    private static final int REFUSED = 4;
    private static final int TERMINATED = 143;

    @TempDir
    private Path home;

    private TwoHosts hosts;

    @BeforeEach
    void start() throws IOException {
        hosts = TwoHosts.start();
    }

    @AfterEach
    void stop() throws IOException {
        hosts.close();
    }

    @Test
    void itSaysWhenEachForwardWorksAndAnInterruptThenIsItsGoodEnd() throws Exception {
        int second = TwoHosts.freePort();
        hosts.write("", "  LocalForward " + second + " 127.0.0.1:" + hosts.pagePort() + "\n");

        try (Unattended up = up("direwolf")) {
            up.awaitLine(line -> line.matches("direwolf \\d+:127.0.0.1:\\d+: up"));
            up.awaitLine(line -> line.matches("direwolf \\d+:127.0.0.1:\\d+: up"));
            String page = hosts.fetch();
            up.signal("INT");

            assertThat(page).isEqualTo(TwoHosts.PAGE);
            assertThat(up.status()).isEqualTo(INTERRUPTED_AFTER_ALL_WAS_UP);
            assertThat(up.err()).isEmpty();
            assertThat(up.out()).contains("direwolf: up", upLine(hosts.localPort()), upLine(second));
        }
    }

    @Test
    void terminatingItBeforeItIsUpIsNoSuccess() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            hosts.write("  Port " + silent.getLocalPort() + "\n", "");

            try (Unattended up = up("direwolf")) {
                up.awaitLine("direwolf: connecting"::equals);
                up.signal("TERM");

                assertThat(up.status()).isEqualTo(TERMINATED);
                assertThat(up.err()).isEmpty();
            }
        }
    }

    @Test
    void aGatewayThatIsDownIsNamedWithTheCause() throws Exception {
        hosts.gateway().kill();

        try (Unattended up = up("direwolf")) {
            assertThat(up.status()).isEqualTo(UNREACHABLE);
            assertThat(up.err())
                    .hasLineCount(1)
                    .startsWith("rwtui: cued (on the way to direwolf): ")
                    .containsIgnoringCase("connection refused");
        }
    }

    @Test
    void aKeyThatNoServerKnowsIsARefusal() throws Exception {
        Files.writeString(hosts.lab().path("authorized_keys"), "");

        try (Unattended up = up("direwolf")) {
            assertThat(up.status()).isEqualTo(REFUSED);
            assertThat(up.err())
                    .hasLineCount(1)
                    .startsWith("rwtui: cued (on the way to direwolf): ")
                    .contains("Permission denied");
        }
    }

    @Test
    void aHostThatTheConfigurationDoesNotNameIsAUsageError() throws Exception {
        try (Unattended up = up("direwulf")) {
            assertThat(up.status()).isEqualTo(USAGE);
            assertThat(up.err()).hasLineCount(1).startsWith("rwtui: direwulf: no such host");
        }
    }

    @Test
    void aPassphraseThatNobodyCanBeAskedForEndsItAtOnce() throws Exception {
        Path key = hosts.lockKey("correct horse");

        try (Unattended up = up("direwolf")) {
            assertThat(up.status()).isEqualTo(REFUSED);
            assertThat(up.err()).hasLineCount(1).contains("cued", "direwolf", "passphrase", key.toString());
        }
    }

    @Test
    void everyJsonLineHasTheDocumentedFields() throws Exception {
        try (Unattended up = up("direwolf", "--json")) {
            up.awaitLine(line -> line.contains("\"tunnel\"") && line.contains("\"up\""));
            up.signal("INT");

            assertThat(up.status()).isEqualTo(INTERRUPTED_AFTER_ALL_WAS_UP);
            assertThat(up.out()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(UpIT::isAnEvent);
        }
    }

    @Test
    void aReaderThatHasSeenEnoughEndsItQuietly() throws Exception {
        try (Unattended pipe = new Unattended(
                home,
                "bash",
                "-o",
                "pipefail",
                "-c",
                "\"$0\" up direwolf -F \"$1\" | head -1",
                Packaged.LAUNCHER.toString(),
                hosts.config().toString())) {
            assertThat(pipe.status()).isZero();
            assertThat(pipe.out()).hasSize(1);
            assertThat(pipe.err()).isEmpty();
        }
    }

    @Test
    void theHostsAreListedWithTheirWay() throws Exception {
        try (Unattended list = rwtui("hosts", "-F", hosts.config().toString())) {
            assertThat(list.status()).isZero();
            assertThat(list.err()).isEmpty();
            assertThat(list.out()).hasSize(2);
            assertThat(list.out().get(0)).matches("cued +\\S+@127.0.0.1:\\d+ +direct +The way in");
            assertThat(list.out().get(1)).matches("direwolf +\\S+@127.0.0.1:\\d+ +via cued +My machine, .*");
        }
    }

    @Test
    void theHostsAreOneJsonDocument() throws Exception {
        try (Unattended list = rwtui("-F", hosts.config().toString(), "hosts", "--json")) {
            assertThat(list.status()).isZero();
            JsonNode document = new ObjectMapper().readTree(String.join("\n", list.out()));
            JsonNode direwolf = document.get("hosts").get(1);

            assertThat(document.get("version").intValue()).isEqualTo(1);
            assertThat(document.get("problems")).isEmpty();
            assertThat(direwolf.get("alias").textValue()).isEqualTo("direwolf");
            assertThat(direwolf.get("via").get(0).textValue()).isEqualTo("cued");
            assertThat(direwolf.get("forwards").get(0).textValue()).isEqualTo(hosts.spec());
        }
    }

    @Test
    void onATerminalThePassphraseIsAskedThereWhateverTheStreamsAre() throws Exception {
        hosts.lockKey("correct horse");

        try (Tmux tmux = Packaged.terminal()) {
            Path said = tmux.home().resolve("said");
            tmux.command(Packaged.launcher() + " up direwolf -F " + hosts.config() + " </dev/null >" + said
                    + "; echo status $?");
            tmux.awaits("cued, on the way to direwolf: ").type("correct horse").press("Enter");
            tmux.awaits("\ndirewolf: ").type("correct horse").press("Enter");
            tmux.awaitScreen(screen -> contains(said, upLine(hosts.localPort())));
            String page = hosts.fetch();
            tmux.press("C-c").awaits("status 0");

            assertThat(page).isEqualTo(TwoHosts.PAGE);
            assertThat(tmux.screen()).doesNotContain("correct", "horse");
        }
    }

    private static boolean contains(Path file, String line) {
        try {
            return Files.exists(file) && Files.readAllLines(file).contains(line);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void isAnEvent(String line) throws IOException {
        JsonNode event = new ObjectMapper().readTree(line);
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("version", "time", "event", "host", "spec", "state", "reason");
        assertThat(event.get("version").intValue()).isEqualTo(1);
        assertThat(event.get("event").textValue()).isIn("link", "tunnel");
        assertThat(event.get("host").textValue()).isEqualTo("direwolf");
        assertThat(Instant.parse(event.get("time").textValue())).isBefore(Instant.now());
    }

    private String upLine(int port) {
        return "direwolf " + port + ":127.0.0.1:" + hosts.pagePort() + ": up";
    }

    private Unattended up(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 3];
        all[0] = "up";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "-F";
        all[all.length - 1] = hosts.config().toString();
        return rwtui(all);
    }

    private Unattended rwtui(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = Packaged.LAUNCHER.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return new Unattended(home, command);
    }
}
