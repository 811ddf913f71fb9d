package dev.rwtui.cli;

import static dev.rwtui.cli.CliRig.CONNECT;
import static dev.rwtui.cli.CliRig.CUED;
import static dev.rwtui.cli.CliRig.DIREWOLF;
import static dev.rwtui.cli.CliRig.NOON;
import static dev.rwtui.cli.CliRig.configuration;
import static dev.rwtui.cli.CliRig.link;
import static dev.rwtui.cli.CliRig.tunnel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Resolution;
import dev.rwtui.ssh.model.Step;
import dev.rwtui.testing.FakeEngine;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UpCommandTest {

    private final CliRig rig = new CliRig();

    @Test
    void upTellsEachStepAndEndsWellWhenInterruptedAfterAllWasUp() {
        FakeEngine engine = new FakeEngine(configuration())
                .on(
                        CONNECT,
                        link(new Link.Connecting(CUED, 1, 2, Step.RESOLVING)),
                        link(new Link.Connecting(DIREWOLF, 2, 2, Step.TUNNELLING)),
                        link(new Link.Up(NOON, List.of())),
                        tunnel(new TunnelState.Opening()),
                        tunnel(new TunnelState.Up(NOON)));

        int status = rig.run(engine, "up", "direwolf");

        assertThat(rig.out).hasToString("""
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
        rig.interruptWith = ExitCode.TERMINATED;

        int status = rig.run(
                new FakeEngine(configuration()).on(CONNECT, link(new Link.Connecting(CUED, 1, 2, Step.RESOLVING))),
                "up",
                "direwolf");

        assertThat(status).isEqualTo(143);
    }

    @Test
    void aFirstFailureIsAnAnswerWithItsHopItsCauseAndItsAdvice() {
        Failure refused = new Failure(
                Failure.Kind.AUTHENTICATION_REFUSED, CUED, "Permission denied (publickey)", "Check IdentityFile.");

        int status = rig.run(
                new FakeEngine(configuration()).on(CONNECT, link(new Link.Failed(refused, NOON))), "up", "direwolf");

        assertThat(rig.err)
                .hasToString(
                        "rwtui: cued (on the way to direwolf): Permission denied (publickey). Check IdentityFile.\n");
        assertThat(status).isEqualTo(4);
    }

    @Test
    void anUnreachableHostIsNotRetriedBeforeItWasEverUp() {
        Failure timeout = new Failure(Failure.Kind.UNREACHABLE, DIREWOLF, "timed out", "");

        int status = rig.run(
                new FakeEngine(configuration()).on(CONNECT, link(new Link.Retrying(timeout, 1, NOON))),
                "up",
                "direwolf");

        assertThat(status).isEqualTo(3);
    }

    @Test
    void aLinkThatWasUpOnceIsWaitedFor() {
        Failure lost = new Failure(Failure.Kind.LOST, CUED, "connection reset", "");

        int status = rig.run(
                new FakeEngine(configuration())
                        .on(
                                CONNECT,
                                link(new Link.Up(NOON, List.of())),
                                tunnel(new TunnelState.Up(NOON)),
                                link(new Link.Retrying(lost, 1, NOON))),
                "up",
                "direwolf");

        assertThat(rig.out.toString()).endsWith("direwolf: retrying, cued: connection reset\n");
        assertThat(status).isZero();
    }

    @Test
    void upEventsAsJsonAreOneObjectPerLine() throws Exception {
        rig.run(
                new FakeEngine(configuration()).on(CONNECT, tunnel(new TunnelState.Up(NOON))),
                "up",
                "--json",
                "direwolf");

        JsonNode event = new ObjectMapper().readTree(rig.out.toString());
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactly("version", "time", "event", "host", "spec", "state", "reason");
        assertThat(event.get("event").textValue()).isEqualTo("tunnel");
        assertThat(event.get("spec").textValue()).isEqualTo("6006:127.0.0.1:6006");
        assertThat(event.get("state").textValue()).isEqualTo("up");
    }

    @Test
    void noForwardThatCouldBeOpenedIsANo() {
        int status = rig.run(
                new FakeEngine(configuration())
                        .on(CONNECT, tunnel(new TunnelState.Failed("127.0.0.1:6006 is taken", "Close it.", NOON))),
                "up",
                "direwolf");

        assertThat(rig.out).hasToString("direwolf 6006:127.0.0.1:6006: failed, 127.0.0.1:6006 is taken. Close it.\n");
        assertThat(rig.err).hasToString("rwtui: no forward could be opened\n");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void aNameThatOnlyAPatternCoversIsOpenedOnceItIsListed() {
        HostAlias gpu = new HostAlias("gpu17");
        rig.resolutions.put(
                "gpu17",
                new Resolution.Resolved(List.of(new Resolution.Line(
                        "localforward", "6006 [127.0.0.1]:6006", "/c:1", Resolution.Standing.ACTED_ON))));
        TunnelId board = new TunnelId(gpu, CliRig.BOARD);
        FakeEngine engine = new FakeEngine(configuration())
                .on(
                        new Request.Connect(gpu, Request.Forwards.ALL),
                        listing(HostSummary.of(gpu, "me", new Endpoint("gpu17", 22))
                                .forwarding(List.of(CliRig.BOARD))
                                .from(HostSummary.Source.TYPED)),
                        new Notice.LinkChanged(gpu, 1, new Link.Up(NOON, List.of())),
                        new Notice.TunnelChanged(
                                1,
                                new TunnelStatus(
                                        board,
                                        new TunnelState.Up(NOON),
                                        TunnelStatus.Traffic.NONE,
                                        List.of(),
                                        TunnelStatus.Protocol.UNKNOWN,
                                        TunnelStatus.Checking.ON)));

        int status = rig.run(engine, "up", "gpu17");

        assertThat(rig.out).hasToString("gpu17: up\ngpu17 6006:127.0.0.1:6006: up\n");
        assertThat(status).isZero();
        assertThat(engine.requests).hasSize(1);
    }

    private static Notice listing(HostSummary more) {
        List<HostSummary> hosts = new ArrayList<>(configuration().hosts());
        hosts.add(more);
        return new Notice.ConfigurationRead(2, List.of(), hosts, List.of(), List.of());
    }

    @Test
    void aNameThatTheConfigurationRefusesIsAUsageError() {
        rig.resolutions.put("gpu17", new Resolution.Refused(List.of("/c:1: no")));

        assertThat(rig.run(new FakeEngine(configuration()), "up", "gpu17")).isEqualTo(2);
        assertThat(rig.err).hasToString("rwtui: gpu17: /c:1: no\n");
    }

    @Test
    void anUnknownHostAndOneWithoutForwardsAreUsageErrors() {
        rig.resolutions.put("nowhere", new Resolution.Resolved(List.of()));

        assertThat(rig.run(new FakeEngine(configuration()), "up", "nowhere")).isEqualTo(2);
        assertThat(rig.run(new FakeEngine(configuration()), "up", "cued")).isEqualTo(2);

        assertThat(rig.err.toString())
                .contains("nowhere: no such host in the configuration")
                .contains("cued: has no LocalForward");
    }

    @Test
    void questionsAreAskedOnTheTerminalAndNameTheHop() {
        CliRig.FakeTerminal person = new CliRig.FakeTerminal("hunter2");
        rig.terminal = Optional.of(person);
        Question question = new Question(
                7,
                DIREWOLF,
                CUED,
                new Question.Fields("password", "", List.of(new Question.Field("Password:", Question.Echo.HIDDEN))),
                Duration.ofMinutes(2));
        FakeEngine engine = new FakeEngine(configuration())
                .on(CONNECT, new Notice.QuestionAsked(question))
                .onAnswer(7, tunnel(new TunnelState.Up(NOON)));

        rig.run(engine, "up", "direwolf");

        assertThat(person.seen).containsExactly("cued, on the way to direwolf: password", "Password: HIDDEN");
        assertThat(engine.answers).containsExactly("7 typed [hunter2]");
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
        rig.terminal = Optional.of(new CliRig.FakeTerminal("y"));
        FakeEngine engine = new FakeEngine(configuration())
                .on(CONNECT, new Notice.QuestionAsked(question))
                .onAnswer(8, tunnel(new TunnelState.Up(NOON)));

        rig.run(engine, "up", "direwolf");

        assertThat(engine.answers).containsExactly("8 no");
    }

    @Test
    void whatComesFromAServerCannotSteerTheTerminal() {
        Failure hostile = new Failure(Failure.Kind.AUTHENTICATION_REFUSED, CUED, "\u001b]0;x\u0007\u202eno", "");

        rig.run(new FakeEngine(configuration()).on(CONNECT, link(new Link.Failed(hostile, NOON))), "up", "direwolf");

        assertThat(rig.err).hasToString("rwtui: cued (on the way to direwolf): ?]0;x??no\n");
    }
}
