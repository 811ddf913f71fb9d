package dev.rwtui.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tunnels with a real engine thread and real threads for blocking work, under a clock turned by hand. */
final class TunnelRig {

    static final HostAlias HOST = new HostAlias("direwolf");

    final FakeTimers timers = new FakeTimers();
    final BlockingQueue<TunnelStatus> changes = new LinkedBlockingQueue<>();
    final BlockingQueue<Note> notes = new LinkedBlockingQueue<>();
    private final ExecutorService engine = Executors.newSingleThreadExecutor();
    private final ExecutorService blocking = Executors.newCachedThreadPool();
    private final Tunnels tunnels = new Tunnels(new Surroundings(engine, blocking, timers), changes::add, notes::add);

    /** A forward that listens where none other does. */
    static TunnelId freshTunnel() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return tunnelAt(Optional.empty(), socket.getLocalPort());
        }
    }

    static TunnelId tunnelAt(Optional<String> bind, int port) {
        return new TunnelId(HOST, new LocalForward(bind, port, new Endpoint("127.0.0.1", 6006)));
    }

    /** Runs on the engine's thread and waits until it has run. */
    void on(Consumer<Tunnels> action) throws Exception {
        ask(t -> {
            action.accept(t);
            return true;
        });
    }

    <T> T ask(Function<Tunnels, T> question) throws Exception {
        return engine.submit(() -> question.apply(tunnels)).get(10, TimeUnit.SECONDS);
    }

    TunnelStatus status(TunnelId id) throws Exception {
        return ask(Tunnels::snapshot).stream()
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the tunnel is told to be in that kind of state, skipping what was told before. */
    <S extends TunnelState> S awaitState(TunnelId id, Class<S> kind) throws InterruptedException {
        TunnelStatus status = changes.poll(10, TimeUnit.SECONDS);
        while (status != null && !(status.id().equals(id) && kind.isInstance(status.state()))) {
            status = changes.poll(10, TimeUnit.SECONDS);
        }
        assertThat(status).as("%s, notes %s", kind.getSimpleName(), notes).isNotNull();
        return kind.cast(status.state());
    }

    /** Waits for a line of the log that says so, skipping others. */
    Note awaitNote(String part) throws InterruptedException {
        Note note = notes.poll(10, TimeUnit.SECONDS);
        while (note != null && !note.text().contains(part)) {
            note = notes.poll(10, TimeUnit.SECONDS);
        }
        assertThat(note).as("a note that says '%s'", part).isNotNull();
        return note;
    }

    /** Waits until so many connections of a tunnel are there. */
    void awaitOpen(TunnelId id, int count) throws Exception {
        awaitNow(id, status -> status.traffic().open() == count);
    }

    /** Waits until that is so, whatever was told before. */
    void awaitNow(TunnelId id, Predicate<TunnelStatus> wanted) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        for (TunnelStatus now = status(id); !wanted.test(now); now = status(id)) {
            assertThat(System.nanoTime()).as("still %s", now).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    static Socket connect(TunnelId id) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), id.forward().port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Waits until nobody listens: the system lets go of a port a moment after its socket was closed. */
    static void awaitRefusal(TunnelId id) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (isServed(id)) {
            assertThat(System.nanoTime()).as("still served: %s", id).isLessThan(until);
        }
    }

    private static boolean isServed(TunnelId id) throws IOException {
        try {
            connect(id).close();
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Sockets of this process, as the system counts them. */
    static int sockets() throws IOException {
        int count = 0;
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors) {
                count += isSocket(descriptor) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false;
        }
    }

    /** Closes all, and fails where a thread is left behind. */
    void end() throws Exception {
        on(Tunnels::closeAll);
        blocking.shutdown();
        assertThat(blocking.awaitTermination(10, TimeUnit.SECONDS))
                .as("no thread is left behind")
                .isTrue();
        engine.shutdown();
        assertThat(engine.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(timers.pending()).as("no timer is left behind").isZero();
    }
}
