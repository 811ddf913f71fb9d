package dev.rwtui.engine;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Timers;
import dev.rwtui.ssh.ChannelRefusedException;
import dev.rwtui.ssh.RemoteProcess;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.model.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * Commands that wait for their host's session, or for room on it: a server allows so many at a time ({@code MaxSessions} of
 * sshd_config(5)), which it tells only by refusing one more. On the engine's thread alone.
 */
final class Commands {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Longer than a server may take to answer, so that one that does not is named for that. */
    private static final Duration LONGEST_WAIT = PATIENCE.multipliedBy(2);

    /** A server has room again a moment after a command has ended there. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** So many times in a row, while nothing runs: then it is not a matter of waiting. */
    private static final int MOST_REFUSALS = 40;

    private final Executor engine;
    private final Executor blocking;
    private final Timers timers;
    private final Asking asking;
    private final BiConsumer<HostAlias, String> notes;
    private final Map<HostAlias, Queue> queues = new LinkedHashMap<>();

    /** Makes of an order what is really asked for, when its host is connected. */
    interface Asking {
        Orders.Asked of(HostAlias host, Order order, Engine.Client client);
    }

    /** @param notes told, of a host, what a person may wonder about */
    Commands(Executor engine, Executor blocking, Timers timers, Asking asking, BiConsumer<HostAlias, String> notes) {
        this.asking = asking;
        this.notes = notes;
        this.engine = engine;
        this.blocking = blocking;
        this.timers = timers;
    }

    /** Somebody waits for this to start. */
    private record Waiting(Order order, Engine.Client client, CompletableFuture<Run> promise) {}

    /** What waits and runs on one host. */
    private static final class Queue {
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private Optional<SshSession> session = Optional.empty();
        private long upSince;
        /** Those that are being started, or run. */
        private int begun;

        private int running;
        /** As many as have run at a time: the server has room for those. */
        private int proved;

        private int refusals;
        private boolean paused;
        private boolean noted;

        void renew(SshSession fresh, long now) {
            session = Optional.of(fresh);
            upSince = now;
            begun = 0;
            running = 0;
            proved = 0;
            refusals = 0;
            paused = false;
            noted = false;
        }

        boolean hasRoom() {
            return !paused && (refusals == 0 || begun < Math.max(1, proved));
        }
    }

    void add(HostAlias host, Order order, Engine.Client client, CompletableFuture<Run> promise) {
        Queue queue = queues.computeIfAbsent(host, key -> new Queue());
        queue.waiting.add(new Waiting(order, client, promise));
        start(host, queue);
    }

    /**
     * As above, for a feature, which fails where there is no room for it within a minute of a session that is up: nobody
     * sees it wait. How long it takes until the session is up, links bound, and a person who is asked.
     */
    void addForAWhile(HostAlias host, Order order, Engine.Client client, CompletableFuture<Run> promise) {
        add(host, order, client, promise);
        watch(host, promise, LONGEST_WAIT);
    }

    private void watch(HostAlias host, CompletableFuture<Run> promise, Duration wait) {
        Timers.Scheduled alarm = timers.after(wait, () -> engine.execute(() -> endWait(host, promise)));
        CompletableFuture<Run> ignored = promise.whenComplete((run, failure) -> alarm.cancel());
    }

    private void endWait(HostAlias host, CompletableFuture<Run> promise) {
        Queue queue = queues.computeIfAbsent(host, key -> new Queue());
        Duration left =
                queue.session.isEmpty() ? LONGEST_WAIT : LONGEST_WAIT.minusNanos(timers.nanos() - queue.upSince);
        if (left.compareTo(Duration.ZERO) > 0) {
            watch(host, promise, left);
        } else if (promise.complete(new Run.Failed(noRoom(host)))) {
            queue.waiting.removeIf(waiting -> waiting.promise() == promise);
        }
    }

    private static Failure noRoom(HostAlias host) {
        return new Failure(
                Failure.Kind.CHANNEL_REFUSED,
                host,
                "no room for a command within " + LONGEST_WAIT.toSeconds()
                        + " s: others keep it (MaxSessions of its sshd_config)",
                "End a shell or a command that runs there.");
    }

    void sessionUp(HostAlias host, SshSession session) {
        Queue queue = queues.computeIfAbsent(host, key -> new Queue());
        queue.renew(session, timers.nanos());
        start(host, queue);
    }

