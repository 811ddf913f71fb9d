package dev.rwtui.testing;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.ByteStream;
import dev.rwtui.ssh.ChannelRefusedException;
import dev.rwtui.ssh.RemoteProcess;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.RemoteCommand;
import dev.rwtui.ssh.model.RoundTrip;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session whose channels answer as a test has scripted. Strict: a channel that no script foresees is an
 * {@link AssertionError}.
 */
public final class FakeSession implements SshSession {

    /** What becomes of one request for a channel. Runs on the asking thread; may block, and then heeds the cancellation. */
    public interface Script {
        ByteStream open(Endpoint target, Cancellation cancellation) throws SshException, ChannelRefusedException;
    }

    private final HostAlias host;
    private final Deque<Script> scripts = new ArrayDeque<>();
    private @Nullable Script always;
    private final List<Endpoint> asked = new ArrayList<>();
    private final Set<ByteStream> streams = ConcurrentHashMap.newKeySet();
    private final List<Consumer<Failure>> listeners = new ArrayList<>();
    private @Nullable Failure end;
    private @Nullable RoundTrip roundTrip;
    private int probes;

    public FakeSession(HostAlias host) {
        this.host = host;
    }

    public HostAlias host() {
        return host;
    }

    /** The next request without a script of its own is answered so. */
    public synchronized FakeSession next(Script script) {
        scripts.add(script);
        return this;
    }

    /** Every request that {@link #next} does not cover is answered so. */
    public synchronized FakeSession always(Script script) {
        always = script;
        return this;
    }

    public static Script refusing(ChannelRefusedException.Reason reason, String words) {
        return (target, cancellation) -> {
            throw new ChannelRefusedException(reason, words);
        };
    }

    private final List<String> commands = new ArrayList<>();
    private int mostCommands = -1;

    @Override
    public ByteStream openDirect(Endpoint target, Duration timeout, Cancellation cancellation)
            throws SshException, ChannelRefusedException {
        Script script = script(target);
        ByteStream stream = script.open(target, cancellation);
        streams.add(stream);
        if (!isOpen()) {
            stream.close();
            throw dead();
        }
        return stream;
    }

    /** Takes commands from now on, so many at a time. */
    public synchronized FakeSession running(int atATime) {
        mostCommands = atATime;
        return this;
    }

    /** Of the commands that run, in the order in which they were asked for. */
    public synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public synchronized RemoteProcess run(RemoteCommand command, Duration timeout, Cancellation cancellation)
            throws SshException, ChannelRefusedException {
        if (end != null) {
            throw dead();
        }
        if (mostCommands < 0) {
            throw new AssertionError("nobody expected the command " + command);
        }
        if (commands.size() >= mostCommands) {
            throw new ChannelRefusedException(ChannelRefusedException.Reason.CONNECT_FAILED, "open failed");
        }
        String line = ((RemoteCommand.Program.Line) command.program()).text();
        commands.add(line);
        return new FakeProcess("", "", () -> ended(line));
    }

    private synchronized void ended(String command) {
        commands.remove(command);
    }

    private synchronized Script script(Endpoint target) throws SshException {
        if (end != null) {
            throw dead();
        }
        asked.add(target);
        Script script = scripts.isEmpty() ? always : scripts.remove();
        if (script == null) {
            throw new AssertionError("no script for a channel to " + target);
        }
        return script;
    }

    private SshException dead() {
        return SshException.of(Failure.Kind.LOST, host, "the session has ended", "");
    }

    /** Targets of all channels asked for so far, in order. */
    public synchronized List<Endpoint> asked() {
        return List.copyOf(asked);
    }

    /** Scripts given by {@link #next} that nobody has used. */
    public synchronized int unused() {
        return scripts.size();
    }

    @Override
    public synchronized void probe() {
        probes++;
    }

    /** How often it was asked whether it is still there. */
    public synchronized int probes() {
        return probes;
    }

    /** Ends it as a network failure does: every channel ends, listeners are told. */
    public void die(String why) {
        end(new Failure(Failure.Kind.LOST, host, why, ""));
    }

    private void end(Failure failure) {
        List<Consumer<Failure>> told;
        synchronized (this) {
            if (end != null) {
                return;
            }
            end = failure;
            told = List.copyOf(listeners);
        }
        streams.forEach(ByteStream::close);
        told.forEach(listener -> listener.accept(failure));
    }

    @Override
    public void onEnd(Consumer<Failure> listener) {
        Failure over;
        synchronized (this) {
            over = end;
            if (over == null) {
                listeners.add(listener);
            }
        }
        if (over != null) {
            listener.accept(over);
        }
    }

    @Override
    public synchronized Optional<RoundTrip> roundTrip() {
        return Optional.ofNullable(roundTrip);
    }

    /** What it says a round trip takes. */
    public synchronized void measures(Duration time) {
        roundTrip = new RoundTrip(time, FakeTimers.START);
    }

    @Override
    public synchronized boolean isOpen() {
        return end == null;
    }

    @Override
    public Facts facts() {
        return new Facts("SSH-2.0-fake", "none", "none", "none", "SHA256:none");
    }

    @Override
    public void close() {
        end(new Failure(Failure.Kind.CANCELLED, host, "closed", ""));
    }
}
