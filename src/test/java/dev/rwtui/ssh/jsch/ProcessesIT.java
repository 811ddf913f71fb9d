package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.Cancellation;
import dev.rwtui.ssh.ChannelRefusedException;
import dev.rwtui.ssh.RemoteProcess;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.RemoteCommand;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands on a real server. */
@Timeout(60)
final class ProcessesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SshdLab lab;

    private final SessionRig rig = new SessionRig();
    private SshSession session;

    @BeforeAll
    static void startServer() throws IOException {
        lab = SshdLab.create();
        // What this server logs of a session would come as standard error of its commands.
        lab.start("host", "AcceptEnv LAB_*", "MaxSessions 3", "LogLevel INFO");
        lab.start("talking");
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void connect() throws SshException {
        session = rig.connect(host("host"));
    }

    private static Host host(String name) {
        return Host.in(lab, name);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private RemoteProcess run(String line) throws Exception {
        return session.run(RemoteCommand.of(line), PATIENCE, new Cancellation());
    }

    private static String text(InputStream from) throws IOException {
        return new String(from.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void bothOutputsAndTheStatusArePassedOn() throws Exception {
        try (RemoteProcess process = run("echo out; echo err >&2; exit 3")) {
            assertThat(text(process.output())).isEqualTo("out\n");
            assertThat(text(process.errors())).isEqualTo("err\n");
            assertThat(process.await()).isEqualTo(new Ending.Exited(3));
        }
    }

    @Test
    void whatEndsAtOnceLosesNothing() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (RemoteProcess process = run("printf " + i)) {
                assertThat(process.await()).isEqualTo(new Ending.Exited(0));
                assertThat(text(process.output())).isEqualTo(Integer.toString(i));
            }
        }
    }

    @Test
    void aDeathBySignalIsNamed() throws Exception {
        try (RemoteProcess process = run("kill -TERM $$")) {
            assertThat(process.await()).isEqualTo(new Ending.Signalled("TERM"));
        }
    }

    /** Whether it is sent on is the server's matter: OpenSSH does not for root. */
    @Test
    void aSignalIsAskedFor() throws Exception {
        SshSession talking = rig.connect(host("talking"));
        try (RemoteProcess process = talking.run(RemoteCommand.of("echo ready; cat"), PATIENCE, new Cancellation())) {
            assertThat(process.output().readNBytes(6)).asString().isEqualTo("ready\n");

            process.signal("INT");

            Waiting.until(() -> lab.server("talking").log().contains("req signal"));
        }
    }

    @Test
    void standardInputArrivesAndEnds() throws Exception {
        try (RemoteProcess process = run("tr a-z A-Z")) {
            process.input().write("hello".getBytes(StandardCharsets.UTF_8));
            process.finishInput();

            assertThat(text(process.output())).isEqualTo("HELLO");
            assertThat(process.await()).isEqualTo(new Ending.Exited(0));
        }
    }

    @Test
    void muchOutputComesWhole() throws Exception {
        try (RemoteProcess process = run("head -c 30000000 /dev/zero; head -c 3000000 /dev/zero >&2")) {
            CompletableFuture<Integer> errors = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return process.errors().readAllBytes().length;
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    rig.executor());

            assertThat(process.output().readAllBytes()).hasSize(30_000_000);
            assertThat(errors.get(20, TimeUnit.SECONDS)).isEqualTo(3_000_000);
        }
    }

    @Test
    void outputThatNobodyReadsHoldsUpNothingElse() throws Exception {
        try (RemoteProcess stuck = run("cat /dev/zero");
                RemoteProcess other = run("echo alive")) {
            assertThat(text(other.output())).isEqualTo("alive\n");
            assertThat(stuck.output().read()).isZero();
        }
    }

    @Test
    void variablesThatTheServerTakesAreSet() throws Exception {
        RemoteCommand command = RemoteCommand.of("echo \"$LAB_NAME/$OTHER_NAME\"")
                .with(Map.of("LAB_NAME", "a b", "OTHER_NAME", "not taken"));

        try (RemoteProcess process = session.run(command, PATIENCE, new Cancellation())) {
            assertThat(text(process.output())).isEqualTo("a b/\n");
        }
    }

    @Test
    void moreSessionsThanTheServerAllowsAreRefusedAndTheOthersLiveOn() throws Exception {
        List<RemoteProcess> running = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            running.add(run("cat"));
        }

        assertThatThrownBy(() -> run("cat")).isInstanceOf(ChannelRefusedException.class);

        running.get(0).finishInput();
        assertThat(running.get(0).await()).isEqualTo(new Ending.Exited(0));
        // A server lets go of it a moment after it has told the end.
        Waiting.until(this::hasRoom);
        running.forEach(RemoteProcess::close);
    }

    private boolean hasRoom() {
        try (RemoteProcess next = run("echo there is room")) {
            return text(next.output()).equals("there is room\n");
        } catch (ChannelRefusedException e) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverWaitsIsReleasedWhenTheSessionDies() throws Exception {
        RemoteProcess process = run("echo ready; sleep 1000");
        assertThat(process.output().readNBytes(6)).asString().isEqualTo("ready\n");

        session.close();

        assertThat(process.await())
                .isInstanceOfSatisfying(
                        Ending.Lost.class, lost -> assertThat(lost.why().why()).isEqualTo("closed here"));
        assertThatThrownBy(() -> process.output().read()).isInstanceOf(IOException.class);
    }

    @Test
    void oneThatIsGivenUpEndsThere() throws Exception {
        RemoteProcess process = run("echo ready; cat; echo over > " + lab.path("over"));
        assertThat(process.output().readNBytes(6)).asString().isEqualTo("ready\n");

        process.close();

        assertThat(process.await())
                .isInstanceOfSatisfying(
                        Ending.Lost.class, lost -> assertThat(lost.why().kind()).isEqualTo(Kind.CANCELLED));
        Waiting.until(() -> Files.exists(lab.path("over")));
    }
}
