package dev.rwtui.base;

import java.util.ArrayList;
import java.util.List;

/**
 * A wish, from any thread, that some work should end now. Work that blocks registers what unblocks it (closing its
 * socket, say), since a blocked read ignores interrupts. Cancelling is final and idempotent.
 */
public final class Cancellation {

    /** What {@link #onCancel} gives back: closing it forgets the action. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** Runs every registered action on the calling thread, once. An action must not block. */
    public void cancel() {
        List<Runnable> due;
        synchronized (actions) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        synchronized (actions) {
            return cancelled;
        }
    }

    /** Runs {@code action} when cancelled; at once, on this thread, where that has happened already. */
    public Registration onCancel(Runnable action) {
        synchronized (actions) {
            if (!cancelled) {
                actions.add(action);
                return () -> forget(action);
            }
        }
        action.run();
        return () -> {};
    }

    private void forget(Runnable action) {
        synchronized (actions) {
            actions.remove(action);
        }
    }
}
