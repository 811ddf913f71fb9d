package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Timers;
import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.platform.SystemTimers;
import dev.rwtui.ssh.Connector.Attempt;
import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.Connector.Prompting;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.config.ConfigurationException;
import dev.rwtui.ssh.config.HostKeyChecking;
import dev.rwtui.ssh.config.Origin;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.config.Transport;
import dev.rwtui.ssh.config.Value;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Step;
import dev.rwtui.testing.SshdLab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A connector with real threads, and attempts that remember. */
final class SessionRig implements AutoCloseable {

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadFactory threads = task -> {
        Thread thread = new Thread(task, "rig-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    };
    private final ExecutorService executor = Executors.newCachedThreadPool(threads);
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, threads);
    private final Queue<SshSession> sessions = new ConcurrentLinkedQueue<>();
    final Timers timers = new SystemTimers(scheduler);
    final ReceiveBudget budget = new ReceiveBudget(ReceiveBudget.STANDARD);
    final JschConnector connector = new JschConnector(new Surroundings(timers, executor, threads, budget));

    ExecutorService executor() {
        return executor;
    }

    SshSession connect(Host host) throws SshException {
        return connect(host, new Carrier.Tcp(), new Trial());
    }

    SshSession connect(Host host, Carrier carrier, Attempt attempt) throws SshException {
        SshSession session = connector.connect(host.hop(), carrier, attempt);
        sessions.add(session);
        return session;
    }

    /** Why that cannot be connected. */
    Failure fails(Host host, Attempt attempt) {
        return fails(host, new Carrier.Tcp(), attempt);
    }

    Failure fails(Host host, Carrier carrier, Attempt attempt) {
        SshException thrown = catchThrowableOfType(SshException.class, () -> connect(host, carrier, attempt));
        assertThat(thrown).as("it was to fail").isNotNull();
        return thrown.failure();
    }

    @Override
    public void close() {
        sessions.forEach(SshSession::close);
        executor.shutdown();
        scheduler.shutdownNow();
    }

    /**
     * A host to connect to.
     *
     * @param options lines of ssh_config(5) for it, by keyword
     * @param interval in place of what its options say: tests have no whole seconds
     * @param timeout as with {@code interval}
     */
    record Host(
            String name,
            Endpoint address,
            Map<String, List<String>> options,
            Optional<Duration> interval,
            Optional<Duration> timeout) {

        static Host at(String name, Endpoint address, String identity, String knownHosts) {
            return new Host(name, address, Map.of(), Optional.empty(), Optional.empty())
                    .identity(identity)
                    .agent("none")
                    .knownHosts(knownHosts, HostKeyChecking.ASK);
        }

        /** A server of the lab, with the lab's own key. */
        static Host in(SshdLab lab, String name) {
            return at(
                    name,
                    lab.server(name).address(),
                    lab.path("id_ed25519").toString(),
                    lab.path("known_hosts").toString());
        }

        /** Lines of this keyword in place of those that were there. */
        Host with(String keyword, String... values) {
            Map<String, List<String>> more = new TreeMap<>(options);
            more.put(keyword, List.of(values));
            return new Host(name, address, more, interval, timeout);
        }

        Host identity(String... files) {
            return files.length == 0 ? with("IdentityFile", "none") : with("IdentityFile", files);
        }

        Host agent(String socket) {
            return with("IdentityAgent", socket);
        }

        Host onlyItsIdentities() {
            return with("IdentitiesOnly", "yes");
        }

        Host knownHosts(String file, HostKeyChecking how) {
            return knownHosts(List.of(file), how);
        }

        Host knownHosts(List<String> files, HostKeyChecking how) {
            return with(
                            "UserKnownHostsFile",
                            files.stream().map(file -> '"' + file + '"').collect(Collectors.joining(" ")))
                    .with(
                            "StrictHostKeyChecking",
                            how.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        Host alive(Duration every, int times) {
            return new Host(name, address, options, Optional.of(every), timeout)
                    .with("ServerAliveCountMax", Integer.toString(times));
        }

        Host timeout(Duration limit) {
            return new Host(name, address, options, interval, Optional.of(limit));
        }

        Host address(Endpoint other) {
            return new Host(name, other, options, interval, timeout);
        }

        Hop hop() {
            List<String> lines = new ArrayList<>(List.of(
                    "HostName=" + address.host(),
                    "Port=" + address.port(),
                    "User=" + System.getProperty("user.name"),
                    "GlobalKnownHostsFile=none"));
            options.forEach((keyword, values) -> values.forEach(value -> lines.add(keyword + "=" + value)));
            try {
                SshConfig config =
                        SshConfig.read(DiskConfigFiles.ofThisMachine(), Optional.of("none"), new Overrides(lines));
                return new Hop(timed(config.resolve(new HostAlias(name), Overrides.NONE)), address);
            } catch (ConfigurationException e) {
                throw new IllegalArgumentException(e);
            }
        }

        private ResolvedHost timed(ResolvedHost host) {
            Transport way = host.transport();
            Transport timed = new Transport(
                    way.addressFamily(),
                    way.bindAddress(),
                    timeout.isPresent() ? value(timeout) : way.connectTimeout(),
                    way.connectionAttempts(),
                    way.compression(),
                    way.keyExchanges(),
                    way.ciphers(),
                    way.macs(),
                    interval.map(Host::value).orElse(way.aliveInterval()),
                    way.aliveCountMax());
            return new ResolvedHost(
                    host.alias(),
                    host.hostName(),
                    host.port(),
                    host.user(),
                    host.proxy(),
                    host.localForwards(),
                    host.unsupportedForwards(),
                    host.login(),
                    host.hostKeys(),
                    timed,
                    host.session());
        }

        private static <T> Value<T> value(T value) {
            return new Value<>(value, new Origin.CommandLine());
        }
    }

    /** An attempt that answers by a rule and remembers what it heard. */
    static final class Trial implements Attempt {
        final Cancellation cancellation = new Cancellation();
        final Queue<Step> steps = new ConcurrentLinkedQueue<>();
        final Queue<String> notes = new ConcurrentLinkedQueue<>();
        final Queue<Question.Ask> asked = new ConcurrentLinkedQueue<>();
        private Prompting prompting = Prompting.ALLOWED;
        private BiFunction<Question.Ask, Cancellation, Answer> rule = (ask, withdrawn) -> new Answer.No();
        private Consumer<Step> onStep = step -> {};
        private Optional<String> agentSocket = Optional.empty();

        Trial answering(Function<Question.Ask, Answer> answers) {
            return answering((ask, withdrawn) -> answers.apply(ask));
        }

        Trial answering(BiFunction<Question.Ask, Cancellation, Answer> answers) {
            rule = answers;
            return this;
        }

        /** Never answers; says no once the question is withdrawn. */
        Trial silent() {
            return answering((ask, withdrawn) -> {
                CompletableFuture<Answer> answer = new CompletableFuture<>();
                withdrawn.onCancel(() -> answer.complete(new Answer.No()));
                return answer.orTimeout(10, TimeUnit.SECONDS).join();
            });
        }

        /** {@code SSH_AUTH_SOCK} of whoever connects. */
        Trial agent(String socket) {
            agentSocket = Optional.of(socket);
            return this;
        }

        Trial background() {
            prompting = Prompting.REFUSED;
            return this;
        }

        Trial onStep(Consumer<Step> listener) {
            onStep = listener;
            return this;
        }

        @Override
        public Cancellation cancellation() {
            return cancellation;
        }

        @Override
        public void reached(Step step) {
            steps.add(step);
            onStep.accept(step);
        }

        @Override
        public Answer ask(Question.Ask question, Cancellation withdrawn) {
            asked.add(question);
            return rule.apply(question, withdrawn);
        }

        @Override
        public Prompting prompting() {
            return prompting;
        }

        @Override
        public Optional<String> agentSocket() {
            return agentSocket;
        }

        @Override
        public void note(String line) {
            notes.add(line);
        }
    }
}
