package dev.rwtui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.base.Secret;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.HostSummary.Role;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Step;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CommandLineProgramTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final HostAlias CUED = new HostAlias("cued");
    private static final HostAlias DIREWOLF = new HostAlias("direwolf");
    private static final LocalForward BOARD = new LocalForward(Optional.empty(), 6006, new Endpoint("127.0.0.1", 6006));
    private static final TunnelId TUNNEL = new TunnelId(DIREWOLF, BOARD);
    private static final Request CONNECT = new Request.Connect(DIREWOLF, Request.Forwards.ALL);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> started = new ArrayList<>();
    private Optional<World.Terminal> terminal = Optional.empty();
    private Consumer<ExitCode> interrupt = code -> {};
    private ExitCode interruptOnceUp = ExitCode.INTERRUPTED;

    @Test
    void hostsAreListedInColumns() {
        int status = run(new ScriptedEngine().tells(configuration()), "hosts");

        assertThat(out).hasToString("""
                        cued      ah2029@gate.eng.cam.ac.uk:22  direct    This is to log in the Cambridge network
                        direwolf  anthonyhu@direwolf:22         via cued  Then to my machine.
                        """);
        assertThat(status).isZero();
    }

    @Test
    void hostsAsJsonIsOneDocumentWithItsVersion() throws Exception {
        run(new ScriptedEngine().tells(configuration()), "hosts", "--json");

        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.get("version").intValue()).isEqualTo(1);
        assertThat(document.get("hosts").get(1)).isEqualTo(new ObjectMapper().readTree("""
                        {"alias": "direwolf", "description": "Then to my machine.", "user": "anthonyhu", "hostName": "direwolf", "port": 22,
                         "via": ["cued"], "forwards": ["6006:127.0.0.1:6006"], "role": "machine", "refusal": ""}"""));
    }

    @Test
    void aFaultyConfigurationIsListedAndToldAndExits2() {
        var broken = new Notice.ConfigurationRead(
                1, List.of(), configuration().hosts(), List.of("/c:3: Bad configuration option: foo"), List.of());

        int status = run(new ScriptedEngine().tells(broken), "hosts");

        assertThat(out.toString()).contains("direwolf");
        assertThat(err).hasToString("rwtui: /c:3: Bad configuration option: foo\n");
        assertThat(status).isEqualTo(2);
    }

    @Test
    void anEmptyConfigurationSaysWhereItLooked() {
        var empty = new Notice.ConfigurationRead(
                1,
                List.of(new Notice.LookedFor("~/.ssh/config", Notice.Presence.MISSING)),
                List.of(),
                List.of(),
                List.of());

        run(new ScriptedEngine().tells(empty), "hosts");

        assertThat(err).hasToString("rwtui: no host found; looked in ~/.ssh/config\n");
    }

    @Test
    void optionsStandBeforeTheCommandOrAfterIt() {
        run(new ScriptedEngine().tells(configuration()), "-F", "a", "-o", "Port=1", "hosts");
        run(new ScriptedEngine().tells(configuration()), "hosts", "-F", "a", "-o", "Port=1");

        assertThat(started).containsExactly("a [Port=1]", "a [Port=1]");
    }

    @Test
    void upTellsEachStepAndEndsWellWhenInterruptedAfterAllWasUp() {
        ScriptedEngine engine = new ScriptedEngine()
                .tells(configuration())
                .on(
                        CONNECT,
                        link(new Link.Connecting(CUED, 1, 2, Step.RESOLVING)),
                        link(new Link.Connecting(DIREWOLF, 2, 2, Step.TUNNELLING)),
                        link(new Link.Up(NOON, List.of())),
                        tunnel(new TunnelState.Opening()),
                        tunnel(new TunnelState.Up(NOON)));

        int status = run(engine, "up", "direwolf");

        assertThat(out).hasToString("""
                        direwolf: connecting
                        direwolf: up
                        direwolf 6006:127.0.0.1:6006: opening
                        direwolf 6006:127.0.0.1:6006: up
                        """);
        assertThat(status).isZero();
        assertThat(engine.closed).isTrue();
        assertThat(engine.clients.get(0).attendance()).isEqualTo(Engine.Attendance.UNATTENDED);
    }

    @Test
    void anInterruptBeforeAllWasUpKeepsItsOwnStatus() {
        interruptOnceUp = ExitCode.TERMINATED;

        int status = run(
                new ScriptedEngine()
                        .tells(configuration())
                        .on(CONNECT, link(new Link.Connecting(CUED, 1, 2, Step.RESOLVING))),
                "up",
                "direwolf");

        assertThat(status).isEqualTo(143);
    }

    @Test
    void aFirstFailureIsAnAnswerWithItsHopItsCauseAndItsAdvice() {
        Failure refused = new Failure(
                Failure.Kind.AUTHENTICATION_REFUSED, CUED, "Permission denied (publickey)", "Check IdentityFile.");

        int status = run(
                new ScriptedEngine().tells(configuration()).on(CONNECT, link(new Link.Failed(refused, NOON))),
                "up",
                "direwolf");

        assertThat(err)
                .hasToString(
                        "rwtui: cued (on the way to direwolf): Permission denied (publickey). Check IdentityFile.\n");
        assertThat(status).isEqualTo(4);
    }

    @Test
    void anUnreachableHostIsNotRetriedBeforeItWasEverUp() {
        Failure timeout = new Failure(Failure.Kind.UNREACHABLE, DIREWOLF, "timed out", "");

        int status = run(
                new ScriptedEngine().tells(configuration()).on(CONNECT, link(new Link.Retrying(timeout, 1, NOON))),
                "up",
                "direwolf");

        assertThat(status).isEqualTo(3);
    }

    @Test
    void aLinkThatWasUpOnceIsWaitedFor() {
        Failure lost = new Failure(Failure.Kind.LOST, CUED, "connection reset", "");

        int status = run(
                new ScriptedEngine()
                        .tells(configuration())
                        .on(
                                CONNECT,
                                link(new Link.Up(NOON, List.of())),
                                tunnel(new TunnelState.Up(NOON)),
                                link(new Link.Retrying(lost, 1, NOON))),
                "up",
                "direwolf");

        assertThat(out.toString()).endsWith("direwolf: retrying, cued: connection reset\n");
        assertThat(status).isZero();
    }

    @Test
    void upEventsAsJsonAreOneObjectPerLine() throws Exception {
        run(
                new ScriptedEngine().tells(configuration()).on(CONNECT, tunnel(new TunnelState.Up(NOON))),
                "up",
                "--json",
                "direwolf");

        JsonNode event = new ObjectMapper().readTree(out.toString());
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactly("version", "time", "event", "host", "spec", "state", "reason");
        assertThat(event.get("event").textValue()).isEqualTo("tunnel");
        assertThat(event.get("spec").textValue()).isEqualTo("6006:127.0.0.1:6006");
        assertThat(event.get("state").textValue()).isEqualTo("up");
    }

    @Test
    void noForwardThatCouldBeOpenedIsANo() {
        int status = run(
                new ScriptedEngine()
                        .tells(configuration())
                        .on(CONNECT, tunnel(new TunnelState.Failed("127.0.0.1:6006 is taken", "Close it.", NOON))),
                "up",
                "direwolf");

        assertThat(out).hasToString("direwolf 6006:127.0.0.1:6006: failed, 127.0.0.1:6006 is taken. Close it.\n");
        assertThat(err).hasToString("rwtui: no forward could be opened\n");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void anUnknownHostAndOneWithoutForwardsAreUsageErrors() {
        assertThat(run(new ScriptedEngine().tells(configuration()), "up", "nowhere"))
                .isEqualTo(2);
        assertThat(run(new ScriptedEngine().tells(configuration()), "up", "cued"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("nowhere: no such host in the configuration")
                .contains("cued: has no LocalForward");
    }

    @Test
    void questionsAreAskedOnTheTerminalAndNameTheHop() {
        FakeTerminal person = new FakeTerminal("hunter2");
        terminal = Optional.of(person);
        Question question = new Question(
                7,
                DIREWOLF,
                CUED,
                new Question.Fields("password", "", List.of(new Question.Field("Password:", Question.Echo.HIDDEN))),
                Duration.ofMinutes(2));
        ScriptedEngine engine = new ScriptedEngine()
                .tells(configuration())
                .on(CONNECT, new Notice.QuestionAsked(question))
                .onAnswer(7, tunnel(new TunnelState.Up(NOON)));

        run(engine, "up", "direwolf");

        assertThat(person.seen).containsExactly("cued, on the way to direwolf: password", "Password: HIDDEN");
        assertThat(typed(engine.answers.get(7L)).values().get(0).<String>use(String::new))
                .isEqualTo("hunter2");
        assertThat(engine.clients.get(0).attendance()).isEqualTo(Engine.Attendance.ATTENDED);
    }

    @Test
    void aHostKeyIsTrustedOnlyByTheWholeWord() {
        Question question = new Question(
                8,
                DIREWOLF,
                CUED,
                new Question.UnknownHostKey("gate", "ssh-ed25519", "SHA256:abc", Optional.empty()),
                Duration.ofMinutes(2));
        terminal = Optional.of(new FakeTerminal("y"));
        ScriptedEngine engine = new ScriptedEngine()
                .tells(configuration())
                .on(CONNECT, new Notice.QuestionAsked(question))
                .onAnswer(8, tunnel(new TunnelState.Up(NOON)));

        run(engine, "up", "direwolf");

        assertThat(engine.answers).containsEntry(8L, new Answer.No());
    }

    @Test
    void whatComesFromAServerCannotSteerTheTerminal() {
        Failure hostile = new Failure(Failure.Kind.AUTHENTICATION_REFUSED, CUED, "\u001b]0;x\u0007\u202eno", "");

        run(
                new ScriptedEngine().tells(configuration()).on(CONNECT, link(new Link.Failed(hostile, NOON))),
                "up",
                "direwolf");

        assertThat(err).hasToString("rwtui: cued (on the way to direwolf): ?]0;x??no\n");
    }

    @Test
    void versionAndHelpNeedNoConfiguration() {
        assertThat(run(new ScriptedEngine(), "--version")).isZero();
        assertThat(run(new ScriptedEngine(), "up", "--help")).isZero();

        assertThat(out.toString()).startsWith("rwtui 1.2.3\n").contains("Usage: rwtui up");
        assertThat(started).isEmpty();
    }

    @Test
    void anUnknownCommandIsAUsageError() {
        assertThat(run(new ScriptedEngine(), "frobnicate")).isEqualTo(2);

        assertThat(err.toString()).contains("frobnicate");
    }

    private int run(ScriptedEngine engine, String... arguments) {
        World world = new World(
                new PrintWriter(out),
                new PrintWriter(err),
                (file, options) -> {
                    started.add(file.orElse("") + " " + options);
                    return engine;
                },
                () -> terminal,
                listener -> interrupt = listener,
                Optional.empty(),
                "1.2.3");
        return CommandLineProgram.run(interrupting(world), arguments);
    }

    /** Everything scripted is told while the request is submitted; after that, an interrupt is what ends it. */
    private World interrupting(World world) {
        return new World(
                world.out(),
                world.err(),
                (file, options) -> new InterruptAfter(world.engines().start(file, options)),
                world.terminals(),
                world.interrupts(),
                world.agentSocket(),
                world.version());
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
            if (!asks) {
                interrupt.accept(interruptOnceUp);
            }
        }

        @Override
        public void answer(long question, Answer answer) {
            engine.answer(question, answer);
            interrupt.accept(interruptOnceUp);
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

    private static final class FakeTerminal implements World.Terminal {

        final List<String> seen = new ArrayList<>();
        private final String answer;

        FakeTerminal(String answer) {
            this.answer = answer;
        }

        @Override
        public void print(String line) {
            seen.add(line);
        }

        @Override
        public Optional<Secret> read(String prompt, Question.Echo echo) {
            seen.add(prompt + echo);
            return Optional.of(Secret.owning(answer.toCharArray()));
        }

        @Override
        public void close() {}
    }

    private static Answer.Typed typed(@Nullable Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Typed.class);
        return (Answer.Typed) Objects.requireNonNull(answer);
    }

    private static Notice link(Link link) {
        return new Notice.LinkChanged(DIREWOLF, 1, link);
    }

    private static Notice tunnel(TunnelState state) {
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

    private static Notice.ConfigurationRead configuration() {
        HostSummary cued = new HostSummary(
                CUED,
                "This is to log in the Cambridge network",
                "ah2029",
                new Endpoint("gate.eng.cam.ac.uk", 22),
                List.of(),
                Role.GATEWAY,
                List.of(),
                Optional.empty(),
                List.of());
        HostSummary direwolf = new HostSummary(
                DIREWOLF,
                "Then to my machine.",
                "anthonyhu",
                new Endpoint("direwolf", 22),
                List.of(CUED),
                Role.MACHINE,
                List.of(BOARD),
                Optional.empty(),
                List.of());
        return new Notice.ConfigurationRead(1, List.of(), List.of(cued, direwolf), List.of(), List.of());
    }
}
