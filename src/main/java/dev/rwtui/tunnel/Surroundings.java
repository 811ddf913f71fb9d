package dev.rwtui.tunnel;

import dev.rwtui.base.Timers;
import java.util.concurrent.Executor;

/**
 * What tunnels run on.
 *
 * @param engine runs tasks one after the other on the thread that owns all state of tunnels; never on the caller's stack
 * @param blocking runs each task on a thread of its own, at once, however many there are
 */
public record Surroundings(Executor engine, Executor blocking, Timers timers) {}
