package dev.rwtui.tunnel;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.ChannelRefusedException;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.model.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Opens channels of one host, a limited number at a time; the rest queue, in order. On the engine's thread alone; the
 * opening itself blocks a thread of its own.
 */
final class Gate {

    static final int AT_ONCE = 16;

    private final HostAlias host;
    private final Surroundings surroundings;
    private final Queue<Wish> queue = new ArrayDeque<>();
    private int busy;

    Gate(HostAlias host, Surroundings surroundings) {
        this.host = host;
        this.surroundings = surroundings;
    }

    /**
     * A channel somebody wants.
     *
     * @param then told on the engine's thread exactly once, unless cancelled while queued; owns an opened stream
     */
    record Wish(
            SshSession session, Endpoint target, Duration limit, Cancellation cancellation, Consumer<Opening> then) {}

    void enter(Wish wish) {
        queue.add(wish);
        serve();
    }

    private void serve() {
        while (busy < AT_ONCE && !queue.isEmpty()) {
            Wish wish = queue.remove();
            if (!wish.cancellation().isCancelled()) {
                busy++;
                surroundings.blocking().execute(() -> open(wish));
            }
        }
    }

    private void open(Wish wish) {
        Opening opening = attempt(wish);
        surroundings.engine().execute(() -> {
            busy--;
            wish.then().accept(opening);
            serve();
        });
    }

    private Opening attempt(Wish wish) {
        try {
            return new Opening.Opened(wish.session().openDirect(wish.target(), wish.limit(), wish.cancellation()));
        } catch (ChannelRefusedException e) {
            String words = e.getMessage();
            return new Opening.Refused(e.reason(), words == null ? "" : words);
        } catch (SshException e) {
            return new Opening.Broken(e.failure());
        } catch (RuntimeException | Error e) {
            // A place that is never given back would in the end stop every tunnel of the host.
            return new Opening.Broken(new Failure(Failure.Kind.BUG, host, e.toString(), ""));
        }
    }
}
