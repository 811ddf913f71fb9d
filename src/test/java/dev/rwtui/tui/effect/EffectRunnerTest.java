package dev.rwtui.tui.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.base.Secret;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Order;
import dev.rwtui.engine.Request;
import dev.rwtui.engine.Run;
import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.shell.Leaving;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.RemoteTerminal;
import dev.rwtui.ssh.model.TerminalSize;
import dev.rwtui.testing.FakeEngine;
import dev.rwtui.testing.FakeProcess;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.testing.Stepped;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Pythons;
import dev.rwtui.tui.model.SyncAsk;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EffectRunnerTest {

    private static final HostAlias GPU = new HostAlias("gpu");
    private static final TunnelId TUNNEL =
            new TunnelId(GPU, new LocalForward(Optional.empty(), 6006, new Endpoint("127.0.0.1", 6006)));
    private static final Order.Shell SHELL = new Order.Shell(
            Map.of(), new RemoteTerminal("xterm", new TerminalSize(80, 24), Map.of()), Order.Input.TERMINAL);
    private static final Engine.Client ME = new Engine.Client(Optional.of("/agent"), Engine.Attendance.ATTENDED);

    private final FakeEngine engine = new FakeEngine();
    private final FakeTimers timers = new FakeTimers();
    private final Stepped blocking = new Stepped();
    private final List<String> stage = new ArrayList<>();
    private Optional<IOException> fault = Optional.empty();
    private Leaving leaving = new Leaving.Escaped();
    private final EffectRunner runner = new EffectRunner(new EffectRunner.Tools(
            engine,
            ME,
            timers,
            blocking,
            (text, terminal) -> {
                fail();
                terminal.accept("sequence of " + text);
                return "a test";
            },
            url -> {
                fail();
                stage.add("browsed " + url);
            },
            FakeShells::new));

    @BeforeEach
    void starts() {
        runner.start(new RecordingStage());
    }

    @Test
    void whatTheEngineDoesIsAskedOfIt() {
        EnvironmentRef file = new EnvironmentRef.InFile("/c/uv.lock", "uv.lock");
        EnvironmentRef vision = new EnvironmentRef.OnHost(GPU, "vision");
        Map<Effect, Request> more = Map.of(
                new Effect.SurveyPython(GPU), new Request.SurveyPython(GPU),
                new Effect.ListPackages(new Pythons.Key(GPU, "/p")), new Request.ListPackages(GPU, "/p"),
                new Effect.Compare(vision, file), new Request.Compare(vision, file),
                new Effect.MapRepository(GPU, "~/c"), new Request.MapRepository(GPU, "~/c"),
                new Effect.ChooseInterpreter(GPU, "/p/bin/python"),
                        new Request.ChooseInterpreter(GPU, "/p/bin/python"));
        Map<Effect, Request> pairs = new HashMap<>(more);
        pairs.put(new Effect.AskMachines(), new Request.AskMachines());
        pairs.put(new Effect.AskSync(new SyncAsk.Read(GPU)), new Request.ReadSync(GPU));
        pairs.put(new Effect.WatchMachine(Optional.of(GPU)), new Request.WatchMachine(Optional.of(GPU)));
        pairs.putAll(Map.of(
                new Effect.Connect(GPU), new Request.Connect(GPU, Request.Forwards.ALL),
                new Effect.Disconnect(GPU), new Request.Disconnect(GPU),
                new Effect.CancelConnecting(GPU), new Request.CancelConnecting(GPU),
                new Effect.OpenTunnel(TUNNEL), new Request.OpenTunnel(TUNNEL),
                new Effect.CloseTunnel(TUNNEL), new Request.CloseTunnel(TUNNEL),
                new Effect.SetChecking(TUNNEL, TunnelStatus.Checking.OFF),
                        new Request.SetChecking(TUNNEL, TunnelStatus.Checking.OFF),
                new Effect.Look(Optional.of(GPU)), new Request.Look(Optional.of(GPU)),
                new Effect.ReloadConfiguration(), new Request.ReloadConfiguration()));

        pairs.forEach((effect, request) -> {
            engine.requests.clear();
            runner.run(effect);
            assertThat(engine.requests).containsExactly(request);
        });

        assertThat(engine.clients).hasSize(pairs.size()).containsOnly(ME);
    }

    @Test
    void answersGoToTheirQuestion() {
        runner.keep(7, List.of(Secret.owning("pw".toCharArray())));

        runner.run(new Effect.SendTyped(7));
        runner.run(new Effect.SendYes(8));
        runner.run(new Effect.SendNo(9));

        assertThat(engine.answers).containsExactly("7 typed [pw]", "8 yes", "9 no");
    }

    @Test
    void anAnswerToAWithdrawnQuestionIsWiped() {
        Secret secret = Secret.owning("pw".toCharArray());
        runner.keep(7, List.of(secret));

        engine.tell(new Notice.QuestionWithdrawn(7, "gone"));

        assertThat(secret.<String>use(String::new)).isEqualTo("\0\0");
    }

    @Test
    void closingWipesWhatIsKeptAndClosesTheEngine() {
        Secret secret = Secret.owning("pw".toCharArray());
        runner.keep(7, List.of(secret));
        runner.run(new Effect.WakeAt(FakeTimers.START.plusSeconds(1)));

        runner.close(Duration.ofSeconds(1));

        assertThat(secret.<String>use(String::new)).isEqualTo("\0\0");
        assertThat(engine.closed).isTrue();
        assertThat(timers.pending()).isZero();
    }

    @Test
    void copyingIsDoneElsewhereAndSaysHow() {
        runner.run(new Effect.Copy("text"));
        assertThat(stage).containsExactly("began");

        blocking.runAll();

        assertThat(stage)
                .containsExactly(
                        "began",
                        "send sequence of text",
                        "post " + new Event.Copied(FakeTimers.START, "text", "a test"),
                        "ended");
    }

    @Test
    void theBrowserIsOpenedElsewhere() {
        runner.run(new Effect.OpenBrowser("http://localhost:1/"));
        blocking.runAll();

        assertThat(stage).containsExactly("began", "browsed http://localhost:1/", "ended");
    }

    @Test
    void aFailureIsAnEventThatSaysWhatAndWhy() {
        fault = Optional.of(new IOException("no clipboard here"));

        runner.run(new Effect.Copy("text"));
        blocking.runAll();

        assertThat(stage)
                .containsExactly(
                        "began",
                        "post " + new Event.EffectFailed(FakeTimers.START, "copying text", "no clipboard here"),
                        "ended");
    }

    @Test
    void theScreenIsAskedForWhatIsTheScreens() {
        runner.run(new Effect.Repaint());
        runner.run(new Effect.Suspend());

        assertThat(stage).containsExactly("repaint", "suspend");
    }

    @Test
    void onlyTheLastWakingCounts() {
        runner.run(new Effect.WakeAt(FakeTimers.START.plusSeconds(1)));
        runner.run(new Effect.WakeAt(FakeTimers.START.plusSeconds(3)));

        timers.advance(Duration.ofSeconds(2));
        assertThat(stage).isEmpty();
        timers.advance(Duration.ofSeconds(2));

        assertThat(stage).singleElement().asString().startsWith("post Ticked");
    }

    private void opensShell(Run run) {
        engine.commands.put("gpu: a shell", CompletableFuture.completedFuture(run));
        runner.run(new Effect.OpenShell(GPU));
        blocking.runAll();
    }

    private static FakeProcess onTerminal() {
        return new FakeProcess("", "", () -> {}).onTerminal();
    }

    @Test
    void aShellHasTheTerminalUntilItEnds() {
        opensShell(new Run.Running(onTerminal(), OptionalInt.empty()));

        assertThat(stage).startsWith("began", "lend", "served gpu", "reclaim").endsWith("ended");
        assertThat(stage.get(4)).contains("ShellEnded").contains("INFO").contains("left the shell on gpu");
    }

    @ParameterizedTest
    @MethodSource("endings")
    void howAShellEndedIsSaid(Leaving how, String words) {
        leaving = how;

        opensShell(new Run.Running(onTerminal(), OptionalInt.empty()));

        assertThat(stage.get(4)).contains(words);
    }

    static Stream<Arguments> endings() {
        Failure died = new Failure(Failure.Kind.LOST, GPU, "no answer for 45 s", "");
        return Stream.of(
                Arguments.of(new Leaving.Ended(new Ending.Exited(0)), "how=the shell on gpu has ended]"),
                Arguments.of(new Leaving.Ended(new Ending.Exited(3)), "has ended with status 3]"),
                Arguments.of(new Leaving.Ended(new Ending.Signalled("HUP")), "has ended by SIGHUP]"),
                Arguments.of(new Leaving.Ended(new Ending.Lost(died)), "has died: no answer for 45 s]"),
                Arguments.of(new Leaving.HungUp(), "left the shell on gpu]"));
    }

    @Test
    void aShellThatCannotBeOpenedLeavesTheScreenAlone() {
        opensShell(
                new Run.Failed(new Failure(Failure.Kind.UNREACHABLE, new HostAlias("gate"), "connection refused", "")));

        assertThat(stage).hasSize(3).doesNotContain("lend");
        assertThat(stage.get(1)).contains("ERROR").contains("no shell on gpu: gate: connection refused");
    }

    @Test
    void whatHasNoTerminalThereIsNoShell() {
        FakeProcess process = new FakeProcess("", "", () -> {});

        opensShell(new Run.Running(process, OptionalInt.empty()));

        assertThat(stage).doesNotContain("lend");
        assertThat(stage.get(1)).contains("it gives no terminal");
        assertThat(process.closed).isTrue();
    }

    @Test
    void aTerminalThatCannotBeDescribedIsSaid() {
        fault = Optional.of(new IOException("stty failed"));

        opensShell(new Run.Running(onTerminal(), OptionalInt.empty()));

        assertThat(stage.get(1)).contains("no shell on gpu: stty failed");
    }

    private void fail() throws IOException {
        if (fault.isPresent()) {
            throw fault.get();
        }
    }

    private final class RecordingStage implements Stage {

        @Override
        public void post(Event event) {
            if (!(event instanceof Event.QuestionWithdrawn)) {
                stage.add("post " + event);
            }
        }

        @Override
        public void began() {
            stage.add("began");
        }

        @Override
        public void ended() {
            stage.add("ended");
        }

        @Override
        public void repaint() {
            stage.add("repaint");
        }

        @Override
        public void suspend() {
            stage.add("suspend");
        }

        @Override
        public CompletableFuture<Void> lend() {
            stage.add("lend");
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void reclaim() {
            stage.add("reclaim");
        }

        @Override
        public void send(String sequence) {
            stage.add("send " + sequence);
        }
    }

    /** Shells that end as the test says. */
    private final class FakeShells implements Shells {

        @Override
        public Order.Shell order() throws IOException {
            fail();
            return SHELL;
        }

        @Override
        public Leaving serve(Run.Running shell, String title) {
            stage.add("served " + title);
            shell.execution().close();
            return leaving;
        }
    }
}
