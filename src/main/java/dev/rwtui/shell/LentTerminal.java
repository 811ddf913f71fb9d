package dev.rwtui.shell;

import dev.rwtui.engine.Execution;
import dev.rwtui.engine.Run;
import dev.rwtui.ssh.model.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Carries a shell's bytes to and from the terminal here. What is typed waits in a queue for a far side that does not take it,
 * so that the escape is heard whatever the far side does.
 */
public final class LentTerminal {

    private static final int PIECE = 64 << 10;

    /** Pieces that were typed and not taken: whatever is typed beyond them is not read before there is room. */
    private static final int MOST_WAITING = 4096;

    private static final byte[] END = {};
    private static final long READ_MILLIS = 100;

    private final Execution execution;
    private final LocalTerminal terminal;
    private final Escapes escapes;
    private final BlockingQueue<byte[]> typed = new LinkedBlockingQueue<>(MOST_WAITING);
    private final CountDownLatch shown = new CountDownLatch(2);
    private volatile boolean over;
    private boolean left;

    /** @param shell one that has a terminal on its far side */
    public LentTerminal(Run.Running shell, LocalTerminal terminal) {
        this.execution = shell.execution();
        this.terminal = terminal;
        this.escapes = new Escapes(shell.escape());
    }

    /** Serves until the shell has ended, and gives the terminal back. The shell is closed by then. */
    public Leaving serve() throws IOException, InterruptedException {
        try (execution) {
            terminal.raw();
            terminal.onResize(this::resized);
            // It may have changed since it was described.
            resized();
            begin("rwtui-shell-output", () -> show(execution.output()));
            begin("rwtui-shell-errors", () -> show(execution.errors()));
            begin("rwtui-shell-input", this::send);
            begin("rwtui-shell-end", this::awaitEnd);
            Optional<Leaving> left = untilLeft();
            if (left.isPresent()) {
                return left.get();
            }
            return new Leaving.Ended(execution.await());
        } finally {
            over = true;
            typed.clear();
            typed.add(END);
            terminal.onResize(() -> {});
            showNoMore();
            terminal.restore();
        }
    }

    private static void begin(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Empty where the far side has ended it. */
    private Optional<Leaving> untilLeft() throws IOException, InterruptedException {
        byte[] buffer = new byte[PIECE];
        try {
            while (!over) {
                int count = terminal.read(buffer);
                if (count < 0) {
                    return Optional.of(new Leaving.HungUp());
                }
                for (Escapes.Typed next : escapes.of(buffer, count)) {
                    if (next instanceof Escapes.Typed.End) {
                        say(escapes.name() + ".\r\n");
                        return Optional.of(new Leaving.Escaped());
                    }
                    obey(next);
                }
            }
            return Optional.empty();
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    private void obey(Escapes.Typed next) throws IOException, InterruptedException {
        if (next instanceof Escapes.Typed.Bytes bytes) {
            boolean taken = false;
            while (!over && !taken) {
                taken = typed.offer(bytes.bytes(), READ_MILLIS, TimeUnit.MILLISECONDS);
            }
        } else if (next instanceof Escapes.Typed.Suspend) {
            terminal.restore();
            terminal.stop();
            terminal.raw();
            resized();
        } else {
            // The terminal is raw: each line needs a carriage return.
            say(escapes.name() + "?\r\n" + String.join("\r\n", escapes.help()) + "\r\n");
        }
    }

    private void say(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, bytes.length);
    }

    private void send() {
        try {
            OutputStream input = execution.input();
            for (byte[] next = typed.take(); next != END; next = typed.take()) {
                input.write(next);
                input.flush();
                Arrays.fill(next, (byte) 0);
            }
        } catch (IOException e) {
            // The shell takes nothing more: how it ended is told by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(InputStream from) {
        byte[] piece = new byte[PIECE];
        try {
            for (int length = from.read(piece); length >= 0; length = from.read(piece)) {
                write(piece, length);
            }
        } catch (IOException e) {
            // The session has died, or the shell was left.
        } finally {
            shown.countDown();
        }
    }

    /** What still comes of a shell that was left is nobody's. */
    private synchronized void showNoMore() {
        left = true;
    }

    private synchronized void write(byte[] bytes, int length) {
        if (left) {
            return;
        }
        try {
            terminal.output().write(bytes, 0, length);
            terminal.output().flush();
        } catch (IOException e) {
            // A terminal that is gone is noticed where keys are read.
        }
    }

    private void awaitEnd() {
        try {
            execution.await();
            shown.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        over = true;
    }

    private void resized() {
        Optional<TerminalSize> size = terminal.size();
        try {
            if (size.isPresent()) {
                execution.resize(size.get());
            }
        } catch (IOException e) {
            // The session has ended, which is told by itself.
        }
    }
}
