package dev.rwtui.app;

import dev.rwtui.engine.ConfigurationReader;
import dev.rwtui.engine.EngineTools;
import dev.rwtui.engine.LocalEngine;
import dev.rwtui.platform.SystemTimers;
import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.Connector;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Puts an engine together. */
final class Engines {

    /** What ssh users are used to from {@code ControlPersist 10m}. */
    private static final Duration LINGER = Duration.ofMinutes(10);

    private Engines() {}

    static LocalEngine local(Threads threads, Connector connector, ConfigurationReader configuration) {
        return new LocalEngine(new EngineTools(
                connector,
                configuration,
                threads.engine(),
                threads.blocking(),
                new SystemTimers(threads.timers()),
                new Backoff(() -> ThreadLocalRandom.current().nextDouble()),
                LINGER));
    }
}
