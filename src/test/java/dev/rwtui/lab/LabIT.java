package dev.rwtui.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.LabExtension;
import dev.rwtui.testing.OpenSsh;
import dev.rwtui.testing.OpenSsh.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The lab as the machine's own ssh sees it. */
final class LabIT {

    @RegisterExtension
    final LabExtension fixture = new LabExtension();

    private Lab lab;
    private OpenSsh ssh;

    @BeforeEach
    void findSsh() {
        lab = fixture.lab();
        ssh = OpenSsh.with(lab.configFile());
    }

    @Test
    void aCommandRunsOnTheMachineBehindTheGateway() throws Exception {
        Outcome outcome = ssh.run("", "direwolf", "echo hi; echo oh >&2; exit 7");

        assertThat(outcome).isEqualTo(new Outcome(7, "hi\n", "oh\n"));
    }

    @Test
    void aCommandSeesNothingOfTheUsersEnvironment() throws Exception {
        Path home = lab.directory().resolve("home-direwolf");

        Outcome outcome = ssh.run("", "-o", "SetEnv=LEAK=1", "direwolf", "env; pwd");

        assertThat(outcome.out().lines())
                .containsExactlyInAnyOrder(
                        "HOME=" + home,
                        "PATH=/usr/local/bin:/usr/bin:/bin",
                        "PWD=" + home,
                        "USER=anthonyhu",
                        home.toString());
    }

    @Test
    void aShellReadsItsCommandsFromStandardInput() throws Exception {
        Outcome outcome = ssh.run("echo in a shell\nexit 3\n", "-T", "direwolf");

        assertThat(outcome).isEqualTo(new Outcome(3, "in a shell\n", ""));
    }

    @Test
    void aTerminalIsMadeWhereTheSystemCan() throws Exception {
        Outcome outcome = ssh.run("", "-tt", "direwolf", "tty; exit 7");

        if (PseudoTerminal.isPossible()) {
            assertThat(outcome.out()).startsWith("/dev/pts/");
            assertThat(outcome.status()).isEqualTo(7);
        } else {
            assertThat(outcome.err()).contains("PTY allocation request failed");
        }
    }

    @Test
    void theEndByASignalIsNoExitStatus() throws Exception {
        Outcome outcome = ssh.run("", "-v", "direwolf", "kill -TERM $$");

        assertThat(outcome.status()).isEqualTo(255);
        assertThat(outcome.err()).contains("exit-signal");
    }

    @Test
    void megabytesPassThroughACommand() throws Exception {
        Outcome outcome = ssh.run("x".repeat(3_000_000), "direwolf", "cat");

        assertThat(outcome.out()).hasSize(3_000_000);
    }

    @Test
    void bothPagesAnswerBehindTheForwardsOfTheConfiguration() throws Exception {
        Process session = ssh.start("direwolf", "echo up; cat");
        try {
            awaitLine(session, "up");

            assertThat(fetch(localPort("6006"))).contains("TensorBoard", "rwtui demo");
            assertThat(fetch(localPort("8888"))).contains("jupyter", "rwtui demo");
        } finally {
            session.destroy();
        }
        OpenSsh.end(session);
    }

    @Test
    void aConnectionServesSeveralRequests() throws Exception {
        String requests = "GET / HTTP/1.1\r\n\r\nHEAD /data/scalars HTTP/1.1\r\n\r\nGET /none HTTP/1.0\r\n\r\n";

        Outcome outcome = ssh.run(requests, "-W", "localhost:6006", "direwolf");

        assertThat(outcome.out()).containsSubsequence("200 OK", "</html>", "200 OK", "404 Not Found");
    }

    @Test
    void portsWithoutServicesRefuseAsSshdWouldSay() throws Exception {
        assertThat(refusal("127.0.0.1:9999", "direwolf")).contains("connect failed: Connection refused");
        assertThat(refusal("127.0.0.1:6006", "gpu08")).contains("connect failed: Connection refused");
        assertThat(refusal("direwolf:23", "cued")).contains("connect failed: Connection refused");
    }

