package dev.rwtui.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Survey;
import dev.rwtui.remote.Frame;
import dev.rwtui.testing.FakeTimers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A survey of 2,000 environments that come one a millisecond. */
@Timeout(20)
final class TellingTest {

    private static final int MANY = 2000;

    private final FakeTimers timers = new FakeTimers();
    private final Deque<Runnable> handedOver = new ArrayDeque<>();
    private final SurveyReading reading = new SurveyReading(SurveyWish.environments(), FakeTimers.START);
    private final List<Survey> told = new ArrayList<>();
    private final Telling telling = new Telling(timers, handedOver::add, reading, told::add);

    /** Each with a kernel of its own, as whoever uses notebooks has them. */
    private void hear(int number) {
        String prefix = "/home/u/venvs/" + number;
        telling.hear(new Frame(
                "env", List.of("venv", prefix, prefix, "", "bin/python", "3.10.1", "3", "0", "", "", "3", "", "", "")));
        telling.hear(new Frame(
                "kernel",
                List.of("k" + number, prefix, "{\"argv\":[\"" + prefix + "/bin/python\"]}", "there", prefix, "")));
    }

    private void workOff() {
        while (!handedOver.isEmpty()) {
            handedOver.remove().run();
        }
    }

    @Test
    void howeverManyComeTheyAreToldEveryTenthOfASecondAtMost() {
        telling.begin();
        for (int i = 0; i < MANY; i++) {
            hear(i);
            timers.advance(Duration.ofMillis(1));
            workOff();
        }
        telling.end(reading.done(""));

        assertThat(told).hasSizeBetween(MANY / 100, MANY / 100 + 2);
        assertThat(told.get(1).environments()).hasSize(100);
        Survey last = told.get(told.size() - 1);
        assertThat(last.stage()).isEqualTo(Survey.Stage.DONE);
        assertThat(last.environments())
                .hasSize(MANY)
                .allSatisfy(one -> assertThat(one.kernels()).containsExactly("k" + one.name()));
    }

    @Test
    void theTimersThreadOnlyHandsOver() {
        hear(1);

        timers.advance(Telling.PAUSE);

        assertThat(told).isEmpty();
        assertThat(handedOver).hasSize(1);
        workOff();
        assertThat(told)
                .singleElement()
                .satisfies(survey -> assertThat(survey.environments())
                        .extracting(Environment::name)
                        .containsExactly("1"));
    }

    @Test
    void whileOneIsUnderWayNoOtherIsDue() {
        hear(1);
        timers.advance(Telling.PAUSE);
        for (int i = 2; i < MANY; i++) {
            hear(i);
        }

        assertThat(timers.everSet()).isEqualTo(1);
        workOff();
        hear(MANY);
        assertThat(timers.everSet()).isEqualTo(2);
        assertThat(told).hasSize(1);
    }

    @Test
    void afterTheEndNothingIsTold() {
        hear(1);
        timers.advance(Telling.PAUSE);
        telling.end(reading.done(""));
        workOff();

        assertThat(told).extracting(Survey::stage).containsExactly(Survey.Stage.DONE);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void theEndDoesNotWaitForWhatIsDue() {
        hear(1);
        telling.end(reading.done(""));

        assertThat(timers.pending()).isZero();
        assertThat(told).hasSize(1);
    }

    /** In seconds where each kernel is compared with each environment. */
    @Test
    @Timeout(10)
    void aSurveyIsPutTogetherInTimeThatGrowsAsItDoes() {
        for (int i = 0; i < 50 * MANY; i++) {
            hear(i);
        }

        assertThat(reading.soFar().environments()).hasSize(50 * MANY);
    }
}
