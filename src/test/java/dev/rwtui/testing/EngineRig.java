package dev.rwtui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Secret;
import dev.rwtui.engine.ConfigurationReader;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.EngineTools;
import dev.rwtui.engine.LocalEngine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Order;
import dev.rwtui.engine.Request;
import dev.rwtui.engine.Run;
import dev.rwtui.platform.FileWatch;
import dev.rwtui.platform.SystemTimers;
import dev.rwtui.platform.ThisMachine;
import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.ConfiguredRoutes;
import dev.rwtui.ssh.HostSummaries;
import dev.rwtui.ssh.config.ConfigFiles;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.config.Watched;
import dev.rwtui.ssh.jsch.JschConnector;
import dev.rwtui.ssh.jsch.ReceiveBudget;
import dev.rwtui.ssh.jsch.Surroundings;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The real engine, with real sessions and real tunnels, and everything it said. */
public final class EngineRig implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService engineThread = Executors.newSingleThreadExecutor(daemon("rwtui-engine"));
    private final ExecutorService blocking = Executors.newCachedThreadPool(daemon("rwtui-work"));
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, daemon("rwtui-timers"));
    private final ExecutorService watchThread = Executors.newSingleThreadExecutor(daemon("rwtui-watch"));
    private final DozingTimers timers = new DozingTimers(new SystemTimers(scheduler));
    private final FileWatch watch;
    private final List<Notice> notices = new ArrayList<>();
    private final LocalEngine engine;
    private final Engine.Client client;

    /** Reads its configuration from {@code file}, as {@code -F} does. */
    public static EngineRig reading(ConfigFiles files, Optional<String> file) {
        return reading(files, file, new Backoff(() -> 0.5));
    }

    /** As {@link #reading(ConfigFiles, Optional)}, with more or less patience between attempts. */
    public static EngineRig reading(ConfigFiles files, Optional<String> file, Backoff backoff) {
        return new EngineRig(files, file, Watching.NOTHING, backoff);
    }

    /** As {@link #reading}, and again whenever the file changes. */
    public static EngineRig watching(ConfigFiles files, String file) {
        return new EngineRig(files, Optional.of(file), Watching.FILES, new Backoff(() -> 0.5));
    }

    private enum Watching {
        FILES,
        NOTHING
    }

    private EngineRig(ConfigFiles files, Optional<String> file, Watching watching, Backoff backoff) {
        scheduler.setRemoveOnCancelPolicy(true);
        client = new Engine.Client(Optional.empty(), Engine.Attendance.ATTENDED);
        watch = new FileWatch(new FileWatch.Tools(watchThread, blocking, timers, trouble -> {
            throw new AssertionError(trouble);
        }));
        engine = new LocalEngine(new EngineTools(
                new JschConnector(new Surroundings(
                        timers, blocking, daemon("rwtui-ssh"), new ReceiveBudget(ReceiveBudget.STANDARD))),
                typed -> read(files, file),
                watching == Watching.FILES ? watch : (watched, changed) -> {},
                new ThisMachine(Map.of("PATH", System.getenv("PATH"))),
                () -> new dev.rwtui.settings.Surroundings(Map.of(), Path.of("/nonexistent")),
                engineThread,
                blocking,
                timers,
                backoff,
                Duration.ofMinutes(10)));
        engine.subscribe(this::told);
        awaitNotice(Notice.ConfigurationRead.class, read -> true);
    }

    public CompletableFuture<Run> run(HostAlias host, Order order) {
        return engine.run(host, order, client);
    }

    private static ConfigurationReader.Reading read(ConfigFiles files, Optional<String> file) {
        Map<String, String> stamps = file.stream().collect(Collectors.toMap(path -> path, files::stamp));
        SshConfig config = SshConfig.read(files, file, Overrides.NONE);
        return new ConfigurationReader.Reading(
                List.of(),
                HostSummaries.of(config),
                List.of(),
                List.of(),
                new Watched(stamps, Map.of()),
                new ConfiguredRoutes(() -> config));
    }

    public Engine engine() {
        return engine;
    }

    public void submit(Request request) {
        engine.submit(request, client);
    }

    public void connect(String host) {
        submit(new Request.Connect(new HostAlias(host), Request.Forwards.ALL));
    }

    /** As far as the engine can tell this machine has just slept for so long. */
    public void sleep(Duration duration) {
        timers.sleep(duration);
    }

    /** Types what a question asks for, the same into every field. */
    public void answer(Question question, String text) {
        Question.Fields asked = (Question.Fields) question.ask();
        engine.answer(
                question.id(),
                new Answer.Typed(asked.fields().stream()
                        .map(field -> Secret.owning(text.toCharArray()))
                        .toList()));
    }

    /** Waits until the newest link of a host is as wanted. */
    public Link awaitLink(String host, Predicate<Link> wanted) {
        Notice.LinkChanged change = awaitLatest(
                Notice.LinkChanged.class,
                told -> told.host().value().equals(host),
                told -> wanted.test(told.link()),
                "link of " + host);
        return change.link();
    }

    public void awaitUp(String host) {
        awaitLink(host, link -> link instanceof Link.Up);
    }

    /** Waits until the newest state of the tunnel at a local port is as wanted. */
    public TunnelStatus awaitTunnel(int port, Predicate<TunnelState> wanted) {
        return awaitLatest(
                        Notice.TunnelChanged.class,
                        told -> told.status().id().forward().port() == port,
                        told -> wanted.test(told.status().state()),
                        "tunnel at " + port)
                .status();
    }

    /** The tunnel of a host at a local port, from the configuration. */
    public TunnelId tunnel(String host, int port) {
        return awaitNotice(Notice.ConfigurationRead.class, read -> true).hosts().stream()
                .filter(summary -> summary.alias().value().equals(host))
                .flatMap(summary -> summary.forwards().stream())
                .filter(forward -> forward.port() == port)
                .map(forward -> new TunnelId(new HostAlias(host), forward))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the newest word on how far a host's settings differ is as wanted. */
    public List<String> awaitChanges(String host, Predicate<List<String>> wanted) {
        return awaitLatest(
                        Notice.SettingsChanged.class,
                        told -> told.host().value().equals(host),
                        told -> wanted.test(told.changes()),
                        "changed settings of " + host)
                .changes();
    }

    /** Waits for a notice, now or already told. */
    public <N extends Notice> N awaitNotice(Class<N> type, Predicate<N> wanted) {
        return await(type, wanted, stream -> stream.findFirst(), type.getSimpleName());
    }

    private <N extends Notice> N awaitLatest(
            Class<N> type, Predicate<N> about, Predicate<N> wanted, String description) {
        return await(
                type, about, stream -> stream.reduce((first, second) -> second).filter(wanted), description);
    }

    private <N extends Notice> N await(Class<N> type, Predicate<N> about, Choice<N> choice, String description) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (notices) {
            while (true) {
                Optional<N> found = choice.of(notices.stream()
                        .filter(type::isInstance)
                        .map(type::cast)
                        .filter(about));
                if (found.isPresent()) {
                    return found.get();
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError(
                            description + " did not come within " + PATIENCE + "; told:\n" + transcript());
                }
                waitFor(left);
            }
        }
    }

    private interface Choice<N> {
        Optional<N> of(Stream<N> told);
    }

    private void waitFor(long millis) {
        try {
            notices.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void told(Notice notice) {
        synchronized (notices) {
            notices.add(notice);
            notices.notifyAll();
        }
    }

    /** All notices of a kind so far, in order. */
    public <N extends Notice> List<N> told(Class<N> type) {
        synchronized (notices) {
            return notices.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    /** All that was told, a line each. */
    public String transcript() {
        synchronized (notices) {
            return String.join("\n", notices.stream().map(Notice::toString).toList());
        }
    }

    @Override
    public void close() {
        engine.close(Duration.ofSeconds(5));
        watch.close();
        watchThread.shutdown();
        assertThat(awaitEnd(watchThread)).as("nothing is watched any more").isTrue();
        scheduler.shutdownNow();
        blocking.shutdown();
        boolean worked = awaitEnd(blocking);
        engineThread.shutdown();
        assertThat(worked && awaitEnd(engineThread))
                .as("every task of the engine has ended")
                .isTrue();
    }

    private static boolean awaitEnd(ExecutorService service) {
        try {
            return service.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ThreadFactory daemon(String name) {
        AtomicLong number = new AtomicLong();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
