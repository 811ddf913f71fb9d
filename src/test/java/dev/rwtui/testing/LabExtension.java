package dev.rwtui.testing;

import dev.rwtui.lab.Lab;
import dev.rwtui.lab.LabOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fresh lab for every test, on free local ports; fails a test after which a thread or a file of the lab is left. */
public final class LabExtension implements BeforeEachCallback, AfterEachCallback {

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private Optional<Lab> running = Optional.empty();

    public Lab lab() {
        return running.orElseThrow();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        running = Optional.of(Lab.start(new LabOptions(recorded(), LabOptions.LocalPorts.ANY_FREE)));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Path directory = lab().directory();
        lab().close();
        for (Thread thread : threads) {
            thread.join(5_000);
        }
        List<String> alive =
                threads.stream().filter(Thread::isAlive).map(Thread::getName).toList();
        if (!alive.isEmpty() || Files.exists(directory)) {
            throw new AssertionError("left by the lab: threads " + alive + ", directory " + directory);
        }
    }

    private ThreadFactory recorded() {
        return task -> {
            Thread thread = new Thread(task, "rwtui-lab-" + threads.size());
            thread.setDaemon(true);
            threads.add(thread);
            return thread;
        };
    }
}
