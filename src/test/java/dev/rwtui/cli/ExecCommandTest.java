package dev.rwtui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Execution;
import dev.rwtui.engine.Run;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.testing.FakeEngine;
import dev.rwtui.testing.FakeProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
final class ExecCommandTest {

    private final CliRig rig = new CliRig();

    private static FakeEngine engine(String asked, Execution process) {
        FakeEngine engine = new FakeEngine(CliRig.configuration());
        engine.commands.put(asked, CompletableFuture.completedFuture(new Run.Running(process, OptionalInt.empty())));
        return engine;
    }

    private static FakeEngine failing(Failure failure) {
        FakeEngine engine = new FakeEngine(CliRig.configuration());
        engine.commands.put("direwolf: true", CompletableFuture.completedFuture(new Run.Failed(failure)));
        return engine;
    }

    @Test
    void outputsAndStatusArePassedOn() {
        FakeProcess process = new FakeProcess("out", "err", () -> {}).ends(new Ending.Exited(3));

        int status = rig.run(engine("direwolf: nvidia-smi -L", process), "exec", "direwolf", "nvidia-smi", "-L");

        assertThat(status).isEqualTo(3);
        assertThat(rig.stdout).hasToString("out");
        assertThat(rig.stderr).hasToString("err");
        assertThat(rig.err.toString()).isEmpty();
        assertThat(process.closed).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ls -F -o        | ls -F -o
            -- ls -F        | ls -F
            -- -F           | -F
            echo -- x       | echo -- x
            ls --help       | ls --help
            """)
    void whatComesAfterTheHostBelongsToTheCommand(String words, String command) {
        FakeProcess process = new FakeProcess("", "", () -> {}).ends(new Ending.Exited(0));
        String[] arguments = ("-F file exec direwolf " + words).split(" +");

        int status = rig.run(engine("direwolf: " + command, process), arguments);

        assertThat(status).isZero();
        assertThat(rig.started).containsExactly("file []");
    }

    @Test
    void standardInputIsPassedOn() throws Exception {
        rig.stdin = "hello".getBytes(StandardCharsets.UTF_8);
        FakeProcess process = new FakeProcess("", "", () -> {});
        process.whenInputEnds(() -> process.ends(new Ending.Exited(0)));

        rig.run(engine("direwolf: cat", process), "exec", "direwolf", "cat");

        assertThat(process.input).hasToString("hello");
    }

    @ParameterizedTest
    @CsvSource({"TERM,143", "KILL,137", "SEGV,139", "USR1,255"})
    void aDeathBySignalIsThatOfAShell(String signal, int status) {
        FakeProcess process = new FakeProcess("", "", () -> {}).ends(new Ending.Signalled(signal));

        assertThat(rig.run(engine("direwolf: x", process), "exec", "direwolf", "x"))
                .isEqualTo(status);
    }

    @Test
    void aFailureOfItsOwnIs255AndALineThatSaysWhereAndWhy() {
        Failure failure = new Failure(Kind.UNREACHABLE, new HostAlias("cued"), "Connection refused", "Is the host up?");

        int status = rig.run(failing(failure), "exec", "direwolf", "true");

        assertThat(status).isEqualTo(255);
        assertThat(rig.err)
                .hasToString("rwtui: cued, on the way to direwolf: unreachable: Connection refused. Is the host up?\n");
    }

    @Test
    void aSessionThatDiesUnderTheCommandIsSuchAFailure() {
        FakeProcess process = new FakeProcess("half", "", () -> {})
                .ends(new Ending.Lost(new Failure(Kind.LOST, new HostAlias("direwolf"), "no answer for 45 s", "")));

        int status = rig.run(engine("direwolf: x", process), "exec", "direwolf", "x");

        assertThat(status).isEqualTo(255);
        assertThat(rig.stdout).hasToString("half");
        assertThat(rig.err).hasToString("rwtui: direwolf: lost: no answer for 45 s\n");
    }

    @Test
    void whoeverReadsNoMoreEndsIt() {
        rig.stdout = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        FakeProcess process = new FakeProcess("much", "", () -> {});

        int status = rig.run(engine("direwolf: yes", process), "exec", "direwolf", "yes");

        assertThat(status).isEqualTo(141);
        assertThat(process.closed).isTrue();
    }

    @Test
    void aCommandIsNeeded() {
        int status = rig.run(new FakeEngine(), "exec", "direwolf");

        assertThat(status).isEqualTo(2);
        assertThat(rig.err.toString()).contains("COMMAND");
    }

    @ParameterizedTest
    @CsvSource({"INTERRUPTED,INT,130", "TERMINATED,TERM,143"})
    void aCommandThatMindsNoSignalIsGivenUp(ExitCode interrupt, String signal, int status) {
        // Its outputs are closed, and it goes on.
        FakeProcess process = new FakeProcess("", "", () -> {});
        rig.interruptWith = interrupt;
        process.whenInputEnds(rig::interrupt);

        assertThat(rig.run(engine("direwolf: sleep", process), "exec", "direwolf", "sleep"))
                .isEqualTo(status);
        assertThat(process.signals).containsExactly(signal);
        assertThat(process.closed).isTrue();
    }
}
