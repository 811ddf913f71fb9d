package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.OpenSession;
import dev.rwtui.base.Timers;
import dev.rwtui.ssh.ByteStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One channel. Its sender is granted more only as its consumer reads. */
final class JschStream implements ByteStream {

    private final OpenSession session;
    private final Channel channel;
    private final Timers timers;
    private final Executor executor;
    private final Consumer<JschStream> onClose;
    private final ReceiveQueue queue = new ReceiveQueue();
    private final ReceiveQueue errorQueue = new ReceiveQueue();
    private final Window window;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final InputStream input = new Input(queue);
    private final InputStream errors = new Input(errorQueue);
    private final OutputStream output;

    /** What a session lends its channels. */
    record Surroundings(Timers timers, Executor executor, ReceiveBudget budget, Consumer<JschStream> onClose) {}

    JschStream(OpenSession session, Channel channel, Surroundings around) throws IOException {
        this.session = session;
        this.channel = channel;
        this.timers = around.timers();
        this.executor = around.executor();
        this.onClose = around.onClose();
        this.window = new Window(around.budget(), timers.nanos());
        channel.setOutputStream(new Arrivals(queue));
        channel.setExtOutputStream(new Arrivals(errorQueue));
        this.output = new Output(channel.getOutputStream());
    }

    int initialWindow() {
        return window.size();
    }

    @Override
    public InputStream input() {
        return input;
    }

    /** What a command writes to its standard error; nothing with other channels. */
    InputStream errors() {
        return errors;
    }

    /** Nothing more will come; what is there can still be read. */
    void ended() {
        queue.end();
        errorQueue.end();
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public void finishOutput() throws IOException {
        output.close();
    }

    @Override
    public void close() {
        if (release("the channel was closed here")) {
            executor.execute(channel::disconnect);
        }
    }

    /** Releases the reader and the memory, without a word to the server. False where that was done before. */
    boolean release(String why) {
        if (!closed.compareAndSet(false, true)) {
            return false;
        }
        queue.breakOff(why);
        errorQueue.breakOff(why);
        synchronized (window) {
            window.close();
        }
        onClose.accept(this);
        return true;
    }

    private int read(ReceiveQueue source, byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int taken = source.take(target, from, length);
        if (taken > 0) {
            regrant(taken);
        }
        return taken;
    }

    private void regrant(int taken) throws IOException {
        int grant;
        synchronized (window) {
            grant = closed.get() ? 0 : window.consumed(taken, queue.queued() + errorQueue.queued(), timers.nanos());
        }
        if (grant == 0 || channel.isEOF()) {
            return;
        }
        try {
            session.grant(channel, grant);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.toString(), e);
        }
    }

    private final class Input extends InputStream {
        private final ReceiveQueue source;

        Input(ReceiveQueue source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return JschStream.this.read(source, one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            return JschStream.this.read(source, target, from, length);
        }

        @Override
        public int available() {
            return source.queued();
        }
    }

    /** Called by JSch's reader thread: must never wait. */
    private final class Arrivals extends OutputStream {
        private final ReceiveQueue target;

        Arrivals(ReceiveQueue target) {
            this.target = target;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            OpenSession.hold(channel);
            target.put(bytes, from, length);
        }

        @Override
        public void close() {
            target.end();
        }
    }

    private final class Output extends OutputStream {
        private final OutputStream packets;

        Output(OutputStream packets) {
            this.packets = packets;
        }

        @Override
        public void write(int b) throws IOException {
            ensureOpen();
            packets.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            ensureOpen();
            packets.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            ensureOpen();
            packets.flush();
        }

        @Override
        public void close() throws IOException {
            packets.close();
        }

        private void ensureOpen() throws IOException {
            if (closed.get()) {
                throw new IOException("the channel was closed here");
            }
            if (channel.isClosed()) {
                throw new IOException("the far end closed the channel");
            }
        }
    }
}
