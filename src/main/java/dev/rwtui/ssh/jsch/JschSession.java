package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.ChannelRequests;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.OpenSession;
import com.jcraft.jsch.OpenSession.Opened;
import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.ByteStream;
import dev.rwtui.ssh.ChannelRefusedException;
import dev.rwtui.ssh.RemoteProcess;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.RemoteCommand;
import dev.rwtui.ssh.model.RemoteTerminal;
import dev.rwtui.ssh.model.RoundTrip;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An authenticated JSch session. Its end has one cause, the first that was noticed. */
final class JschSession implements SshSession {

    private static final int PACKET = 32 << 10;

    private final HostAlias hop;
    private final OpenSession session;
    private final Wire wire;
    private final Surroundings around;
    private final Pulse pulse;
    private final Facts facts;
    private final Set<JschStream> streams = ConcurrentHashMap.newKeySet();
    private final Set<JschProcess> processes = ConcurrentHashMap.newKeySet();

    private final ForwardedAgents agents;
    private final Object endLock = new Object();
    private final List<Consumer<Failure>> listeners = new ArrayList<>();
    private @Nullable Failure end;

    /** The established parts that a session is made of. */
    record Parts(HostAlias hop, OpenSession session, Wire wire, Inlet inlet, Facts facts) {}

    JschSession(Parts parts, Surroundings around, Pulse.Patience patience) {
        this.hop = parts.hop();
        this.session = parts.session();
        this.wire = parts.wire();
        this.facts = parts.facts();
        this.around = around;
        this.agents = new ForwardedAgents(session, around.executor());
        this.pulse = new Pulse(
                around.timers(),
                around.executor(),
                parts.inlet(),
                patience,
                session::sendKeepAliveMsg,
                why -> end(Kind.LOST, why));
    }

    void start() {
        pulse.start();
    }

    @Override
    public ByteStream openDirect(Endpoint target, Duration timeout, Cancellation cancellation)
            throws SshException, ChannelRefusedException {
        ChannelDirectTCPIP channel = (ChannelDirectTCPIP) newChannel("direct-tcpip");
        channel.setHost(target.host());
        channel.setPort(target.port());
        return open(channel, timeout, cancellation);
    }

    @Override
    public RemoteProcess run(RemoteCommand command, Duration timeout, Cancellation cancellation)
            throws SshException, ChannelRefusedException {
        Channel channel = newChannel("exec");
        JschStream stream = open(channel, timeout, cancellation);
        command.agent().ifPresent(agents::begin);
        JschProcess process = new JschProcess(new JschProcess.Parts(hop, session, channel, stream), closed -> {
            if (processes.remove(closed) && command.agent().isPresent()) {
                agents.end();
            }
        });
        processes.add(process);
        process.watch();
        if (!isOpen()) {
            process.lost(cause());
        }
        try {
            if (start(channel, command, process, timeout, cancellation)) {
                return process;
            }
        } catch (SshException e) {
            process.close();
            throw e;
        } catch (Exception e) {
            process.close();
            throw new SshException(cause(), e);
        }
        process.close();
        throw new ChannelRefusedException(ChannelRefusedException.Reason.OTHER, "the server would not run the command");
    }

    /** All is asked for at once; whether it runs. */
    private boolean start(
            Channel channel, RemoteCommand command, JschProcess process, Duration timeout, Cancellation cancellation)
            throws Exception {
        Optional<CompletableFuture<Boolean>> terminal = Optional.empty();
        if (command.terminal().isPresent()) {
            RemoteTerminal wanted = command.terminal().get();
            terminal = Optional.of(session.requests()
                    .terminal(
                            channel,
                            wanted.type(),
                            new ChannelRequests.Extent(
                                    wanted.size().columns(), wanted.size().rows()),
                            wanted.encodedModes()));
        }
        if (command.agent().isPresent()) {
            session.passAgentOn(channel);
        }
        for (Map.Entry<String, String> variable : command.environment().entrySet()) {
            session.requests().environment(channel, variable.getKey(), variable.getValue());
        }
        CompletableFuture<Boolean> runs = program(channel, command.program());
        if (terminal.isPresent() && await(terminal.get(), timeout, cancellation)) {
            process.onTerminal();
        }
        return await(runs, timeout, cancellation);
    }

    private CompletableFuture<Boolean> program(Channel channel, RemoteCommand.Program program) throws Exception {
        if (program instanceof RemoteCommand.Program.Line line) {
            return session.requests().program(channel, "exec", line.text());
        }
        if (program instanceof RemoteCommand.Program.Subsystem subsystem) {
            return session.requests().program(channel, "subsystem", subsystem.name());
        }
        return session.requests().program(channel, "shell");
    }

    /** Whether the far side may use the agent here, once more. */
    boolean admitsAgent() {
        return isOpen() && agents.admitsOneMore();
    }

