package dev.rwtui.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** An executor that takes tasks from any thread and runs them, in order, on the test's own when the test says so. */
public final class Stepped implements Executor {

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs what waits, and what that brings along. */
    public void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** Runs the oldest task alone. */
    public void step() {
        tasks.remove().run();
    }

    /** Number of tasks that wait. */
    public int pending() {
        return tasks.size();
    }

    public boolean isIdle() {
        return tasks.isEmpty();
    }
}
