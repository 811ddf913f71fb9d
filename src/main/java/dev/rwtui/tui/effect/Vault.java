package dev.rwtui.tui.effect;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.rwtui.base.Secret;
import java.util.List;

/** The one answer that is typed to its end and not sent yet: no event and no state holds it. Any thread. */
public final class Vault {

    @GuardedBy("this")
    private long question;

    @GuardedBy("this")
    private List<Secret> values = List.of();

    /** Takes the values over; wipes what was there. */
    public synchronized void put(long newQuestion, List<Secret> newValues) {
        wipe();
        question = newQuestion;
        values = List.copyOf(newValues);
    }

    /** Hands the values over; empty where nothing was typed into this question. */
    public synchronized List<Secret> take(long wanted) {
        if (question != wanted) {
            return List.of();
        }
        List<Secret> taken = values;
        values = List.of();
        return taken;
    }

    /** Wipes what waits for this question. */
    public synchronized void forget(long unwanted) {
        if (question == unwanted) {
            wipe();
        }
    }

    public synchronized void wipe() {
        values.forEach(Secret::close);
        values = List.of();
    }
}
