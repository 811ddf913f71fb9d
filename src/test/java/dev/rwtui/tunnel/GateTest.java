package dev.rwtui.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.ChannelRefusedException.Reason;
import dev.rwtui.testing.FakeSession;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.testing.MemoryStream;
import dev.rwtui.testing.Stepped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A limited number of channels is opened at once. */
final class GateTest {

    private static final HostAlias HOST = new HostAlias("web");

    private final Stepped engine = new Stepped();
    private final Stepped blocking = new Stepped();
    private final Gate gate = new Gate(HOST, new Surroundings(engine, blocking, new FakeTimers()));
    private final FakeSession session = new FakeSession(HOST);
    private final List<Opening> answers = new ArrayList<>();

    @Test
    void soManyAtOnceAndTheRestInTurn() {
        session.always((target, cancellation) -> MemoryStream.echo());
        for (int i = 0; i < Gate.AT_ONCE + 2; i++) {
            gate.enter(wish(new Cancellation()));
        }
        int atOnce = blocking.pending();

        blocking.step();
        engine.runAll();
        int afterOne = blocking.pending();

        assertThat(List.of(atOnce, afterOne)).containsExactly(Gate.AT_ONCE, Gate.AT_ONCE);
        assertThat(answers).hasSize(1);
    }

    @Test
    void whatIsCancelledInTheQueueIsNeverAsked() {
        session.always((target, cancellation) -> MemoryStream.echo());
        for (int i = 0; i < Gate.AT_ONCE; i++) {
            gate.enter(wish(new Cancellation()));
        }
        Cancellation queued = new Cancellation();
        gate.enter(wish(queued));

        queued.cancel();
        while (blocking.pending() > 0) {
            blocking.runAll();
            engine.runAll();
        }

        assertThat(session.asked()).hasSize(Gate.AT_ONCE);
    }

    @Test
    void aRefusalAndADeathAreToldApart() {
        session.next(FakeSession.refusing(Reason.CONNECT_FAILED, "no"));
        gate.enter(wish(new Cancellation()));
        blocking.runAll();
        session.die("gone");

        gate.enter(wish(new Cancellation()));
        blocking.runAll();
        engine.runAll();

        assertThat(answers.get(0)).isEqualTo(new Opening.Refused(Reason.CONNECT_FAILED, "no"));
        assertThat(answers.get(1)).isInstanceOf(Opening.Broken.class);
    }

    @Test
    void aBugGivesItsPlaceBack() {
        session.always((target, cancellation) -> {
            throw new IllegalStateException("bug");
        });
        for (int i = 0; i < 2 * Gate.AT_ONCE; i++) {
            gate.enter(wish(new Cancellation()));
        }

        while (blocking.pending() > 0) {
            blocking.runAll();
            engine.runAll();
        }

        assertThat(answers).hasSize(2 * Gate.AT_ONCE).hasOnlyElementsOfType(Opening.Broken.class);
    }

    private Gate.Wish wish(Cancellation cancellation) {
        return new Gate.Wish(session, new Endpoint("127.0.0.1", 80), Duration.ofSeconds(1), cancellation, answers::add);
    }
}