    @Test
    void nothingOutsideOfTheLabIsReached() throws Exception {
        assertThat(refusal("example.org:80", "direwolf")).contains("Name or service not known");
        assertThat(refusal("192.0.2.1:80", "cued")).contains("Name or service not known");
        assertThat(refusal("127.0.0.1:" + lab.gateway().port(), "cued")).contains("administratively prohibited");
    }

    @Test
    void aHostToldToProhibitForwardsDoes() throws Exception {
        lab.host("direwolf").forwarding(LabHost.Forwarding.PROHIBITED);

        assertThat(refusal("127.0.0.1:6006", "direwolf")).contains("administratively prohibited: open failed");
    }

    @Test
    void remoteForwardsAreRefused() throws Exception {
        Outcome outcome = ssh.run("", "-o", "ExitOnForwardFailure=yes", "-R", "0:localhost:9", "cued", "true");

        assertThat(outcome.status()).isEqualTo(255);
        assertThat(outcome.err()).contains("remote port forwarding failed");
    }

    @Test
    void gpu07RefusesEveryKey() throws Exception {
        Outcome outcome = ssh.run("", "gpu07", "true");

        assertThat(outcome.status()).isEqualTo(255);
        assertThat(outcome.err()).contains("anthonyhu@gpu07: Permission denied (publickey).");
    }

    @Test
    void otherUsersAreRefused() throws Exception {
        assertThat(ssh.run("", "-l", "root", "direwolf", "true").err()).contains("Permission denied (publickey)");
    }

    @Test
    void theSilentPortTakesAllAndSaysNothing() throws Exception {
        Outcome outcome = ssh.run("anybody there?\n", "-W", "127.0.0.1:7007", "gpu08");

        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
    }

    /** The echo ends only because the end of the input got through, after all of it had. */
    @Test
    void twoHundredMegabytesComeBackUnharmedAfterAHalfClose() throws Exception {
        Process echo = ssh.start("-W", "127.0.0.1:7", "direwolf");
        MessageDigest sent = MessageDigest.getInstance("SHA-256");
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> feed(echo.getOutputStream(), sent));

        MessageDigest got = MessageDigest.getInstance("SHA-256");
        long total = drain(echo.getInputStream(), got);

