package dev.rwtui.ssh;

import dev.rwtui.base.Timers;
import java.time.Duration;
import java.util.Optional;

/** Wakes its owner on the engine's thread, at most once for each time that it is set, and never after it was cancelled. */
final class Alarm {

    private final LinkTools tools;
    private Optional<Timers.Scheduled> pending = Optional.empty();
    private long turn;

    Alarm(LinkTools tools) {
        this.tools = tools;
    }

    /** In place of what was set before. */
    void set(Duration delay, Runnable task) {
        cancel();
        long at = turn;
        pending = Optional.of(tools.timers().after(delay, () -> tools.engine().execute(() -> ring(at, task))));
    }

    boolean isSet() {
        return pending.isPresent();
    }

    void cancel() {
        turn++;
        pending.ifPresent(Timers.Scheduled::cancel);
        pending = Optional.empty();
    }

    private void ring(long at, Runnable task) {
        if (at == turn) {
            cancel();
            task.run();
        }
    }
}
