package dev.rwtui.ssh;

import dev.rwtui.base.Timers;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What supervision works with.
 *
 * @param engine runs tasks one after another on the one thread that owns all links
 * @param blocking runs tasks that may wait for a network or a person
 * @param linger how long a gateway's session stays after its last user
 */
public record LinkTools(
        Connector connector,
        RoutePlanner planner,
        Desk desk,
        Executor engine,
        Executor blocking,
        Timers timers,
        Backoff backoff,
        Duration linger) {}