    /** The far side has opened a channel to the agent here. On JSch's reader thread. */
    void agentOpened(Channel channel) {
        try {
            JschStream stream = newStream(channel);
            Runnable end = agents.opened(channel, stream, new OpenSession.Room(stream.initialWindow(), PACKET));
            session.watch(channel, end);
        } catch (SshException e) {
            around.executor().execute(channel::disconnect);
        }
    }

    private JschStream open(Channel channel, Duration timeout, Cancellation cancellation)
            throws SshException, ChannelRefusedException {
        JschStream stream = newStream(channel);
        CompletableFuture<Opened> answer = new CompletableFuture<>();
        try {
            ask(channel, stream, answer);
            await(channel, answer, timeout, cancellation);
        } catch (SshException | ChannelRefusedException | RuntimeException e) {
            session.abandon(channel, answer);
            stream.release("the channel was never open");
            throw e;
        }
        if (!isOpen()) {
            stream.release("the session has ended");
            throw new SshException(cause());
        }
        return stream;
    }

    private Channel newChannel(String type) throws SshException {
        ensureAlive();
        try {
            Channel channel = session.openChannel(type);
            if (channel == null) {
                throw new SshException(cause());
            }
            return channel;
        } catch (JSchException e) {
            throw new SshException(cause(), e);
        }
    }

    private JschStream newStream(Channel channel) throws SshException {
        try {
            JschStream stream = new JschStream(
                    session,
                    channel,
                    new JschStream.Surroundings(around.timers(), around.executor(), around.budget(), streams::remove));
            streams.add(stream);
            return stream;
        } catch (IOException e) {
            throw new SshException(cause(), e);
        }
    }

    private void await(Channel channel, CompletableFuture<Opened> answer, Duration timeout, Cancellation cancellation)
            throws SshException, ChannelRefusedException {
        if (await(answer, timeout, cancellation) instanceof Opened.Refused refused) {
            throw Failures.refused(refused);
        }
        OpenSession.opened(channel);
    }

    private <T> T await(CompletableFuture<T> answer, Duration timeout, Cancellation cancellation) throws SshException {
        try (Cancellation.Registration ignored = cancellation.onCancel(() -> answer.cancel(false))) {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw Failures.of(Kind.UNREACHABLE, hop, "no answer to a request for " + timeout.toSeconds() + " s");
        } catch (CancellationException e) {
            throw cancellation.isCancelled()
                    ? Failures.of(Kind.CANCELLED, hop, "cancelled")
                    : new SshException(cause(), e);
        } catch (ExecutionException e) {
            throw new SshException(cause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.of(Kind.CANCELLED, hop, "interrupted");
        }
    }

    private void ask(Channel channel, JschStream stream, CompletableFuture<Opened> answer) throws SshException {
        try {
            session.open(channel, new OpenSession.Room(stream.initialWindow(), PACKET), answer);
        } catch (Exception e) {
            throw new SshException(cause(), e);
        }
    }

    private void ensureAlive() throws SshException {
        if (!isOpen()) {
            throw new SshException(cause());
        }
    }

    private Failure cause() {
        synchronized (endLock) {
            return end != null ? end : new Failure(Kind.LOST, hop, "the session is ending", "");
        }
    }

    @Override
    public Optional<RoundTrip> roundTrip() {
        return pulse.roundTrip();
    }

    @Override
    public void probe() {
        pulse.probe();
    }

    @Override
    public void onEnd(Consumer<Failure> listener) {
        Failure already;
        synchronized (endLock) {
            already = end;
            if (already == null) {
                listeners.add(listener);
            }
        }
        if (already != null) {
            listener.accept(already);
        }
    }

    @Override
    public boolean isOpen() {
        synchronized (endLock) {
            return end == null;
        }
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public void close() {
        end(Kind.CANCELLED, "closed here");
    }

    /** A keepalive was answered. */
    void answered() {
        pulse.answered();
    }

    /** The reader has ended by itself. */
    void lost(@Nullable Exception cause) {
        end(Kind.LOST, Failures.words(cause, wire));
    }

    private void end(Kind kind, String why) {
        List<Consumer<Failure>> due;
        Failure failure = new Failure(kind, hop, why, "");
        synchronized (endLock) {
            if (end != null) {
                return;
            }
            end = failure;
            due = List.copyOf(listeners);
            listeners.clear();
        }
        pulse.stop();
        // First the carrier: JSch's own disconnect waits for whoever is stuck in a write.
        wire.close().run();
        agents.close();
        List.copyOf(streams).forEach(stream -> stream.release(failure.summary()));
        List.copyOf(processes).forEach(process -> process.lost(failure));
        around.executor().execute(session::disconnect);
        around.executor().execute(() -> due.forEach(listener -> listener.accept(failure)));
    }
}
