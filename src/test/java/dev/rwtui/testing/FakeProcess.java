package dev.rwtui.testing;

import dev.rwtui.engine.Execution;
import dev.rwtui.ssh.RemoteProcess;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.TerminalSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

/** A command that says what the test says, and ends when the test says so. */
public final class FakeProcess implements RemoteProcess, Execution {

    private final InputStream output;
    private final InputStream errors;
    private final Runnable onClose;
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();

    private volatile Runnable onInputEnd = () -> {};

    /** What came in. */
    public final ByteArrayOutputStream input = new ByteArrayOutputStream();

    public final List<String> signals = new CopyOnWriteArrayList<>();
    public final List<TerminalSize> sizes = new CopyOnWriteArrayList<>();
    public volatile boolean closed;
    private volatile boolean terminal;
    private volatile OutputStream into = input;

    public FakeProcess(String output, String errors, Runnable onClose) {
        this(stream(output), errors, onClose);
    }

    public FakeProcess(InputStream output, String errors, Runnable onClose) {
        this.output = output;
        this.errors = stream(errors);
        this.onClose = onClose;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What happens then. */
    public void whenInputEnds(Runnable action) {
        onInputEnd = action;
    }

    public FakeProcess ends(Ending how) {
        ending.complete(how);
        return this;
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public InputStream errors() {
        return errors;
    }

    /** From now on what comes in goes there. */
    public FakeProcess reading(OutputStream elsewhere) {
        into = elsewhere;
        return this;
    }

    @Override
    public OutputStream input() {
        return into;
    }

    /** From now on it has a terminal. */
    public FakeProcess onTerminal() {
        terminal = true;
        return this;
    }

    @Override
    public boolean hasTerminal() {
        return terminal;
    }

    @Override
    public void resize(TerminalSize size) {
        sizes.add(size);
    }

    @Override
    public void finishInput() {
        onInputEnd.run();
    }

    @Override
    public void signal(String name) {
        signals.add(name);
    }

    @Override
    public Ending await() throws InterruptedException {
        try {
            return ending.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            onClose.run();
        }
    }
}
