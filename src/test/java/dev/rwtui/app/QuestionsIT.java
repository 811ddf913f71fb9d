package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.Packaged;
import dev.rwtui.testing.Tmux;
import dev.rwtui.testing.TwoHosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the packaged dashboard asks while it connects, and what becomes of the answers, on real OpenSSH. */
final class QuestionsIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final String UP = "● up";

    private Tmux tmux;
    private TwoHosts hosts;

    @BeforeEach
    void start() throws IOException {
        tmux = Packaged.terminal();
        hosts = TwoHosts.start();
    }

    @AfterEach
    void stop() throws IOException {
        if (tmux != null) {
            tmux.close();
        }
        if (hosts != null) {
            hosts.close();
        }
    }

    @Test
    void aPassphraseIsAskedForAtEachHopUntilItFitsAndIsNeverSeen() throws Exception {
        hosts.lockKey("correct horse");

        connect();
        tmux.awaits("cued asks, on the way to direwolf").awaits("Passphrase for key");
        typeUntilItStands("wrong");
        tmux.press("Enter");
        tmux.awaitScreen(screen -> screen.contains("Passphrase for key") && !screen.contains("•"));
        answer("correct horse");
        tmux.awaits("direwolf asks");
        answer("correct horse");
        tmux.awaits(UP);

        assertThat(hosts.fetch()).isEqualTo(TwoHosts.PAGE);
        assertThat(tmux.screen()).doesNotContain("correct", "horse", "wrong");
    }

    /** Looks at the screen while the answer stands there. */
    private void answer(String secret) {
        typeUntilItStands(secret);
        assertThat(tmux.screen()).doesNotContain(secret);
        tmux.press("Enter");
    }

    /**
     * What is typed before the question's first frame is complete is dropped, and a script is quicker than the moment between
     * the frame on the screen and its completion: it begins again where its letters were dropped.
     */
    private void typeUntilItStands(String secret) {
        String stands = "•".repeat(secret.length());
        tmux.awaitScreen(screen -> {
            if (screen.contains(stands)) {
                return true;
            }
            if (!screen.contains("•")) {
                tmux.press("C-u").type(secret);
            }
            return false;
        });
    }

    @Test
    void anUnknownHostKeyIsRefusedByDefault() throws Exception {
        Files.writeString(knownHosts(), "");

        connect();
        tmux.awaits("Unknown host key").awaits("cued shows an unknown key, on the way to direwolf");
        assertThat(tmux.screen()).contains("ssh-ed25519", fingerprint("cued"));
        tmux.press("Enter").awaits("Enter tries again");

        assertThat(tmux.screen()).contains("✕ cued: ");
        assertThat(knownHosts()).isEmptyFile();
    }

    @Test
    void anUnknownHostKeyThatIsAcceptedIsRecorded() throws Exception {
        Files.writeString(knownHosts(), "");

        connect();
        tmux.awaits(fingerprint("cued")).press("y");
        tmux.awaits(fingerprint("direwolf")).press("y");
        tmux.awaits(UP);

        assertThat(hosts.fetch()).isEqualTo(TwoHosts.PAGE);
        assertThat(Files.readAllLines(knownHosts())).hasSize(2);
        assertThat(Files.readString(knownHosts())).contains(publicKey("cued"), publicKey("direwolf"));
    }

    @Test
    void aChangedHostKeyIsRefusedWithFileAndLine() throws Exception {
        String known = Files.readString(knownHosts());
        Path other = hosts.lab().key("other", "ed25519", "");
        String otherKey = Files.readString(Path.of(other + ".pub")).split(" ")[1];
        Files.writeString(knownHosts(), "# kept by hand\n" + known.replace(publicKey("cued"), otherKey));

        connect();
        tmux.awaits("Enter tries again");

        assertThat(unwrapped()).contains("✕cued:", knownHosts() + ":2");
        assertThat(Files.readString(knownHosts())).doesNotContain(publicKey("cued"));
    }

    @Test
    void escapeCancelsAtOnceWhatASilentServerHoldsUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            hosts.write("  Port " + silent.getLocalPort() + "\n", "");
            connect();
            tmux.awaits("key exchange");
            long pressed = System.nanoTime();

            tmux.press("Escape").awaits("Not connected. Enter connects");

            assertThat(Duration.ofNanos(System.nanoTime() - pressed)).isLessThan(AT_ONCE);
        }
    }

    private void connect() {
        Packaged.dashboard(tmux, hosts.config());
        tmux.awaits("direwolf").press("Down").awaits("Enter connects and opens 1 forward.");
        tmux.press("Enter");
    }

    private Path knownHosts() {
        return hosts.lab().path("known_hosts");
    }

    /** Words of the right-hand panes as one text, whatever their lines were cut to. */
    private String unwrapped() {
        StringBuilder text = new StringBuilder();
        tmux.screen()
                .lines()
                .map(line -> line.split("│"))
                .filter(parts -> parts.length > 3)
                .forEach(parts -> text.append(parts[3].strip()));
        return text.toString().replace(" ", "");
    }

    private String publicKey(String server) throws IOException {
        return Files.readString(hosts.lab().path("host_" + server + ".pub")).split(" ")[1];
    }

    private String fingerprint(String server) throws IOException {
        Path key = hosts.lab().path("host_" + server + ".pub");
        Process keygen = new ProcessBuilder("ssh-keygen", "-lf", key.toString())
                .redirectErrorStream(true)
                .start();
        return new String(keygen.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ")[1];
    }
}
