package dev.rwtui.ssh.jsch;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A proxy command as a carrier ({@code ProxyCommand} of ssh_config(5)). */
final class CommandDialer {

    private final Executor executor;

    CommandDialer(Executor executor) {
        this.executor = executor;
    }

    /** @param note told each line that the command writes to its standard error */
    Wire start(String line, Guard guard, Consumer<String> note) throws IOException {
        ProxyProcess process =
                new ProxyProcess(new ProcessBuilder("/bin/sh", "-c", "exec " + line).start(), note, executor);
        Runnable kill = () -> executor.execute(process::kill);
        guard.closes(kill);
        return new Wire(process.input(), process.output(), kill, process::remark);
    }
}
