package dev.rwtui.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.FakeTimers;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tunnels with a real engine thread and real threads for blocking work, under a clock turned by hand. */
final class TunnelRig {

    final FakeTimers timers = new FakeTimers();
    final BlockingQueue<TunnelStatus> changes = new LinkedBlockingQueue<>();
    final CopyOnWriteArrayList<Note> notes = new CopyOnWriteArrayList<>();
    final ExecutorService engine = Executors.newSingleThreadExecutor();
    final ExecutorService blocking = Executors.newCachedThreadPool();
    private final Tunnels tunnels = new Tunnels(new Surroundings(engine, blocking, timers), changes::add, notes::add);

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

    /** Waits until the tunnel is told to be in that kind of state, skipping what was told before. */
    TunnelStatus awaitState(TunnelId id, Class<? extends TunnelState> kind) throws InterruptedException {
        TunnelStatus status = changes.poll(10, TimeUnit.SECONDS);
        while (status != null && !(status.id().equals(id) && kind.isInstance(status.state()))) {
            status = changes.poll(10, TimeUnit.SECONDS);
        }
        assertThat(status).as("%s, notes %s", kind.getSimpleName(), notes).isNotNull();
        return status;
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
    }
}
