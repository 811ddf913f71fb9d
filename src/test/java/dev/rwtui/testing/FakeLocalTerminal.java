package dev.rwtui.testing;

import dev.rwtui.shell.LocalTerminal;
import dev.rwtui.ssh.model.RemoteTerminal;
import dev.rwtui.ssh.model.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A terminal at which the test types, and that keeps what is done to it. */
public final class FakeLocalTerminal implements LocalTerminal {

    public static final RemoteTerminal DESCRIBED =
            new RemoteTerminal("xterm", new TerminalSize(100, 30), Map.of(3, 127));

    private static final byte[] HANG_UP = {};

    /** {@code raw}, {@code restore}, {@code stop}. */
    public final List<String> log = new CopyOnWriteArrayList<>();

    /** Those who want to know of its size. */
    public final BlockingQueue<Runnable> listeners = new LinkedBlockingQueue<>();

    /** Why it cannot be made raw. */
    public volatile Optional<IOException> fault = Optional.empty();

    /** What happens once it is raw. */
    public volatile Runnable onRaw = () -> {};

    private final BlockingQueue<byte[]> typed = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    public void type(String text) {
        typed.add(text.getBytes(StandardCharsets.UTF_8));
    }

    public void hangsUp() {
        typed.add(HANG_UP);
    }

    public String shown() {
        return output.toString(StandardCharsets.UTF_8);
    }

    @Override
    public RemoteTerminal described() {
        return DESCRIBED;
    }

    @Override
    public Optional<TerminalSize> size() {
        return Optional.of(DESCRIBED.size());
    }

    @Override
    public void raw() throws IOException {
        if (fault.isPresent()) {
            throw fault.get();
        }
        log.add("raw");
        onRaw.run();
    }

    @Override
    public void restore() {
        log.add("restore");
    }

    @Override
    public void stop() {
        log.add("stop");
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        try {
            byte[] next = typed.poll(20, TimeUnit.MILLISECONDS);
            if (next == null) {
                return 0;
            }
            System.arraycopy(next, 0, buffer, 0, next.length);
            return next == HANG_UP ? -1 : next.length;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public void onResize(Runnable listener) {
        listeners.add(listener);
    }
}
