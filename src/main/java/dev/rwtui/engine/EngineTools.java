package dev.rwtui.engine;

import dev.rwtui.base.Timers;
import dev.rwtui.remote.Place;
import dev.rwtui.settings.Surroundings;
import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.Connector;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What the engine works with.
 *
 * @param watch tells of changed configuration files; {@code (watched, changed) -> {}} where nobody wants to know
 * @param here the machine that the engine runs on
 * @param git what git's configuration depends on here; may block
 * @param engine one thread, tasks in order; the engine's state is seen by nobody else
 * @param blocking as many daemon threads as there is work that waits
 * @param linger how long a gateway's session stays after its last user
 */
public record EngineTools(
        Connector connector,
        ConfigurationReader configuration,
        ConfigurationWatch watch,
        Place here,
        Supplier<Surroundings> git,
        Executor engine,
        Executor blocking,
        Timers timers,
        Backoff backoff,
        Duration linger) {}
