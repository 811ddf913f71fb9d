package dev.rwtui.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PacingTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pacing pacing = new Pacing(Program.FRAME);

    @Test
    void theFirstFrameIsDueAtOnce() {
        assertThat(pacing.left(0)).isZero();
    }

    @Test
    void thereAreAtMostThirtyFramesASecond() {
        int frames = 0;
        for (long now = 0; now < SECOND; now += 100_000) {
            if (pacing.left(now) <= 0) {
                pacing.drew(now);
                frames++;
            }
        }

        assertThat(frames).isBetween(28, 31);
    }

    @Test
    void aFrameAfterAPauseIsDueAtOnce() {
        pacing.drew(0);

        assertThat(pacing.left(SECOND)).isNegative();
    }
}
