package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Cancellation;
import dev.rwtui.ssh.RemoteProcess;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.RemoteCommand;
import dev.rwtui.ssh.model.RemoteCommand.Program;
import dev.rwtui.ssh.model.RemoteTerminal;
import dev.rwtui.ssh.model.TerminalSize;
import dev.rwtui.testing.SshdLab;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs on terminals of a real server, shells and subsystems. */
@Timeout(60)
final class TerminalsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RemoteTerminal TERMINAL =
            new RemoteTerminal("vt220", new TerminalSize(101, 37), Map.of(3, 8, 42, 1));

    private static SshdLab lab;

    private final SessionRig rig = new SessionRig();

    @BeforeAll
    static void startServers() throws IOException {
        lab = SshdLab.create();
        lab.start("host", "Subsystem hello /bin/echo hello", "LogLevel INFO");
        lab.start("strict", "PermitTTY no", "LogLevel INFO");
    }

    @AfterAll
    static void stopServers() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private RemoteProcess run(String server, RemoteCommand command) throws Exception {
        return rig.connect(Host.in(lab, server)).run(command, PATIENCE, new Cancellation());
    }

    private static RemoteCommand on(RemoteTerminal terminal, String line) {
        return RemoteCommand.of(line).on(terminal);
    }

    private static BufferedReader lines(RemoteProcess process) {
        return new BufferedReader(new InputStreamReader(process.output(), StandardCharsets.UTF_8));
    }

    private static void type(RemoteProcess process, String text) throws IOException {
        process.input().write(text.getBytes(StandardCharsets.UTF_8));
        process.input().flush();
    }

    @Test
    void aProgramHasTheTerminalThatIsAskedFor() throws Exception {
        try (RemoteProcess process = run("host", on(TERMINAL, "stty size; echo $TERM; stty -a"))) {
            assertThat(process.hasTerminal()).isTrue();
            assertThat(lines(process).lines())
                    .startsWith("37 101", "vt220")
                    .anyMatch(line -> line.contains("erase = ^H"))
                    .anyMatch(line -> line.matches(".*(^| )iutf8\\b.*"));
            assertThat(process.await()).isEqualTo(new Ending.Exited(0));
        }
    }

    @Test
    void anotherSizeArrives() throws Exception {
        try (RemoteProcess process =
                run("host", on(TERMINAL, "trap 'stty size; exit 5' WINCH; echo ready; while :; do sleep 0.05; done"))) {
            BufferedReader lines = lines(process);
            assertThat(lines.readLine()).isEqualTo("ready");

            process.resize(new TerminalSize(90, 20));

            assertThat(lines.readLine()).isEqualTo("20 90");
            assertThat(process.await()).isEqualTo(new Ending.Exited(5));
        }
    }

    /** As with ssh: an interrupt is a key to the terminal there. */
    @Test
    void controlCharactersAreTheFarTerminals() throws Exception {
        try (RemoteProcess process = run("host", on(TERMINAL, "echo ready; exec sleep 60"))) {
            assertThat(lines(process).readLine()).isEqualTo("ready");

            type(process, "\u0003");

            assertThat(process.await()).isEqualTo(new Ending.Signalled("INT"));
        }
    }

    /** A server ends the whole session over a request to a channel that it no longer knows. */
    @Test
    void whatIsAskedOfOneThatHasEndedHarmsNoOther() throws Exception {
        SshSession session = rig.connect(Host.in(lab, "host"));
        try (RemoteProcess process = session.run(on(TERMINAL, "true"), PATIENCE, new Cancellation())) {
            assertThat(process.await()).isEqualTo(new Ending.Exited(0));

            for (int i = 0; i < 20; i++) {
                process.resize(new TerminalSize(90 + i, 20));
                process.signal("INT");
            }
        }

        try (RemoteProcess other = session.run(RemoteCommand.of("echo alive"), PATIENCE, new Cancellation())) {
            assertThat(lines(other).lines()).containsExactly("alive");
        }
    }

    @Test
    void withoutACommandTheLoginShellRuns() throws Exception {
        RemoteCommand shell = new RemoteCommand(new Program.Shell(), Map.of(), Optional.empty(), Optional.empty());
        try (RemoteProcess process = run("host", shell)) {
            type(process, "echo $((40+2)); exit 7\n");

            assertThat(lines(process).lines()).contains("42");
            assertThat(process.hasTerminal()).isFalse();
            assertThat(process.await()).isEqualTo(new Ending.Exited(7));
        }
    }

    @Test
    void aSubsystemIsAskedForByName() throws Exception {
        RemoteCommand hello =
                new RemoteCommand(new Program.Subsystem("hello"), Map.of(), Optional.empty(), Optional.empty());
        try (RemoteProcess process = run("host", hello)) {
            assertThat(lines(process).lines()).containsExactly("hello");
        }
    }

    @Test
    void whereTheServerGivesNoTerminalTheProgramRunsWithout() throws Exception {
        try (RemoteProcess process = run("strict", on(TERMINAL, "tty || echo none"))) {
            assertThat(process.hasTerminal()).isFalse();
            assertThat(lines(process).lines()).contains("none");
        }
    }
}
