package dev.rwtui.cli;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.base.Secret;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Order;
import dev.rwtui.engine.Request;
import dev.rwtui.engine.Run;
import dev.rwtui.shell.LocalTerminal;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.HostSummary.Role;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Resolution;
import dev.rwtui.testing.FakeEngine;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Runs a command against an engine of the test's, and interrupts it when everything scripted has been told. */
final class CliRig {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final HostAlias CUED = new HostAlias("cued");
    static final HostAlias DIREWOLF = new HostAlias("direwolf");
    static final Request CONNECT = new Request.Connect(DIREWOLF, Request.Forwards.ALL);

    static final LocalForward BOARD = new LocalForward(Optional.empty(), 6006, new Endpoint("127.0.0.1", 6006));
    private static final TunnelId TUNNEL = new TunnelId(DIREWOLF, BOARD);

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    /** What a remote command is given, and what comes of it. */
    byte[] stdin = {};

    OutputStream stdout = new ByteArrayOutputStream();
    final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    /** The configurations that engines were started with. */
    final List<String> started = new ArrayList<>();

    /** What each name resolves to. */
    final Map<String, Resolution> resolutions = new HashMap<>();

    /** What a doctor finds. */
    World.Examinations examination = (wish, person, told) -> {
        throw new AssertionError("nobody expected " + wish);
    };

    /** The look-ups that were asked for. */
    final List<String> lookedUp = new ArrayList<>();

    Map<String, String> environment = Map.of();
    Optional<World.Terminal> terminal = Optional.empty();

    /** On standard input. */
    Optional<LocalTerminal> standard = Optional.empty();

    /** After these a command has more to ask. */
    Predicate<Request> goesOn = request -> request instanceof Request.OpenRepository;

    ExitCode interruptWith = ExitCode.INTERRUPTED;
    private Consumer<ExitCode> interrupt = code -> {};

    int run(FakeEngine engine, String... arguments) {
        World world = new World(
                new PrintWriter(out),
                new PrintWriter(err),
                new World.Streams(new ByteArrayInputStream(stdin), stdout, stderr),
                (file, options) -> {
                    started.add(file.orElse("") + " " + options);
                    return new InterruptAfter(engine);
                },
                this::resolve,
                (wish, person, told) -> examination.examine(wish, person, told),
                new Terminals(),
                listener -> interrupt = listener,
                environment,
                "1.2.3");
        return CommandLineProgram.run(world, arguments);
    }

    /** As a signal does. */
    void interrupt() {
        interrupt.accept(interruptWith);
    }

    List<Resolution> resolve(Optional<String> file, List<String> options, List<String> hosts) {
        lookedUp.add(file.orElse("") + " " + options + " " + hosts);
        return hosts.stream()
                .map(host -> Optional.ofNullable(resolutions.get(host)).orElseThrow())
                .toList();
    }

    static Notice link(Link link) {
        return new Notice.LinkChanged(DIREWOLF, 1, link);
    }

    static Notice tunnel(TunnelState state) {
        return new Notice.TunnelChanged(
                1,
                new TunnelStatus(
                        TUNNEL,
                        state,
                        TunnelStatus.Traffic.NONE,
                        List.of(),
                        TunnelStatus.Protocol.UNKNOWN,
                        TunnelStatus.Checking.ON));
    }

    static Notice.ConfigurationRead configuration() {
        HostSummary cued = HostSummary.of(CUED, "ah2029", new Endpoint("gate.eng.cam.ac.uk", 22))
                .described("This is to log in the Cambridge network")
                .serving(Role.GATEWAY);
        HostSummary direwolf = HostSummary.of(DIREWOLF, "anthonyhu", new Endpoint("direwolf", 22))
                .described("Then to my machine.")
                .via(List.of(CUED))
                .forwarding(List.of(BOARD));
        return new Notice.ConfigurationRead(1, List.of(), List.of(cued, direwolf), List.of(), List.of());
    }

    private final class Terminals implements World.Terminals {

        @Override
        public Optional<World.Terminal> open() {
            return terminal;
        }

        @Override
        public Optional<LocalTerminal> standard() {
            return standard;
        }
    }

    /** Passes everything on, and interrupts when the first request has been answered by its notices. */
    private final class InterruptAfter implements Engine {

        private final Engine engine;
        private boolean asks;

        InterruptAfter(Engine engine) {
            this.engine = engine;
        }

        @Override
        public void submit(Request request, Client client) {
            engine.submit(request, client);
            if (!asks && !goesOn.test(request)) {
                interrupt.accept(interruptWith);
            }
        }

        @Override
        public CompletableFuture<Run> run(HostAlias host, Order order, Client client) {
            return engine.run(host, order, client);
        }

        @Override
        public void answer(long question, Answer answer) {
            engine.answer(question, answer);
            interrupt.accept(interruptWith);
        }

        @Override
        public void subscribe(Consumer<Notice> subscriber) {
            engine.subscribe(notice -> {
                asks |= notice instanceof Notice.QuestionAsked;
                subscriber.accept(notice);
            });
        }

        @Override
        public void close(Duration deadline) {
            engine.close(deadline);
        }
    }

    /** A person who always types the same. */
    static final class FakeTerminal implements World.Terminal {

        final List<String> seen = new ArrayList<>();
        private final String answer;

        FakeTerminal(String answer) {
            this.answer = answer;
        }

        @Override
        public Optional<Secret> read(List<String> lead, String prompt, Question.Echo echo) {
            seen.addAll(lead);
            seen.add(prompt + echo);
            return Optional.of(Secret.owning(answer.toCharArray()));
        }

        @Override
        public void close() {}
    }
}
