package dev.rwtui.app;

import dev.rwtui.base.Timers;
import dev.rwtui.engine.ConfigurationReader;
import dev.rwtui.engine.ConfigurationWatch;
import dev.rwtui.engine.EngineTools;
import dev.rwtui.engine.LocalEngine;
import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.platform.FileWatch;
import dev.rwtui.platform.ThisMachine;
import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.jsch.JschConnector;
import dev.rwtui.ssh.jsch.ReceiveBudget;
import dev.rwtui.ssh.jsch.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Puts engines together.
 *
 * @param environment for the commands and the git of this machine
 */
record Engines(Threads threads, Timers timers, Map<String, String> environment) {

    /** What ssh users are used to from {@code ControlPersist 10m}. */
    private static final Duration LINGER = Duration.ofMinutes(10);

    JschConnector connector() {
        return new JschConnector(new Surroundings(
                timers, threads.blocking(), Threads.numbered("rwtui-ssh-"), new ReceiveBudget(ReceiveBudget.STANDARD)));
    }

    /** @param trouble told where the system does not tell of changes */
    ConfigurationWatch fileWatch(Consumer<String> trouble) {
        return new FileWatch(new FileWatch.Tools(threads.watching(), threads.blocking(), timers, trouble));
    }

    /** One that reads its configuration once, and again when it is asked to. */
    LocalEngine local(JschConnector connector, ConfigurationReader configuration) {
        return local(connector, configuration, (watched, changed) -> {});
    }

    LocalEngine local(JschConnector connector, ConfigurationReader configuration, ConfigurationWatch watch) {
        return new LocalEngine(new EngineTools(
                connector,
                configuration,
                watch,
                new ThisMachine(environment),
                () -> new dev.rwtui.settings.Surroundings(
                        environment,
                        Path.of(DiskConfigFiles.ofThisMachine().surroundings().home())),
                threads.engine(),
                threads.blocking(),
                timers,
                new Backoff(() -> ThreadLocalRandom.current().nextDouble()),
                LINGER));
    }
}