    void sessionLost(HostAlias host) {
        Queue queue = queues.get(host);
        if (queue != null) {
            queue.session = Optional.empty();
        }
    }

    /** What has not started by now is not started behind anybody's back later. */
    void failed(HostAlias host, Failure why) {
        Queue queue = queues.get(host);
        if (queue != null) {
            while (!queue.waiting.isEmpty()) {
                queue.waiting.remove().promise().complete(new Run.Failed(why));
            }
        }
    }

    private void start(HostAlias host, Queue queue) {
        while (queue.session.isPresent() && queue.hasRoom() && !queue.waiting.isEmpty()) {
            SshSession session = queue.session.get();
            Waiting next = queue.waiting.remove();
            if (!next.promise().isDone()) {
                Orders.Asked asked = asking.of(host, next.order(), next.client());
                if (asked instanceof Orders.Asked.For wanted) {
                    queue.begun++;
                    blocking.execute(() -> start(host, session, wanted, next));
                } else if (asked instanceof Orders.Asked.Nothing nothing) {
                    next.promise().complete(new Run.Failed(nothing.why()));
                }
            }
        }
    }

    private void start(HostAlias host, SshSession session, Orders.Asked.For asked, Waiting next) {
        Cancellation givenUp = new Cancellation();
        CompletableFuture<Run> ignored = next.promise().whenComplete((run, failure) -> {
            if (!(run instanceof Run.Running)) {
                givenUp.cancel();
            }
        });
        try {
            RemoteProcess process = session.run(asked.command(), PATIENCE, givenUp);
            engine.execute(() -> runs(host, session));
            Execution told = new RemoteExecution(process, () -> engine.execute(() -> ended(host, session)));
            OptionalInt escape = process.hasTerminal() ? asked.escape() : OptionalInt.empty();
            if (!next.promise().complete(new Run.Running(told, escape))) {
                told.close();
            }
        } catch (ChannelRefusedException e) {
            engine.execute(() -> refused(host, session, next, e));
        } catch (SshException e) {
            next.promise().complete(new Run.Failed(e.failure()));
            engine.execute(() -> failed(host, session));
        }
    }

    private void failed(HostAlias host, SshSession session) {
        current(host, session).ifPresent(queue -> {
            queue.begun--;
            start(host, queue);
        });
    }

    private void runs(HostAlias host, SshSession session) {
        current(host, session).ifPresent(queue -> {
            queue.running++;
            queue.refusals = Math.min(1, queue.refusals);
            queue.proved = Math.max(queue.proved, queue.running);
        });
    }

    /** Where others run, or have just ended, it waits; where none has ever, the server will not have any. */
    private void refused(HostAlias host, SshSession session, Waiting refused, ChannelRefusedException why) {
        Queue queue = queues.computeIfAbsent(host, key -> new Queue());
        boolean current = current(host, session).isPresent();
        if (current) {
            queue.begun--;
            queue.refusals = queue.begun == 0 ? queue.refusals + 1 : Math.max(1, queue.refusals);
        }
        if (!current || queue.begun > 0 || (queue.proved > 0 && queue.refusals < MOST_REFUSALS)) {
            queue.waiting.addFirst(refused);
            note(host, queue);
            pause(host, queue);
            return;
        }
        refused.promise()
                .complete(new Run.Failed(new Failure(
                        Failure.Kind.CHANNEL_REFUSED,
                        host,
                        "the server would not run a command: " + why.getMessage(),
                        "Its sshd_config may forbid it (MaxSessions, ForceCommand).")));
    }

    /** Once for each session. */
    private void note(HostAlias host, Queue queue) {
        if (!queue.noted) {
            queue.noted = true;
            notes.accept(
                    host,
                    "the server has no room for more commands at a time (MaxSessions of its sshd_config): the others wait");
        }
    }

    private void pause(HostAlias host, Queue queue) {
        if (!queue.paused) {
            queue.paused = true;
            timers.after(
                    PAUSE,
                    () -> engine.execute(() -> {
                        queue.paused = false;
                        start(host, queue);
                    }));
        }
    }

    private void ended(HostAlias host, SshSession session) {
        current(host, session).ifPresent(queue -> {
            queue.begun--;
            queue.running--;
            start(host, queue);
        });
    }

    /** Empty where the session is not that host's any more. */
    private Optional<Queue> current(HostAlias host, SshSession session) {
        return Optional.ofNullable(queues.get(host))
                .filter(queue -> queue.session.filter(now -> now == session).isPresent());
    }
}
