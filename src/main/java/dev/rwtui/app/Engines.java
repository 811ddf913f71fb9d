package dev.rwtui.app;

import dev.rwtui.base.Timers;
import dev.rwtui.engine.ConfigurationReader;
import dev.rwtui.engine.EngineTools;
import dev.rwtui.engine.LocalEngine;
import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.jsch.JschConnector;
import dev.rwtui.ssh.jsch.ReceiveBudget;
import dev.rwtui.ssh.jsch.Surroundings;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Puts an engine together. */
final class Engines {

    /** What ssh users are used to from {@code ControlPersist 10m}. */
    private static final Duration LINGER = Duration.ofMinutes(10);

    private Engines() {}

    static JschConnector connector(Threads threads, Timers timers) {
        return new JschConnector(new Surroundings(
                timers, threads.blocking(), Threads.numbered("rwtui-ssh-"), new ReceiveBudget(ReceiveBudget.STANDARD)));
    }

    static LocalEngine local(
            Threads threads, Timers timers, JschConnector connector, ConfigurationReader configuration) {
        return new LocalEngine(new EngineTools(
                connector,
                configuration,
                (watched, changed) -> {},
                threads.engine(),
                threads.blocking(),
                timers,
                new Backoff(() -> ThreadLocalRandom.current().nextDouble()),
                LINGER));
    }
}
