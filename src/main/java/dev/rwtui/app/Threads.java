package dev.rwtui.app;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Every thread of the program. All are daemons: the way out closes what they hold, it does not wait for them. A task that
 * throws is a bug and is told to {@code bugs}; its thread goes on.
 */
final class Threads {

    private static final long IDLE_SECONDS = 10;

    private final Consumer<Throwable> bugs;
    private final Executor engine;
    private final Executor blocking;
    private final Executor watching;
    private final ScheduledThreadPoolExecutor timers;

    Threads(Consumer<Throwable> bugs) {
        this.bugs = bugs;
        this.engine = guarded(
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("rwtui-engine")));
        this.blocking = guarded(new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                numbered("rwtui-work-")));
        this.watching = guarded(passing("rwtui-watch"));
        this.timers = new ScheduledThreadPoolExecutor(1, named("rwtui-timers"));
        timers.setRemoveOnCancelPolicy(true);
    }

    /** One thread, tasks in order. */
    Executor engine() {
        return engine;
    }

    /** A thread for each task, reused while fresh. */
    Executor blocking() {
        return blocking;
    }

    /** One thread at a time, tasks in order, for what is seldom done; they may look at the disk. */
    Executor watching() {
        return watching;
    }

    ScheduledExecutorService timers() {
        return timers;
    }

    /** For libraries that make their own threads, and for the ones that live as long as the program. */
    static ThreadFactory numbered(String prefix) {
        AtomicLong number = new AtomicLong();
        return task -> daemon(task, prefix + number.incrementAndGet());
    }

    static ThreadFactory named(String name) {
        return task -> daemon(task, name);
    }

    private static Executor passing(String name) {
        ThreadPoolExecutor lane =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
        lane.allowCoreThreadTimeOut(true);
        return lane;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private Executor guarded(Executor executor) {
        return task -> executor.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                bugs.accept(e);
            }
        });
    }
}
