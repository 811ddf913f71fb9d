package dev.rwtui.cli;

import dev.rwtui.engine.Run;
import dev.rwtui.shell.Leaving;
import dev.rwtui.shell.LentTerminal;
import dev.rwtui.shell.LocalTerminal;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/** Lends the terminal to a shell. */
final class TerminalCarrier implements RemoteRun.Carrier {

    private final RemoteRun run;
    private final LocalTerminal terminal;
    private volatile Optional<ExitCode> told = Optional.empty();

    TerminalCarrier(RemoteRun run, LocalTerminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    @Override
    public int carry(Run.Running running, BlockingQueue<Object> inbox) throws InterruptedException {
        Thread signals = new Thread(() -> endOnSignal(running, inbox), "rwtui-shell-signals");
        signals.setDaemon(true);
        signals.start();
        Leaving leaving;
        try {
            leaving = new LentTerminal(running, terminal).serve();
        } catch (IOException e) {
            // The terminal was taken away.
            leaving = new Leaving.HungUp();
        } finally {
            signals.interrupt();
        }
        if (told.isPresent()) {
            return told.get().status();
        }
        if (leaving instanceof Leaving.Ended ended) {
            return run.status(ended.how());
        }
        return leaving instanceof Leaving.Escaped ? run.left() : ExitCode.TERMINATED.status();
    }

    private void endOnSignal(Run.Running running, BlockingQueue<Object> inbox) {
        try {
            while (told.isEmpty()) {
                if (inbox.take() instanceof ExitCode interrupted) {
                    told = Optional.of(interrupted);
                }
            }
            running.execution().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
