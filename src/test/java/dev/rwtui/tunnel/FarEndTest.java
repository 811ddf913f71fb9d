package dev.rwtui.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.ChannelRefusedException.Reason;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.testing.MemoryStream;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelState.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is said of a far end, and when it is asked. */
final class FarEndTest {

    private final FakeTimers timers = new FakeTimers();
    private final ScriptedAsker asker = new ScriptedAsker();
    private final FarEnd farEnd = new FarEnd(new Surroundings(Runnable::run, Runnable::run, timers), asker);

    /** Holds what was asked until the test answers. */
    private static final class ScriptedAsker implements FarEnd.Asker {
        private final Deque<Consumer<Opening>> asked = new ArrayDeque<>();
        private final List<Cancellation> cancellations = new ArrayList<>();
        private boolean checking = true;
        private boolean watched = true;
        private OptionalLong heard = OptionalLong.empty();

        @Override
        public void ask(Cancellation cancellation, Consumer<Opening> then) {
            cancellations.add(cancellation);
            asked.add(then);
        }

        @Override
        public boolean mayAsk() {
            return checking;
        }

        @Override
        public boolean isWatched() {
            return watched;
        }

        @Override
        public OptionalLong heard() {
            return heard;
        }

        @Override
        public void changed() {}
    }

    @Test
    void anAnswerToTheFirstProbeProvesItAndItsChannelIsClosed() {
        MemoryStream stream = MemoryStream.echo();
        farEnd.begin();
        TunnelState before = farEnd.state();

        answer(new Opening.Opened(stream));

        assertThat(before).isEqualTo(new TunnelState.Opening());
        assertThat(farEnd.state()).isEqualTo(new TunnelState.Up(FakeTimers.START));
        assertThat(stream.isClosed()).isTrue();
    }

    @Test
    void whereSomebodyLooksItIsProvedAnewBeforeTheProofLapses() {
        proved();

        List<TunnelState> states = new ArrayList<>();
        for (int second = 1; second <= 60; second++) {
            timers.advance(Duration.ofSeconds(1));
            while (!asker.asked.isEmpty()) {
                opened();
            }
            states.add(farEnd.state());
        }

        assertThat(states).hasOnlyElementsOfType(TunnelState.Up.class);
        assertThat(asker.cancellations).hasSize(5);
    }

    @Test
    void whereNobodyLooksItIsUnprovedFifteenSecondsAfterTheProof() {
        asker.watched = false;
        proved();

        timers.advance(Duration.ofMillis(14_999));
        TunnelState before = farEnd.state();
        timers.advance(Duration.ofMillis(1));

        assertThat(before).isInstanceOf(TunnelState.Up.class);
        assertThat(farEnd.state()).isEqualTo(new TunnelState.Unproved(at(15)));
        assertThat(timers.pending()).as("nothing runs while idle").isZero();
    }

    @Test
    void whereCheckingIsOffNothingIsEverAsked() {
        asker.checking = false;

        farEnd.begin();
        timers.advance(Duration.ofMinutes(5));

        assertThat(farEnd.state()).isEqualTo(new TunnelState.Unproved(FakeTimers.START));
        assertThat(asker.asked).isEmpty();
    }

    @Test
    void aProbeNeverOverlapsAnother() {
        proved();

        timers.advance(Duration.ofSeconds(13));
        farEnd.reconsider();
        timers.advance(Duration.ofMinutes(1));

        assertThat(asker.asked).hasSize(1);
        assertThat(farEnd.state()).isInstanceOf(TunnelState.Unproved.class);
    }

    @Test
    void bytesFromTheFarEndProveItWithoutAProbe() {
        proved();

        timers.advance(Duration.ofSeconds(10));
        asker.heard = OptionalLong.of(timers.nanos());
        timers.advance(Duration.ofSeconds(12));

        assertThat(asker.asked).isEmpty();
        assertThat(farEnd.state()).isEqualTo(new TunnelState.Up(at(10)));
    }

    @Test
    void bytesProveWhatWasUnproved() {
        asker.watched = false;
        proved();
        timers.advance(Duration.ofSeconds(20));

        farEnd.heard(timers.nanos());

        assertThat(farEnd.state()).isEqualTo(new TunnelState.Up(at(20)));
    }

    @Test
    void aRefusalIsAskedAgainAndKeepsItsBeginning() {
        farEnd.begin();
        refuse();

        timers.advance(Duration.ofSeconds(15));
        refuse();

        assertThat(farEnd.state())
                .isEqualTo(new TunnelState.FarEndSilent(
                        Cause.CONNECT_FAILED, "nothing listens there: Connection refused", FakeTimers.START));
    }

    @Test
    void bytesOfAnOlderConnectionDoNotOutweighARefusal() {
        farEnd.begin();
        refuse();

        timers.advance(Duration.ofSeconds(1));
        farEnd.heard(timers.nanos());

        assertThat(farEnd.state()).isInstanceOf(TunnelState.FarEndSilent.class);
    }

    @Test
    void aConnectionThatSucceedsHealsAtOnce() {
        farEnd.begin();
        refuse();

        timers.advance(Duration.ofSeconds(3));
        farEnd.proved();

        assertThat(farEnd.state()).isEqualTo(new TunnelState.Up(at(3)));
    }

    @Test
    void aConnectionThatIsRefusedIsAsGoodAsAProbe() {
        proved();

        farEnd.refused(Reason.ADMINISTRATIVELY_PROHIBITED, "open failed");

        assertThat(farEnd.state())
                .isEqualTo(new TunnelState.FarEndSilent(
                        Cause.PROHIBITED, "the server prohibits it: open failed", FakeTimers.START));
    }

    @Test
    void noAnswerInTimeIsSilence() {
        farEnd.begin();

        answer(new Opening.Broken(
                new Failure(Failure.Kind.UNREACHABLE, new HostAlias("direwolf"), "no answer within 10 s", "")));

        assertThat(farEnd.state())
                .isEqualTo(new TunnelState.FarEndSilent(Cause.OTHER, "no answer within 10 s", FakeTimers.START));
    }

    @Test
    void aLateAnswerChangesNothing() {
        MemoryStream late = MemoryStream.echo();
        farEnd.begin();
        farEnd.end();
        farEnd.begin();

        answer(new Opening.Opened(late));

        assertThat(farEnd.state()).isEqualTo(new TunnelState.Opening());
        assertThat(late.isClosed()).isTrue();
        assertThat(asker.cancellations.get(0).isCancelled()).isTrue();
    }

    @Test
    void lookingAsksAtOnceWhatWasUnproved() {
        asker.watched = false;
        proved();
        timers.advance(Duration.ofMinutes(1));

        asker.watched = true;
        farEnd.reconsider();
        opened();

        assertThat(farEnd.state()).isEqualTo(new TunnelState.Up(at(60)));
    }

    @Test
    void lookingAtAFreshProofAsksNothing() {
        asker.watched = false;
        proved();
        timers.advance(Duration.ofSeconds(5));

        asker.watched = true;
        farEnd.reconsider();

        assertThat(asker.asked).isEmpty();
        timers.advance(Duration.ofSeconds(8));
        assertThat(asker.asked).hasSize(1);
    }

    private void proved() {
        farEnd.begin();
        opened();
    }

    private void opened() {
        answer(new Opening.Opened(MemoryStream.echo()));
    }

    private void refuse() {
        answer(new Opening.Refused(Reason.CONNECT_FAILED, "Connection refused"));
    }

    private void answer(Opening opening) {
        asker.asked.remove().accept(opening);
    }

    private static Instant at(int second) {
        return FakeTimers.START.plusSeconds(second);
    }
}
