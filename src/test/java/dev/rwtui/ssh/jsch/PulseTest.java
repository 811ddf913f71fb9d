package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.model.RoundTrip;
import dev.rwtui.testing.FakeTimers;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ServerAliveInterval} and {@code ServerAliveCountMax} under a clock turned by hand. */
final class PulseTest {

    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final FakeTimers timers = new FakeTimers();
    private final Inlet inlet = new Inlet(new Dripping(), timers);
    private final List<String> deaths = new ArrayList<>();
    private int sent;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aQuietPeerThatAnswersIsNeverGivenUp(int count) {
        pulse(INTERVAL, count, true).start();

        timers.advance(Duration.ofHours(1));

        assertThat(deaths).isEmpty();
        assertThat(sent).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aPeerThatNeverAnswersIsGivenUpAfterItWasAsked(int count) {
        pulse(INTERVAL, count, false).start();

        timers.advance(INTERVAL.multipliedBy(Math.max(2, count)));

        assertThat(deaths).containsExactly("no answer for " + 15 * Math.max(2, count) + " s");
        assertThat(sent).isPositive();
        assertThat(timers.pending()).isZero();
    }

    @Test
    void anIntervalOfZeroAsksNobodyAgain() {
        pulse(Duration.ZERO, 3, false).start();

        timers.advance(Duration.ofDays(1));

        assertThat(deaths).isEmpty();
        assertThat(sent).isEqualTo(1);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void theRoundTripIsTheTimeToTheKeepalivesOwnAnswerWhateverElseArrives() throws IOException {
        Pulse pulse = pulse(INTERVAL, 3, false);
        pulse.start();
        timers.advance(Duration.ofMillis(300));

        timers.advance(Duration.ofMillis(40));
        assertThat(inlet.read()).isEqualTo('x');
        Optional<RoundTrip> before = pulse.roundTrip();
        timers.advance(Duration.ofMillis(80));
        pulse.answered();

        assertThat(before).isEmpty();
        assertThat(pulse.roundTrip()).contains(new RoundTrip(Duration.ofMillis(120), timers.now()));
    }

    @Test
    void aBusyLinkIsMeasuredAgainToo() throws IOException {
        Pulse pulse = pulse(INTERVAL, 3, false);
        pulse.start();
        timers.advance(Duration.ofMillis(310));
        pulse.answered();

        for (int i = 0; i < 40; i++) {
            timers.advance(Duration.ofSeconds(1));
            assertThat(inlet.read()).isEqualTo('x');
        }

        assertThat(sent).isEqualTo(2);
        assertThat(deaths).isEmpty();
    }

    @Test
    void anAnswerToNothingMeasuresNothing() {
        Pulse pulse = pulse(INTERVAL, 3, false);

        pulse.answered();

        assertThat(pulse.roundTrip()).isEmpty();
    }

    @Test
    void oneThatIsProbedIsAskedAtOnceAndGivenUpAfterTwoIntervals() {
        Pulse pulse = pulse(INTERVAL, 10, false);
        pulse.start();
        timers.advance(INTERVAL);
        int before = sent;
        timers.sleep(Duration.ofHours(1));

        pulse.probe();

        assertThat(sent).isEqualTo(before + 1);
        timers.advance(INTERVAL.multipliedBy(2).minusMillis(1));
        assertThat(deaths).isEmpty();
        timers.advance(Duration.ofMillis(1));
        assertThat(deaths).containsExactly("no answer for 30 s");
        assertThat(timers.pending()).isZero();
    }

    @Test
    void oneThatAnswersWhenItIsProbedIsTreatedWithTheUsualPatience() throws IOException {
        Pulse pulse = pulse(INTERVAL, 4, false);
        pulse.start();
        timers.advance(INTERVAL);

        pulse.probe();
        timers.advance(Duration.ofSeconds(1));
        assertThat(inlet.read()).isEqualTo('x');

        timers.advance(INTERVAL.multipliedBy(4).minusMillis(1));
        assertThat(deaths).isEmpty();
        timers.advance(Duration.ofMillis(1));
        assertThat(deaths).containsExactly("no answer for 60 s");
    }

    @Test
    void probingAgainAndAgainKeepsOneTimer() {
        Pulse pulse = pulse(INTERVAL, 3, false);
        pulse.start();
        timers.advance(INTERVAL);
        int before = timers.pending();

        pulse.probe();
        pulse.probe();

        assertThat(timers.pending()).isEqualTo(before);
    }

    @Test
    void whatWasNotAskedForLongIsAskedFirstAndNotGivenUp() {
        pulse(INTERVAL, 3, false).start();
        timers.advance(INTERVAL);
        int before = sent;

        timers.stall(Duration.ofHours(1));
        timers.advance(Duration.ZERO);

        assertThat(deaths).isEmpty();
        assertThat(sent).isEqualTo(before + 1);
        timers.advance(INTERVAL.multipliedBy(2));
        assertThat(deaths).containsExactly("no answer for 30 s");
    }

    @Test
    void anIntervalOfZeroIsProbedAllTheSame() {
        Pulse pulse = pulse(Duration.ZERO, 3, false);
        pulse.start();
        timers.advance(Duration.ofSeconds(1));

        pulse.probe();
        timers.advance(Duration.ofDays(1));

        assertThat(sent).isEqualTo(2);
        assertThat(deaths).isEmpty();
    }

    private Pulse pulse(Duration interval, int count, boolean answers) {
        return new Pulse(
                timers, Runnable::run, inlet, new Pulse.Patience(interval, count), () -> asked(answers), deaths::add);
    }

    private void asked(boolean answers) throws IOException {
        sent++;
        if (answers) {
            assertThat(inlet.read()).isEqualTo('x');
        }
    }

    /** A byte at a time, for ever. */
    private static final class Dripping extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] target, int from, int length) {
            target[from] = 'x';
            return 1;
        }
    }
}
