package dev.rwtui.testing;

import dev.rwtui.base.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A clock that a test turns by hand. Tasks run on the thread that calls {@link #advance}, in the order they are due. */
public final class FakeTimers implements Timers {

    /** What {@link #now()} says before any advance. */
    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::number));
    private long nanos;
    private Duration asleep = Duration.ZERO;
    private long numbers;

    private record Task(long due, long number, Runnable action) {}

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos).plus(asleep);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Scheduled after(Duration delay, Runnable action) {
        Task task = new Task(nanos + Math.max(0, delay.toNanos()), numbers++, action);
        tasks.add(task);
        return () -> forget(task);
    }

    private synchronized void forget(Task task) {
        tasks.remove(task);
    }

    /** Turns the clock, stopping at each task on the way, those included that tasks schedule. */
    public void advance(Duration duration) {
        long end = nanos() + duration.toNanos();
        for (Runnable task = next(end); task != null; task = next(end)) {
            task.run();
        }
    }

    /** Number of tasks that have yet to run. */
    public synchronized int pending() {
        return tasks.size();
    }

    /** Number of tasks that were ever given, those included that have run or were cancelled. */
    public synchronized long everSet() {
        return numbers;
    }

    private synchronized @Nullable Runnable next(long end) {
        Task first = tasks.peek();
        if (first == null || first.due() > end) {
            nanos = end;
            return null;
        }
        tasks.remove();
        nanos = Math.max(nanos, first.due());
        return first.action();
    }

    /** The machine sleeps: only the clock on the wall goes on. */
    public synchronized void sleep(Duration duration) {
        asleep = asleep.plus(duration);
    }

    /** Nobody has a turn meanwhile: what is due runs late, with the next {@link #advance}. */
    public synchronized void stall(Duration duration) {
        nanos += duration.toNanos();
    }
}
