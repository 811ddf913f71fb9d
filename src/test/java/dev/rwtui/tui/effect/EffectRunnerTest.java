package dev.rwtui.tui.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.base.Secret;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.testing.FakeEngine;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.testing.Stepped;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EffectRunnerTest {

    private static final HostAlias GPU = new HostAlias("gpu");
    private static final TunnelId TUNNEL =
            new TunnelId(GPU, new LocalForward(Optional.empty(), 6006, new Endpoint("127.0.0.1", 6006)));
    private static final Engine.Client ME = new Engine.Client(Optional.of("/agent"), Engine.Attendance.ATTENDED);

    private final FakeEngine engine = new FakeEngine();
    private final FakeTimers timers = new FakeTimers();
    private final Stepped blocking = new Stepped();
    private final List<String> stage = new ArrayList<>();
    private Optional<IOException> fault = Optional.empty();
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
            }));

    @BeforeEach
    void starts() {
        runner.start(new RecordingStage());
    }

    @Test
    void whatTheEngineDoesIsAskedOfIt() {
        Map<Effect, Request> pairs = Map.of(
                new Effect.Connect(GPU), new Request.Connect(GPU, Request.Forwards.ALL),
                new Effect.Disconnect(GPU), new Request.Disconnect(GPU),
                new Effect.CancelConnecting(GPU), new Request.CancelConnecting(GPU),
                new Effect.OpenTunnel(TUNNEL), new Request.OpenTunnel(TUNNEL),
                new Effect.CloseTunnel(TUNNEL), new Request.CloseTunnel(TUNNEL),
                new Effect.SetChecking(TUNNEL, TunnelStatus.Checking.OFF),
                        new Request.SetChecking(TUNNEL, TunnelStatus.Checking.OFF),
                new Effect.Look(Optional.of(GPU)), new Request.Look(Optional.of(GPU)),
                new Effect.ReloadConfiguration(), new Request.ReloadConfiguration());

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
        public void send(String sequence) {
            stage.add("send " + sequence);
        }
    }
}
