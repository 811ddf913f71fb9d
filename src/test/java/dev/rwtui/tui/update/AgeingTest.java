package dev.rwtui.tui.update;

import static dev.rwtui.tui.testing.Sample.BOARD;
import static dev.rwtui.tui.testing.Sample.CUED;
import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.NOW;
import static dev.rwtui.tui.testing.Sample.failure;
import static dev.rwtui.tui.testing.Sample.link;
import static dev.rwtui.tui.testing.Sample.tunnel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import dev.rwtui.tunnel.model.TunnelState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes only because time goes on, and when rwtui wants to be told. */
final class AgeingTest {

    @Test
    void nothingWithAnAgeAsksForNoTick() {
        Story story = Story.given(dev.rwtui.tui.testing.Sample.read(1, dev.rwtui.tui.testing.Sample.hosts()));

        assertThat(story.wakes()).isEmpty();
    }

    @Test
    void theAgeOfAProofGoesInStepsOfFiveSeconds() {
        Story story = Story.givenDirewolf().when(tunnel(BOARD, 1, new TunnelState.Up(NOW)));
        story.sees("up · just now");
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(5));

        story.tick(NOW.plusSeconds(5)).sees("up · 5 s ago");
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(10));

        story.tick(NOW.plusMillis(14_999)).sees("up · 10 s ago");
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(15));

        story.tick(NOW.plusSeconds(15))
                .sees("not checked lately", "last answered at 14:02")
                .doesNotSee("up · ");
        assertThat(story.wakes()).isEmpty();
    }

    @Test
    void theCountdownOfARetryGoesInSecondsWithinTheLastMinute() {
        Failure cause = failure(Failure.Kind.LOST, CUED, "gone", "");
        Story story = Story.givenDirewolf().when(link(DIREWOLF, 1, new Link.Retrying(cause, 1, NOW.plusSeconds(130))));
        story.sees("retrying in 3 min");
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(10));

        story.tick(NOW.plusSeconds(71)).sees("retrying in 59 s");
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(72));

        story.tick(NOW.plusSeconds(131)).sees("retrying in 0 s");
        assertThat(story.wakes()).isEmpty();
    }

    @Test
    void theUptimeGoesInMinutes() {
        Story story = Story.givenDirewolf().when(link(DIREWOLF, 1, new Link.Up(NOW, List.of())));
        story.sees("● up now");
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(60));

        story.tick(NOW.plusSeconds(60)).sees("● up 1m");
    }

    @Test
    void aRoundTripThatIsNotMeasuredAnyMoreSaysHowOldItIs() {
        Story story = Story.givenDirewolf().when(link(DIREWOLF, 1, Sample.up()));
        story.sees("─4 ms─").doesNotSee("ago");
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(30));

        story.tick(NOW.plusSeconds(30)).sees("─4 ms, 30 s ago─ cued ─1 ms, 30 s ago─ direwolf");
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(45));
    }

    @Test
    void aLingeringGatewaySaysWhenItCloses() {
        Story story = Story.givenHosts().when(link(CUED, 1, new Link.Lingering(NOW, NOW.plusSeconds(600))));

        story.sees("closes in 10 min", "lingers");
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(60));
    }

    @Test
    void agesOfAHostThatIsNotShownAskForNoTick() {
        Story story = Story.givenHosts()
                .when(tunnel(BOARD, 1, new TunnelState.Up(NOW)), link(DIREWOLF, 1, new Link.Up(NOW, List.of())));

        assertThat(story.wakes()).isEmpty();
    }

    @Test
    void aTickBeforeItsTimeChangesNothingAndAsksAgain() {
        AppState before = Story.givenDirewolf()
                .when(tunnel(BOARD, 1, new TunnelState.Up(NOW)))
                .state();

        Story story = Story.of(before).tick(NOW.plusSeconds(3));

        assertThat(story.state()).isEqualTo(before);
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(5));
    }

    @Test
    void theSameWishIsNotRepeated() {
        Story story = Story.givenDirewolf().when(tunnel(BOARD, 1, new TunnelState.Up(NOW)));

        assertThat(story.press("]").wakes()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackIsFollowed() {
        Story story = Story.givenDirewolf().when(tunnel(BOARD, 1, new TunnelState.Up(NOW)));

        story.tick(NOW.minus(Duration.ofHours(1))).sees("up · just now");

        assertThat(story.state().now()).isEqualTo(NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void anEventWithoutATimeLeavesTheOldOne() {
        Story story = Story.givenHosts().when(new Event.Resized(100, 40));

        assertThat(story.state().now()).isEqualTo(NOW);
    }
}
