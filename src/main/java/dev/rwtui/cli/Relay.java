package dev.rwtui.cli;

import dev.rwtui.engine.Execution;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/** Carries bytes between a remote process and this one's own streams, a thread for each. */
final class Relay {

    private static final int PIECE = 64 << 10;

    private final Execution process;
    private final World.Streams streams;
    private final Runnable ended;
    private final CountDownLatch outputs = new CountDownLatch(2);
    private volatile boolean unread;

    /** @param ended told when the command has ended and all it wrote was passed on, or nobody reads that any more */
    Relay(Execution process, World.Streams streams, Runnable ended) {
        this.process = process;
        this.streams = streams;
        this.ended = ended;
    }

    void start() {
        begin("rwtui-stdin", this::passInput);
        begin("rwtui-stdout", () -> passOutput(process.output(), streams.out()));
        begin("rwtui-stderr", () -> passOutput(process.errors(), streams.err()));
        begin("rwtui-end", this::awaitEnd);
    }

    private static void begin(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether standard output, or standard error, has been closed by whoever read it. */
    boolean isUnread() {
        return unread;
    }

    /** Passes a signal on. */
    void tell(ExitCode interrupted) {
        try {
            process.signal(interrupted == ExitCode.INTERRUPTED ? "INT" : "TERM");
        } catch (IOException e) {
            // Then the session has ended, which is told by itself.
        }
    }

    private void passInput() {
        try {
            copy(streams.in(), process.input());
            process.finishInput();
        } catch (IOException e) {
            // The command reads no more, or has ended: what is typed goes nowhere, as with a pipe.
        }
    }

    private void passOutput(InputStream from, OutputStream to) {
        byte[] piece = new byte[PIECE];
        try {
            for (int length = from.read(piece); length >= 0; length = from.read(piece)) {
                if (!write(to, piece, length)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The session has died; whoever awaits the process is told why.
        } finally {
            outputs.countDown();
        }
    }

    private boolean write(OutputStream to, byte[] piece, int length) {
        try {
            to.write(piece, 0, length);
            to.flush();
            return true;
        } catch (IOException e) {
            unread = true;
            ended.run();
            return false;
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int length = from.read(piece); length >= 0; length = from.read(piece)) {
            to.write(piece, 0, length);
            to.flush();
        }
    }

    private void awaitEnd() {
        try {
            outputs.await();
            // A command may close its outputs and go on.
            process.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended.run();
    }
}
