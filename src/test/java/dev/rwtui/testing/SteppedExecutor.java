package dev.rwtui.testing;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Keeps what it is given until the test lets it run, on the test's own thread. */
public final class SteppedExecutor implements Executor {

    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs the oldest task. */
    public void step() {
        tasks.remove().run();
    }

    /** Runs all, those included that tasks add. */
    public void runAll() {
        while (!tasks.isEmpty()) {
            step();
        }
    }

    public int pending() {
        return tasks.size();
    }
}
