package dev.rwtui.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.channel.IoWriteFutureImpl;
import org.apache.sshd.common.future.CloseFuture;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoService;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.closeable.AbstractCloseable;
import org.apache.sshd.common.util.io.IoUtils;
import org.jspecify.annotations.Nullable;

/**
 * A transport made of two streams in place of a socket: what an SSH server without a port runs on. A write is done when
 * the stream has taken it, and MINA's channels wait for that, each with one write at a time: so the queue here is bounded
 * by the windows of the session's channels.
 */
final class StreamSession extends AbstractCloseable implements IoSession {

    private static final AtomicLong IDS = new AtomicLong();
    private static final int CHUNK = 32 * 1024;

    /** Never dialled: sessions want addresses to show. */
    private static final SocketAddress NOWHERE = InetSocketAddress.createUnresolved("lab", 22);

    private final long id = IDS.incrementAndGet();
    private final IoHandler handler;
    private final InputStream in;
    private final OutputStream out;
    private final Map<Object, Object> attributes = new ConcurrentHashMap<>();
    private final BlockingQueue<IoWriteFutureImpl> writes = new LinkedBlockingQueue<>();

    StreamSession(IoHandler handler, InputStream in, OutputStream out) {
        this.handler = handler;
        this.in = in;
        this.out = out;
    }

    /** Runs the session until it is over: reads on this thread, writes on another. */
    void run(Executor threads) throws IOException {
        try {
            handler.sessionCreated(this);
            threads.execute(this::write);
            read();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the session could not be run: " + e.getMessage(), e);
        } finally {
            close(true);
        }
    }

    private void read() throws Exception {
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0 && !isClosing(); read = in.read(chunk)) {
            try {
                handler.messageReceived(this, new ByteArrayBuffer(chunk, 0, read));
            } catch (Exception e) {
                handler.exceptionCaught(this, e);
            }
        }
    }

    private void write() {
        try {
            while (!isClosed()) {
                write(writes.take());
            }
        } catch (InterruptedException e) {
            close(true);
            Thread.currentThread().interrupt();
        }
    }

    private void write(IoWriteFutureImpl write) {
        try {
            Buffer buffer = write.getBuffer();
            out.write(buffer.array(), buffer.rpos(), buffer.available());
            if (writes.isEmpty()) {
                out.flush();
            }
            write.setValue(true);
        } catch (IOException e) {
            write.setValue(e);
            close(true);
        }
    }

    @Override
    public IoWriteFuture writeBuffer(Buffer buffer) {
        IoWriteFutureImpl write = new IoWriteFutureImpl(id, buffer);
        if (isClosing()) {
            write.setValue(new ClosedChannelException());
        } else {
            writes.add(write);
        }
        return write;
    }

    @Override
    protected @Nullable CloseFuture doCloseGracefully() {
        return builder().when(id, writes).build().close(false);
    }

    @Override
    protected void doCloseImmediately() {
        super.doCloseImmediately();
        failPendingWrites();
        // Both threads wake up and see that all is over.
        IoUtils.closeQuietly(in);
        writes.add(new IoWriteFutureImpl(id, new ByteArrayBuffer()));
        try {
            handler.sessionClosed(this);
        } catch (Exception e) {
            log.debug("{}: the handler failed at the end of the session", this, e);
        }
    }

    private void failPendingWrites() {
        for (IoWriteFutureImpl write = writes.poll(); write != null; write = writes.poll()) {
            write.setValue(new ClosedChannelException());
        }
    }

    @Override
    public long getId() {
        return id;
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return NOWHERE;
    }

    @Override
    public SocketAddress getLocalAddress() {
        return NOWHERE;
    }

    @Override
    public SocketAddress getAcceptanceAddress() {
        return NOWHERE;
    }

    @Override
    public @Nullable Object getAttribute(Object key) {
        return attributes.get(key);
    }

    @Override
    public @Nullable Object setAttribute(Object key, Object value) {
        return attributes.put(key, value);
    }

    @Override
    public @Nullable Object setAttributeIfAbsent(Object key, Object value) {
        return attributes.putIfAbsent(key, value);
    }

    @Override
    public @Nullable Object removeAttribute(Object key) {
        return attributes.remove(key);
    }

    /** MINA asks for it only to count the sessions of a user, which the lab does not limit. */
    @Override
    public IoService getService() {
        throw new UnsupportedOperationException("a session without a port belongs to no service");
    }

    @Override
    public void shutdownOutputStream() throws IOException {
        out.close();
    }

    /** MINA suspends only what it forwards to, never a session. */
    @Override
    public void suspendRead() {
        throw new UnsupportedOperationException("an SSH session is never suspended");
    }

    @Override
    public void resumeRead() {
        throw new UnsupportedOperationException("an SSH session is never suspended");
    }
}
