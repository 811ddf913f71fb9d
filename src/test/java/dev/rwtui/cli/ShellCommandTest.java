package dev.rwtui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.engine.Order;
import dev.rwtui.engine.Run;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.RemoteTerminal;
import dev.rwtui.ssh.model.TerminalSize;
import dev.rwtui.testing.FakeEngine;
import dev.rwtui.testing.FakeLocalTerminal;
import dev.rwtui.testing.FakeProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ShellCommandTest {

    private static final Failure GIVEN_UP =
            new Failure(Failure.Kind.CANCELLED, CliRig.DIREWOLF, "the command was given up here", "");

    private final CliRig rig = new CliRig();
    private final FakeLocalTerminal terminal = new FakeLocalTerminal();

    private static FakeEngine engine(Run run) {
        FakeEngine engine = new FakeEngine(CliRig.configuration());
        engine.commands.put("direwolf: a shell", CompletableFuture.completedFuture(run));
        return engine;
    }

    private static Run running(FakeProcess process) {
        return new Run.Running(process, OptionalInt.of('~'));
    }

    private static void close(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void onATerminalItHasTheTerminal() {
        rig.standard = Optional.of(terminal);
        FakeProcess process =
                new FakeProcess("a screen", "", () -> {}).onTerminal().ends(new Ending.Exited(3));
        FakeEngine engine = engine(running(process));

        int status = rig.run(engine, "shell", "direwolf");

        assertThat(status).isEqualTo(3);
        assertThat(terminal.shown()).isEqualTo("a screen");
        assertThat(terminal.log).containsExactly("raw", "restore");
        assertThat(engine.orders)
                .containsExactly(new Order.Shell(Map.of(), FakeLocalTerminal.DESCRIBED, Order.Input.TERMINAL));
        assertThat(process.closed).isTrue();
    }

    @Test
    void withoutATerminalItPassesStreamsOn() {
        rig.environment = Map.of("TERM", "dumb");
        FakeProcess process = new FakeProcess("text", "", () -> {}).ends(new Ending.Exited(0));
        FakeEngine engine = engine(running(process));

        int status = rig.run(engine, "shell", "direwolf");

        assertThat(status).isZero();
        assertThat(rig.stdout).hasToString("text");
        assertThat(engine.orders)
                .containsExactly(new Order.Shell(
                        Map.of("TERM", "dumb"),
                        new RemoteTerminal("dumb", new TerminalSize(0, 0), Map.of()),
                        Order.Input.OTHER));
    }

    @Test
    void whereTheServerGivesNoTerminalTheOneHereStaysAsItIs() {
        rig.standard = Optional.of(terminal);
        FakeProcess process = new FakeProcess("text", "", () -> {}).ends(new Ending.Exited(0));

        int status = rig.run(engine(running(process)), "shell", "direwolf");

        assertThat(status).isZero();
        assertThat(terminal.log).isEmpty();
        assertThat(rig.stdout).hasToString("text");
    }

    @Test
    void aDeadSessionIsSaidOnceTheTerminalIsBack() {
        rig.standard = Optional.of(terminal);
        Failure died = new Failure(Failure.Kind.LOST, CliRig.DIREWOLF, "no answer for 45 s", "");
        FakeProcess process = new FakeProcess("", "", () -> {}).onTerminal().ends(new Ending.Lost(died));

        int status = rig.run(engine(running(process)), "shell", "direwolf");

        assertThat(status).isEqualTo(255);
        assertThat(rig.err.toString()).isEqualTo("rwtui: direwolf: lost: no answer for 45 s\n");
    }

    @Test
    void aSignalEndsItAndGivesTheTerminalBack() throws IOException {
        rig.standard = Optional.of(terminal);
        rig.interruptWith = ExitCode.TERMINATED;
        PipedOutputStream farSide = new PipedOutputStream();
        FakeProcess[] process = new FakeProcess[1];
        process[0] = new FakeProcess(new PipedInputStream(farSide), "", () -> {
            process[0].ends(new Ending.Lost(GIVEN_UP));
            close(farSide);
        });
        process[0].onTerminal();
        terminal.onRaw = rig::interrupt;

        int status = rig.run(engine(running(process[0])), "shell", "direwolf");

        assertThat(status).isEqualTo(143);
        assertThat(terminal.log).containsExactly("raw", "restore");
    }

    @Test
    void aHostThatCannotBeReachedIs255() {
        Failure down = new Failure(Failure.Kind.UNREACHABLE, CliRig.CUED, "connection refused", "");

        int status = rig.run(engine(new Run.Failed(down)), "shell", "direwolf");

        assertThat(status).isEqualTo(255);
        assertThat(rig.err.toString())
                .isEqualTo("rwtui: cued, on the way to direwolf: unreachable: connection refused\n");
    }
}
