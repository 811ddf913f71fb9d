package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.OpenSession;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.RemoteProcess;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** A command in a session channel. */
final class JschProcess implements RemoteProcess {

    /** What JSch says of a command of which nothing was told. */
    private static final int NO_STATUS = -1;

    private final HostAlias hop;
    private final OpenSession session;
    private final Channel channel;
    private final JschStream stream;
    private final Consumer<JschProcess> onClose;
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private volatile boolean terminal;

    /** What a session gives a process of it. */
    record Parts(HostAlias hop, OpenSession session, Channel channel, JschStream stream) {}

    /** @param onClose told when nobody is interested any more */
    JschProcess(Parts parts, Consumer<JschProcess> onClose) {
        this.hop = parts.hop();
        this.session = parts.session();
        this.channel = parts.channel();
        this.stream = parts.stream();
        this.onClose = onClose;
    }

    /** The server gave it a terminal. */
    void onTerminal() {
        terminal = true;
    }

    /** From now on the end of the channel is heard of. */
    void watch() {
        session.watch(channel, this::closed);
    }

    /** By the far side, on JSch's reader thread. */
    private void closed() {
        stream.ended();
        int status = channel.getExitStatus();
        String signal = channel.getExitSignal();
        if (signal != null && !signal.isEmpty()) {
            ending.complete(new Ending.Signalled(signal));
        } else {
            ending.complete(status == NO_STATUS ? new Ending.Unknown() : new Ending.Exited(status));
        }
    }

    /** The session has ended. */
    void lost(Failure why) {
        ending.complete(new Ending.Lost(why));
    }

    @Override
    public InputStream output() {
        return stream.input();
    }

    @Override
    public InputStream errors() {
        return stream.errors();
    }

    @Override
    public OutputStream input() {
        return stream.output();
    }

    @Override
    public void finishInput() throws IOException {
        stream.finishOutput();
    }

    @Override
    public boolean hasTerminal() {
        return terminal;
    }

    @Override
    public void resize(TerminalSize size) throws IOException {
        send(() -> session.requests().resized(channel, size.columns(), size.rows()));
    }

    @Override
    public void signal(String name) throws IOException {
        send(() -> session.requests().signal(channel, name));
    }

    private interface Sending {
        void send() throws Exception;
    }

    private static void send(Sending message) throws IOException {
        try {
            message.send();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.toString(), e);
        }
    }

    @Override
    public Ending await() throws InterruptedException {
        try {
            return ending.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        session.forget(channel);
        ending.complete(new Ending.Lost(new Failure(Kind.CANCELLED, hop, "the command was given up here", "")));
        stream.close();
        onClose.accept(this);
    }
}
