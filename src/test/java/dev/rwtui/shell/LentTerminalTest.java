package dev.rwtui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.engine.Run;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.testing.FakeLocalTerminal;
import dev.rwtui.testing.FakeProcess;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class LentTerminalTest {

    private final FakeLocalTerminal terminal = new FakeLocalTerminal();

    private CompletableFuture<Leaving> served(FakeProcess process) {
        LentTerminal lent = new LentTerminal(new Run.Running(process.onTerminal(), OptionalInt.of('~')), terminal);
        CompletableFuture<Leaving> leaving = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        leaving.complete(lent.serve());
                    } catch (IOException | InterruptedException e) {
                        leaving.completeExceptionally(e);
                    }
                },
                "test-shell");
        thread.setDaemon(true);
        thread.start();
        return leaving;
    }

    private static Leaving awaited(CompletableFuture<Leaving> leaving) throws Exception {
        return leaving.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whatComesIsShownAndTheTerminalIsGivenBack() throws Exception {
        FakeProcess process = new FakeProcess("a screen", "", () -> {}).ends(new Ending.Exited(3));

        Leaving leaving = awaited(served(process));

        assertThat(leaving).isEqualTo(new Leaving.Ended(new Ending.Exited(3)));
        assertThat(terminal.shown()).isEqualTo("a screen");
        assertThat(terminal.log).containsExactly("raw", "restore");
        assertThat(process.closed).isTrue();
    }

    @Test
    void whatIsTypedIsSent() throws Exception {
        FakeProcess process = new FakeProcess("", "", () -> {});
        CompletableFuture<Leaving> leaving = served(process);

        terminal.type("ls\r");
        terminal.type("~.");

        assertThat(awaited(leaving)).isEqualTo(new Leaving.Escaped());
        assertThat(process.closed).isTrue();
        assertThat(terminal.log).containsExactly("raw", "restore");
        assertThat(terminal.shown()).isEqualTo("~.\r\n");
    }

    @Test
    void theEscapeIsHeardWhereTheFarSideTakesNothing() throws Exception {
        PipedInputStream nobodyReads = new PipedInputStream(16);
        FakeProcess process = new FakeProcess(neverEnding(), "", () -> {}).reading(new PipedOutputStream(nobodyReads));
        CompletableFuture<Leaving> leaving = served(process);

        terminal.type("much more than sixteen bytes, which block whoever writes them\r");
        terminal.type("more\r");
        terminal.type("~.");

        assertThat(awaited(leaving)).isEqualTo(new Leaving.Escaped());
    }

    @Test
    void anotherSizeIsTold() throws Exception {
        FakeProcess process = new FakeProcess(neverEnding(), "", () -> {});
        CompletableFuture<Leaving> leaving = served(process);
        Runnable resized = terminal.listeners.take();

        resized.run();
        terminal.type("~.");

        awaited(leaving);
        assertThat(process.sizes)
                .containsExactly(FakeLocalTerminal.DESCRIBED.size(), FakeLocalTerminal.DESCRIBED.size());
    }

    @Test
    void suspendingGivesTheTerminalBackMeanwhile() throws Exception {
        FakeProcess process = new FakeProcess(neverEnding(), "", () -> {});
        CompletableFuture<Leaving> leaving = served(process);

        terminal.type("~\u001a~.");

        awaited(leaving);
        assertThat(terminal.log).containsExactly("raw", "restore", "stop", "raw", "restore");
        assertThat(process.sizes)
                .containsExactly(FakeLocalTerminal.DESCRIBED.size(), FakeLocalTerminal.DESCRIBED.size());
    }

    @Test
    void theHelpIsShownAndNotSent() throws Exception {
        FakeProcess process = new FakeProcess(neverEnding(), "", () -> {});
        CompletableFuture<Leaving> leaving = served(process);

        terminal.type("~?~.");

        awaited(leaving);
        assertThat(terminal.shown())
                .startsWith("~?\r\nSupported escape sequences:\r\n ~.")
                .contains("newline.)\r\n");
        assertThat(process.input.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aTerminalThatIsGoneEndsIt() throws Exception {
        FakeProcess process = new FakeProcess(neverEnding(), "", () -> {});
        CompletableFuture<Leaving> leaving = served(process);

        terminal.hangsUp();

        assertThat(awaited(leaving)).isEqualTo(new Leaving.HungUp());
        assertThat(process.closed).isTrue();
    }

    @Test
    void aTerminalThatCannotBeSetLeavesNoShellBehind() {
        FakeProcess process = new FakeProcess(neverEnding(), "", () -> {});
        terminal.fault = Optional.of(new IOException("stty failed"));

        assertThatThrownBy(() -> awaited(served(process))).hasRootCauseMessage("stty failed");
        assertThat(process.closed).isTrue();
    }

    /** Output of which nothing ever comes. */
    private static PipedInputStream neverEnding() {
        try {
            return new PipedInputStream(new PipedOutputStream());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
