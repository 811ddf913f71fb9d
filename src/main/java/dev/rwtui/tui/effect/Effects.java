package dev.rwtui.tui.effect;

import dev.rwtui.base.Secret;
import dev.rwtui.tui.model.Effect;
import java.time.Duration;
import java.util.List;

/** What carries effects out, as the loop sees it. The loop's thread alone calls it, but for {@link #keep}. */
public interface Effects {

    /** From now on the world is told to {@code stage}. */
    void start(Stage stage);

    /** Begins; returns at once. */
    void run(Effect effect);

    /** Takes a typed answer over until it is sent. Any thread. */
    void keep(long question, List<Secret> values);

    /** Wipes what was kept for the question. */
    void forget(long question);

    /** Ends everything in order, within {@code deadline}. */
    void close(Duration deadline);
}
