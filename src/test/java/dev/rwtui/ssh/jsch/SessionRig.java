package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Timers;
import dev.rwtui.platform.SystemTimers;
import dev.rwtui.ssh.Connector.Attempt;
import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.Connector.Prompting;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.config.HostKeyChecking;
import dev.rwtui.ssh.config.Origin;
import dev.rwtui.ssh.config.Proxy;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.config.Value;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
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

    @Override
    public void close() {
        sessions.forEach(SshSession::close);
        executor.shutdown();
        scheduler.shutdownNow();
    }

    /** A host to connect to, with the values that tests vary. */
    record Host(
            String name,
            Endpoint address,
            List<String> identityFiles,
            Optional<String> agent,
            boolean identitiesOnly,
            List<String> knownHosts,
            HostKeyChecking checking,
            Duration interval,
            int count,
            Optional<Duration> timeout) {

        static Host at(String name, Endpoint address, String identity, String knownHosts) {
            return new Host(
                    name,
                    address,
                    List.of(identity),
                    Optional.of("none"),
                    false,
                    List.of(knownHosts),
                    HostKeyChecking.ASK,
                    Duration.ofSeconds(15),
                    3,
                    Optional.empty());
        }

        Host identity(String... files) {
            return new Host(
                    name,
                    address,
                    List.of(files),
                    agent,
                    identitiesOnly,
                    knownHosts,
                    checking,
                    interval,
                    count,
                    timeout);
        }

        Host agent(String socket) {
            return new Host(
                    name,
                    address,
                    identityFiles,
                    Optional.of(socket),
                    identitiesOnly,
                    knownHosts,
                    checking,
                    interval,
                    count,
                    timeout);
        }

        Host onlyItsIdentities() {
            return new Host(name, address, identityFiles, agent, true, knownHosts, checking, interval, count, timeout);
        }

        Host knownHosts(String file, HostKeyChecking how) {
            return knownHosts(List.of(file), how);
        }

        Host knownHosts(List<String> files, HostKeyChecking how) {
            return new Host(name, address, identityFiles, agent, identitiesOnly, files, how, interval, count, timeout);
        }

        Host alive(Duration every, int times) {
            return new Host(
                    name, address, identityFiles, agent, identitiesOnly, knownHosts, checking, every, times, timeout);
        }

        Host timeout(Duration limit) {
            return new Host(
                    name,
                    address,
                    identityFiles,
                    agent,
                    identitiesOnly,
                    knownHosts,
                    checking,
                    interval,
                    count,
                    Optional.of(limit));
        }

        Host address(Endpoint other) {
            return new Host(
                    name, other, identityFiles, agent, identitiesOnly, knownHosts, checking, interval, count, timeout);
        }

        Hop hop() {
            ResolvedHost host = new ResolvedHost(
                    new HostAlias(name),
                    value(address.host()),
                    value(address.port()),
                    value(System.getProperty("user.name")),
                    value(identityFiles),
                    value(identitiesOnly),
                    value(agent),
                    value(new Proxy.None()),
                    List.of(),
                    List.of(),
                    value(knownHosts),
                    value(List.of()),
                    value(checking),
                    value(Optional.empty()),
                    value(interval),
                    value(count),
                    value(timeout),
                    value(false));
            return new Hop(host, address);
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
            return Optional.empty();
        }

        @Override
        public void note(String line) {
            notes.add(line);
        }
    }
}