        writing.get(10, TimeUnit.SECONDS);
        assertThat(OpenSsh.end(echo)).isZero();
        assertThat(total).isEqualTo(200_000_000);
        assertThat(got.digest()).isEqualTo(sent.digest());
    }

    @Test
    void dataSurvivesThatBothServersKeepExchangingKeys() throws Exception {
        lab.gateway().rekeyAfter(300_000);
        lab.host("direwolf").rekeyAfter(200_000);

        Outcome outcome = ssh.run("x".repeat(10_000_000), "-v", "-W", "127.0.0.1:7", "direwolf");

        assertThat(outcome.out()).isEqualTo("x".repeat(10_000_000));
        assertThat(outcome.err().split("SSH2_MSG_NEWKEYS received", -1)).hasSizeGreaterThan(3);
    }

    @Test
    void theGatewayComesBackOnItsPort() throws Exception {
        int port = lab.gateway().port();

        lab.gateway().stop();
        Outcome down = ssh.run("", "cued", "true");
        lab.gateway().restart();
        Outcome up = ssh.run("", "direwolf", "echo back");

        assertThat(down.err()).contains("Connection refused");
        assertThat(up.out()).isEqualTo("back\n");
        assertThat(lab.gateway().port()).isEqualTo(port);
    }

    @Test
    void aMachineThatIsDownRefusesUntilItIsUpAgain() throws Exception {
        lab.host("direwolf").stop();
        Outcome down = ssh.run("", "direwolf", "true");
        lab.host("direwolf").restart();
        Outcome up = ssh.run("", "direwolf", "echo back");

        assertThat(down.err()).contains("connect failed: Connection refused");
        assertThat(up.out()).isEqualTo("back\n");
    }

    @Test
    void killedSessionsEndTheirCommandsAndNewOnesAreTaken() throws Exception {
        Process victim = ssh.start("direwolf", "echo $$; exec sleep 600");
        long pid = Long.parseLong(reader(victim).readLine());
        ProcessHandle sleep = ProcessHandle.of(pid).orElseThrow();

        lab.gateway().killSessions();

        assertThat(OpenSsh.end(victim)).isEqualTo(255);
        sleep.onExit().get(10, TimeUnit.SECONDS);
        assertThat(ssh.run("", "direwolf", "echo again").out()).isEqualTo("again\n");
    }

    @Test
    void aMachineThatEndsItsSessionsLeavesTheGatewayUp() throws Exception {
        Process onGateway = ssh.start("cued", "echo up; cat");
        Process onMachine = ssh.start("direwolf", "echo up; cat");
        awaitLine(onGateway, "up");
        awaitLine(onMachine, "up");

        lab.host("direwolf").killSessions();

        assertThat(OpenSsh.end(onMachine)).isEqualTo(255);
        assertThat(onGateway.isAlive()).isTrue();
        onGateway.getOutputStream().close();
        assertThat(OpenSsh.end(onGateway)).isZero();
    }

    @Test
    void aChangedHostKeyIsNoticed() throws Exception {
        lab.host("direwolf").changeHostKey();

        Outcome outcome = ssh.run("", "direwolf", "true");

        assertThat(outcome.err()).contains("REMOTE HOST IDENTIFICATION HAS CHANGED");
    }

    @Test
    void theBannerIsShown() throws Exception {
        lab.gateway().showBanner("no trespassing\n");

        assertThat(ssh.run("", "cued", "true").err()).contains("no trespassing");
    }

    @Test
    void closingKillsWhatOutlivedItsCommand() throws Exception {
        Outcome outcome = ssh.run("", "direwolf", "nohup sleep 600 >/dev/null 2>&1 & echo $!");
        ProcessHandle stray =
                ProcessHandle.of(Long.parseLong(outcome.out().strip())).orElseThrow();

        lab.close();

        stray.onExit().get(10, TimeUnit.SECONDS);
        assertThat(lab.directory()).doesNotExist();
    }

    @Test
    void closingEndsConnectionsAndLeavesNothingOpen() throws Exception {
        Process session = ssh.start("direwolf", "echo up; cat");
        awaitLine(session, "up");
        long before = sockets();

        lab.close();

        assertThat(OpenSsh.end(session)).isEqualTo(255);
        assertThat(sockets()).isLessThan(before);
        try (ServerSocket free = new ServerSocket()) {
            free.bind(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), lab.gateway().port()));
        }
    }

    private String refusal(String destination, String host) throws Exception {
        Outcome outcome = ssh.run("", "-W", destination, host);
        assertThat(outcome.status()).isEqualTo(255);
        return outcome.err();
    }

    private int localPort(String remote) {
        Matcher forward =
                Pattern.compile("LocalForward +(\\d+) 127.0.0.1:" + remote).matcher(lab.configText());
        assertThat(forward.find()).isTrue();
        return Integer.parseInt(forward.group(1));
    }

    private static String fetch(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void awaitLine(Process process, String line) throws Exception {
        assertThat(reader(process).readLine()).isEqualTo(line);
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    private static void feed(OutputStream out, MessageDigest digest) {
        byte[] chunk = new byte[1_000_000];
        try (out) {
            for (int i = 0; i < 200; i++) {
                Arrays.fill(chunk, (byte) i);
                digest.update(chunk);
                out.write(chunk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long drain(InputStream in, MessageDigest digest) throws Exception {
        byte[] chunk = new byte[65_536];
        long total = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            digest.update(chunk, 0, read);
            total += read;
        }
        return total;
    }

    /** Open sockets of this process; 0 where there is no /proc. */
    private static long sockets() throws Exception {
        Path descriptors = Path.of("/proc/self/fd");
        if (Files.notExists(descriptors)) {
            return 0;
        }
        try (var open = Files.list(descriptors)) {
            return open.filter(LabIT::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false;
        }
    }
}
