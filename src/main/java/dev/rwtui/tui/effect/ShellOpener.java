package dev.rwtui.tui.effect;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Execution;
import dev.rwtui.engine.Run;
import dev.rwtui.shell.Leaving;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Event.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Opens a shell, lends it the terminal, and takes that back. Blocks as long as the shell lasts. */
final class ShellOpener {

    private final Engine engine;
    private final Engine.Client client;
    private final Shells shells;
    private final Stage stage;
    private final Supplier<Instant> clock;

    ShellOpener(EffectRunner.Tools tools, Stage stage) {
        this.engine = tools.engine();
        this.client = tools.client();
        this.shells = tools.shells().get();
        this.stage = stage;
        this.clock = tools.timers()::now;
    }

    Event open(HostAlias host) {
        try {
            Run run = engine.run(host, shells.order(), client).get();
            if (run instanceof Run.Failed failed) {
                return failed(host, failed.why());
            }
            Run.Running shell = (Run.Running) run;
            try (Execution ignored = shell.execution()) {
                return told(host, serve(shell, host));
            }
        } catch (IOException | ExecutionException e) {
            return new Event.ShellEnded(
                    clock.get(), host, Severity.ERROR, "no shell on " + host + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Event.ShellEnded(clock.get(), host, Severity.WARNING, "the shell on " + host + " was given up");
        }
    }

    private Leaving serve(Run.Running shell, HostAlias host)
            throws IOException, InterruptedException, ExecutionException {
        if (!shell.execution().hasTerminal()) {
            throw new IOException("it gives no terminal (RequestTTY, or PermitTTY of its sshd_config)");
        }
        stage.lend().get();
        try {
            return shells.serve(shell, host.value());
        } finally {
            stage.reclaim();
        }
    }

    private Event failed(HostAlias host, Failure why) {
        return new Event.ShellEnded(clock.get(), host, Severity.ERROR, "no shell on " + host + ": " + words(host, why));
    }

    private Event told(HostAlias host, Leaving leaving) {
        if (leaving instanceof Leaving.Ended ended && ended.how() instanceof Ending.Lost lost) {
            return new Event.ShellEnded(
                    clock.get(),
                    host,
                    Severity.WARNING,
                    "the shell on " + host + " has died: " + words(host, lost.why()));
        }
        return new Event.ShellEnded(clock.get(), host, Severity.INFO, words(host, leaving));
    }

    private static String words(HostAlias host, Leaving leaving) {
        if (!(leaving instanceof Leaving.Ended ended)) {
            return "left the shell on " + host;
        }
        String shell = "the shell on " + host + " has ended";
        if (ended.how() instanceof Ending.Exited exited && exited.status() != 0) {
            return shell + " with status " + exited.status();
        }
        return ended.how() instanceof Ending.Signalled signalled ? shell + " by SIG" + signalled.name() : shell;
    }

    private static String words(HostAlias host, Failure why) {
        return why.hop().equals(host) ? why.why() : why.summary();
    }
}
