package dev.rwtui.engine;

import dev.rwtui.ssh.RemoteProcess;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** A process that tells, once, when nobody is interested in it any more. */
final class RemoteExecution implements Execution {

    private final RemoteProcess process;
    private final Runnable closed;
    private final AtomicBoolean over = new AtomicBoolean();

    RemoteExecution(RemoteProcess process, Runnable closed) {
        this.process = process;
        this.closed = closed;
    }

    @Override
    public InputStream output() {
        return process.output();
    }

    @Override
    public InputStream errors() {
        return process.errors();
    }

    @Override
    public OutputStream input() {
        return process.input();
    }

    @Override
    public void finishInput() throws IOException {
        process.finishInput();
    }

    @Override
    public boolean hasTerminal() {
        return process.hasTerminal();
    }

    @Override
    public void resize(TerminalSize size) throws IOException {
        process.resize(size);
    }

    @Override
    public void signal(String name) throws IOException {
        process.signal(name);
    }

    @Override
    public Ending await() throws InterruptedException {
        return process.await();
    }

    @Override
    public void close() {
        process.close();
        if (over.compareAndSet(false, true)) {
            closed.run();
        }
    }
}
