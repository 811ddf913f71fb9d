package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.platform.ThisMachine;
import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.ConfiguredRoutes;
import dev.rwtui.ssh.Connector;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.HostSummaries;
import dev.rwtui.ssh.RoutePlanner;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.config.Watched;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.FakeSession;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.testing.MemoryConfigFiles;
import dev.rwtui.testing.Stepped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An engine on the test's own thread, with a configuration in memory and servers that let everybody in. */
final class EngineSteps {

    private final Stepped engineThread = new Stepped();
    private final Deque<Runnable> blocking = new ArrayDeque<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<FakeSession> sessions = new ArrayList<>();
    private final Map<HostAlias, Failure.Kind> faults = new HashMap<>();
    private final List<List<HostAlias>> readings = new ArrayList<>();
    private final List<HostAlias> plans = new ArrayList<>();
    private final List<Watched> watched = new ArrayList<>();
    private final Map<HostAlias, List<HostAlias>> alternatives = new HashMap<>();
    private Runnable changed = () -> {
        throw new AssertionError("nothing is watched");
    };
    private String text;
    private final LocalEngine engine;

    /** @param text of the only file */
    EngineSteps(String text) {
        this.text = text;
        engine = new LocalEngine(new EngineTools(
                this::connect,
                this::read,
                (depends, told) -> {
                    watched.add(depends);
                    changed = told;
                },
                new ThisMachine(Map.of("PATH", System.getenv("PATH"))),
                () -> new dev.rwtui.settings.Surroundings(Map.of(), Path.of("/nonexistent")),
                engineThread,
                blocking::add,
                new FakeTimers(),
                new Backoff(() -> 0.5),
                Duration.ofMinutes(10)));
        engine.subscribe(notices::add);
        settle();
    }

    LocalEngine engine() {
        return engine;
    }

    /** The file is another, and nobody has noticed yet. */
    void write(String fresh) {
        text = fresh;
    }

    /** The file is another, and that is noticed. */
    void rewrite(String fresh) {
        write(fresh);
        notice();
        settle();
    }

    void notice() {
        changed.run();
        engineThread.runAll();
    }

    /** From now on this row has other names. */
    void alternatives(String alias, String... names) {
        alternatives.put(
                new HostAlias(alias), Stream.of(names).map(HostAlias::new).toList());
    }

    void refuse(String host, Failure.Kind kind) {
        faults.put(new HostAlias(host), kind);
    }

    /** Asks, and lets nothing happen yet but what the engine's own thread does. */
    void ask(Request request) {
        engine.submit(request, new Engine.Client(Optional.empty(), Engine.Attendance.ATTENDED));
        engineThread.runAll();
    }

    void submit(Request request) {
        ask(request);
        settle();
    }

    void connect(String host) {
        submit(new Request.Connect(new HostAlias(host), Request.Forwards.NONE));
    }

    void settle() {
        for (engineThread.runAll(); !blocking.isEmpty(); engineThread.runAll()) {
            blocking.remove().run();
        }
    }

    /** What blocks now ends in the opposite order, before the engine's thread has seen any of it. */
    void settleNewestFirst() {
        while (!blocking.isEmpty()) {
            blocking.removeLast().run();
        }
        settle();
    }

    <N extends Notice> List<N> told(Class<N> type) {
        return notices.stream().filter(type::isInstance).map(type::cast).toList();
    }

    void forgetNotices() {
        notices.clear();
    }

    /** The aliases of the rows as they were told last. */
    List<String> rows() {
        List<Notice.ConfigurationRead> read = told(Notice.ConfigurationRead.class);
        return read.get(read.size() - 1).hosts().stream()
                .map(host -> host.alias() + host.refusal().map(why -> "!").orElse(""))
                .toList();
    }

    Link link(String host) {
        return told(Notice.LinkChanged.class).stream()
                .filter(change -> change.host().value().equals(host))
                .reduce((first, second) -> second)
                .map(Notice.LinkChanged::link)
                .orElseGet(Link.Idle::new);
    }

    /** {@code host: change; change} as it was told, in order. */
    List<String> changes() {
        return told(Notice.SettingsChanged.class).stream()
                .map(change -> change.host() + ": " + String.join("; ", change.changes()))
                .toList();
    }

    List<String> log() {
        return told(Notice.Logged.class).stream().map(Notice.Logged::text).toList();
    }

    /** The typed names that each reading was asked for. */
    List<List<HostAlias>> readings() {
        return readings;
    }

    List<Watched> watched() {
        return watched;
    }

    /** Every host that was planned since this was asked last. */
    List<String> plans() {
        List<String> all = plans.stream().map(HostAlias::value).toList();
        plans.clear();
        return all;
    }

    List<FakeSession> openSessions() {
        return sessions.stream().filter(FakeSession::isOpen).toList();
    }

    void close() {
        Thread closing = new Thread(() -> engine.close(Duration.ofSeconds(10)), "test-close");
        closing.start();
        while (closing.isAlive()) {
            engineThread.runAll();
        }
        settle();
        assertThat(openSessions()).isEmpty();
    }

    private SshSession connect(Hop hop, Connector.Carrier carrier, Connector.Attempt attempt) throws SshException {
        if (faults.containsKey(hop.alias())) {
            throw SshException.of(faults.get(hop.alias()), hop.alias(), "no", "");
        }
        FakeSession session = new FakeSession(hop.alias());
        sessions.add(session);
        return session;
    }

    private ConfigurationReader.Reading read(List<HostAlias> typed) {
        readings.add(typed);
        SshConfig config = SshConfig.read(MemoryConfigFiles.of(text), Optional.empty(), Overrides.NONE);
        RoutePlanner routes = new ConfiguredRoutes(() -> config);
        List<HostSummary> listed = HostSummaries.of(config);
        List<HostSummary> rows = new ArrayList<>(listed.stream()
                .map(row -> row.alsoCalled(alternatives.getOrDefault(row.alias(), List.of())))
                .toList());
        typed.stream()
                .filter(name -> listed.stream().noneMatch(row -> row.alias().equals(name)))
                .forEach(name -> rows.add(row(name, routes)));
        return new ConfigurationReader.Reading(
                List.of(), rows, List.of(), List.of(), new Watched(Map.of("/config", text), Map.of()), host -> {
                    plans.add(host);
                    return routes.plan(host);
                });
    }

    private static HostSummary row(HostAlias name, RoutePlanner routes) {
        HostSummary row = HostSummary.of(name, "me", new Endpoint(name.value(), 22));
        try {
            routes.plan(name);
            return row;
        } catch (SshException e) {
            return row.refused(e.failure().why());
        }
    }
}
