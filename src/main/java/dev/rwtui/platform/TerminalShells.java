package dev.rwtui.platform;

import dev.rwtui.engine.Order;
import dev.rwtui.engine.Run;
import dev.rwtui.shell.Leaving;
import dev.rwtui.shell.LentTerminal;
import dev.rwtui.shell.LocalTerminal;
import dev.rwtui.tui.effect.Shells;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Shells on the terminal of this process. */
public final class TerminalShells implements Shells {

    private final LocalTerminal terminal;
    private final Map<String, String> environment;

    public TerminalShells(LocalTerminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Order.Shell order() throws IOException {
        return new Order.Shell(environment, terminal.described(), Order.Input.LENT_TERMINAL);
    }

    @Override
    public Leaving serve(Run.Running shell, String title) throws IOException, InterruptedException {
        String line = "rwtui: shell on " + title.replaceAll("\\p{Cntrl}", "?")
                + (shell.escape().isPresent() ? ", ~? for help" : "") + "\n";
        terminal.output().write(line.getBytes(StandardCharsets.UTF_8));
        terminal.output().flush();
        return new LentTerminal(shell, terminal).serve();
    }
}
