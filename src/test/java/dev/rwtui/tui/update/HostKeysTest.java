package dev.rwtui.tui.update;

import static dev.rwtui.tui.testing.Sample.BOARD;
import static dev.rwtui.tui.testing.Sample.CUED;
import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.GPU07;
import static dev.rwtui.tui.testing.Sample.GPU08;
import static dev.rwtui.tui.testing.Sample.JUPYTER;
import static dev.rwtui.tui.testing.Sample.NOW;
import static dev.rwtui.tui.testing.Sample.failure;
import static dev.rwtui.tui.testing.Sample.link;
import static dev.rwtui.tui.testing.Sample.read;
import static dev.rwtui.tui.testing.Sample.tunnel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import dev.rwtui.tunnel.model.TunnelState;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Choosing a host, connecting and disconnecting it. */
final class HostKeysTest {

    private static final Failure LOST = failure(Failure.Kind.LOST, CUED, "no answer", "");
    private static final Link CONNECTING = new Link.Connecting(CUED, 1, 2, dev.rwtui.ssh.model.Step.REACHING);

    @Test
    void theFirstHostIsShownAndLookedAt() {
        Story story = Story.given(read(1, Sample.hosts()));

        story.asks(new Effect.Look(java.util.Optional.of(CUED)));
        assertThat(story.state().screen().selected()).contains(CUED);
    }

    @Test
    void arrowsMoveInTheOrderOfTheFileAndStopAtTheEnds() {
        Story story = Story.givenHosts();

        assertThat(selected(story.press("Down"))).isEqualTo(DIREWOLF);
        assertThat(selected(story.press("j", "j", "j", "j"))).isEqualTo(GPU08);
        assertThat(selected(story.press("k"))).isEqualTo(GPU07);
        assertThat(selected(story.press("Home"))).isEqualTo(CUED);
        assertThat(selected(story.press("Up"))).isEqualTo(CUED);
        assertThat(selected(story.press("End"))).isEqualTo(GPU08);
        assertThat(selected(story.press("PgUp"))).isEqualTo(CUED);
        assertThat(selected(story.press("PgDn"))).isEqualTo(GPU08);
    }

    @Test
    void movingToAnotherHostLooksAtIt() {
        Story.givenHosts().press("Down").asks(new Effect.Look(java.util.Optional.of(DIREWOLF)));
    }

    @Test
    void enterConnectsAndSaysSoAtOnce() {
        Story story = Story.givenDirewolf().press("Enter");

        story.asks(new Effect.Connect(DIREWOLF)).sees("◐ direwolf", "connecting");
    }

    @Test
    void theMarkOfAWishGoesWithTheFirstAnswer() {
        Story story = Story.givenDirewolf().press("Enter").when(link(DIREWOLF, 1, new Link.Idle()));

        assertThat(story.state().screen().pending()).isEmpty();
    }

    @Test
    void theMarkOfAWishGoesWithWordOfATunnelToo() {
        Story story = Story.givenDirewolf().press("Enter").when(tunnel(BOARD, 1, new TunnelState.Opening()));

        assertThat(story.state().screen().pending()).isEmpty();
    }

    @Test
    void theMarkOfAWishThatNobodyAnswersIsGivenUp() {
        Story story = Story.givenDirewolf().press("Enter").after(Duration.ofMillis(10));
        assertThat(story.wakes()).containsExactly(NOW.plusMillis(5010));

        story.after(Duration.ofMillis(5010));

        assertThat(story.state().screen().pending()).isEmpty();
        story.doesNotSee("connecting");
    }

    @Test
    void enterOnAConnectingHostSaysWhyItDoesNothing() {
        Story.givenDirewolf()
                .when(link(DIREWOLF, 1, CONNECTING))
                .press("Enter")
                .asks()
                .sees("direwolf is connecting: Esc cancels");
    }

    @Test
    void enterOnAHostThatIsAllUpSaysWhyItDoesNothing() {
        Story story = Story.givenDirewolf()
                .when(
                        link(DIREWOLF, 1, Sample.up()),
                        tunnel(BOARD, 1, new TunnelState.Up(NOW)),
                        tunnel(JUPYTER, 1, new TunnelState.Up(NOW)));

        story.press("Enter").asks().sees("direwolf is up: x disconnects");
    }

    @Test
    void enterOnAHostWithAClosedForwardOpensIt() {
        Story story =
                Story.givenDirewolf().when(link(DIREWOLF, 1, Sample.up()), tunnel(BOARD, 1, new TunnelState.Up(NOW)));

        story.press("Enter").asks(new Effect.Connect(DIREWOLF));
    }

    @Test
    void enterOnAHostThatIsUpAndHasNoForwardSaysSo() {
        Story.givenHosts()
                .when(link(CUED, 1, Sample.up()))
                .press("Enter")
                .asks()
                .sees("cued is up");
    }

    @Test
    void enterOnARetryingHostRetriesNow() {
        Story.givenDirewolf()
                .when(link(DIREWOLF, 1, new Link.Retrying(LOST, 2, NOW.plusSeconds(30))))
                .sees("retrying in 30 s", "Enter retry now")
                .press("Enter")
                .asks(new Effect.Connect(DIREWOLF));
    }

    @Test
    void aHostThatTheConfigurationRefusesSaysWhy() {
        HostSummary bad = Sample.refused(Sample.direwolf(), "config:3: bad port", "no X11");

        Story story = Story.given(read(bad)).press("Enter");

        story.asks().sees("! config:3: bad port");
        story.press("t").asks().press("a").asks();
        story.press("2", "Enter").asks();
    }

    @Test
    void withoutAnyHostEachKeySaysSo() {
        for (String key : List.of("Enter", "x", "t", "a", "o", "y", "p", "[", "]")) {
            Story.given(read()).press(key).asks().sees("there is no host to act on");
        }
        Story.given(read()).press("Down").asks();
        Story.given(read()).press("/").asks().sees("there is no host to find");
    }

    @Test
    void escCancelsAConnectingHost() {
        Story.givenDirewolf()
                .when(link(DIREWOLF, 1, CONNECTING))
                .press("Esc")
                .asks(new Effect.CancelConnecting(DIREWOLF))
                .sees("cancelling");
    }

    @Test
    void escCancelsAConnectionThatWasOnlyJustAskedFor() {
        Story.givenDirewolf()
                .press("Enter", "Esc")
                .asks(new Effect.Connect(DIREWOLF), new Effect.CancelConnecting(DIREWOLF));
    }

    @Test
    void escWithNothingToCancelDoesNotQuit() {
        Story story = Story.givenDirewolf().press("Esc");

        story.asks().sees("nothing to cancel: q quits");
        assertThat(story.state().closing()).isEmpty();
        story.press("Esc").doesNotSee("nothing to cancel");
    }

    @Test
    void xEndsTheSession() {
        Story.givenDirewolf()
                .when(link(DIREWOLF, 1, Sample.up()))
                .press("x")
                .asks(new Effect.Disconnect(DIREWOLF))
                .sees("disconnecting");
    }

    @Test
    void xOnAnIdleOrFailedHostSaysWhyItDoesNothing() {
        Story.givenDirewolf().press("x").asks().sees("direwolf is not connected");
        Story.givenDirewolf()
                .when(link(DIREWOLF, 1, new Link.Failed(LOST, NOW)))
                .press("x")
                .asks()
                .sees("direwolf is not connected");
    }

    @Test
    void xClosesTunnelsThatStillListenOnAFailedHost() {
        Story.givenDirewolf()
                .when(link(DIREWOLF, 1, new Link.Failed(LOST, NOW)))
                .when(tunnel(BOARD, 1, new TunnelState.WaitingForSession(NOW)))
                .press("x")
                .asks(new Effect.Disconnect(DIREWOLF));
    }

    @Test
    void aLateNoticeOfALinkChangesNothing() {
        AppState before =
                Story.givenDirewolf().when(link(DIREWOLF, 5, Sample.up())).state();

        for (long revision : new long[] {4, 5}) {
            Event late = new Event.LinkChanged(NOW.plusSeconds(9), DIREWOLF, revision, new Link.Idle());
            assertThat(Reducer.step(before, late)).isEqualTo(new Step(before, List.of()));
        }
    }

    @Test
    void aHostThatIsNotShownRaisesItsVoiceWhenItFails() {
        Failure cause = failure(Failure.Kind.AUTHENTICATION_REFUSED, CUED, "Permission denied", "");
        Story story = Story.givenDirewolf();

        story.when(link(GPU07, 1, new Link.Failed(cause, NOW))).sees("✕ gpu07: cued: Permission denied");
        story.when(link(CUED, 1, new Link.Failed(cause, NOW))).sees("✕ cued: Permission denied");
    }

    @Test
    void aHostThatIsNotShownRaisesItsVoiceWhenItIsLost() {
        Story story = Story.givenDirewolf().when(link(CUED, 1, Sample.up()));

        story.when(link(CUED, 2, new Link.Retrying(LOST, 1, NOW))).sees("! cued: no answer");
        story.after(Duration.ofSeconds(6)).doesNotSee("! cued: no answer");
        story.when(link(CUED, 3, new Link.Retrying(LOST, 2, NOW))).doesNotSee("! cued: no answer");
    }

    @Test
    void theShownHostAndACancelledOneRaiseNoVoice() {
        Failure cancelled = failure(Failure.Kind.CANCELLED, CUED, "cancelled", "");
        Story story = Story.givenDirewolf()
                .when(link(DIREWOLF, 1, new Link.Failed(LOST, NOW)), link(CUED, 1, new Link.Failed(cancelled, NOW)))
                .when(link(GPU07, 1, Sample.up()), link(GPU07, 2, new Link.Idle()));

        assertThat(story.state().screen().toast()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Failure.Kind.class)
    void everyKindOfFailureHasWordsAndAWayOn(Failure.Kind kind) {
        Story story = Story.givenDirewolf()
                .when(link(DIREWOLF, 1, new Link.Failed(failure(kind, CUED, "the reason", "do this"), NOW)));

        story.sees("Enter retry now");
        if (kind == Failure.Kind.CANCELLED) {
            story.sees("Cancelled at 14:02");
        } else {
            story.sees("✕ cued: the reason", "do this", "here ─✕─ cued");
        }
    }

    @Test
    void aReloadKeepsTheSelectionByName() {
        Story story = Story.givenHosts().press("Down", "Down");

        story.when(read(2, List.of(Sample.host(GPU07, ""), Sample.cued()))).asks();

        assertThat(selected(story)).isEqualTo(GPU07);
        story.sees("configuration read: 2 hosts");
    }

    @Test
    void aReloadWithoutTheSelectedHostTakesTheOneInItsPlace() {
        Story story = Story.givenHosts().press("Down", "Down");

        story.when(read(2, List.of(Sample.cued(), Sample.direwolf())));
        assertThat(selected(story)).isEqualTo(DIREWOLF);

        story.when(read(3, List.of())).asks(new Effect.Look(java.util.Optional.empty()));
        story.when(read(4, List.of(Sample.cued())));
        assertThat(selected(story)).isEqualTo(CUED);
        story.sees("configuration read: 1 host");
    }

    @Test
    void aHostTakenOutOfTheFilesStaysWhileItIsAlive() {
        Story story = Story.givenDirewolf()
                .when(link(DIREWOLF, 1, Sample.up()), link(GPU07, 1, new Link.Failed(LOST, NOW)))
                .when(read(2, List.of(Sample.cued())));
        story.sees("direwolf", "no longer in the").doesNotSee("gpu07", "gpu08");

        story.when(link(DIREWOLF, 2, new Link.Idle()), tunnel(BOARD, 1, new TunnelState.WaitingForSession(NOW)));
        story.when(read(3, List.of(Sample.cued()))).sees("no longer in the");

        story.when(tunnel(BOARD, 2, new TunnelState.Off())).when(read(4, List.of(Sample.cued())));
        story.doesNotSee("direwolf");
    }

    @Test
    void anOlderConfigurationChangesNothing() {
        AppState before = Story.givenHosts().state();

        assertThat(Reducer.step(before, read(1, List.of()))).isEqualTo(new Step(before, List.of()));
    }

    @Test
    void refreshReadsTheConfigurationAgain() {
        Story.givenHosts().press("R").asks(new Effect.ReloadConfiguration()).sees("reading the configuration again");
    }

    @Test
    void aLongListScrollsWithTheSelection() {
        List<HostSummary> many = IntStream.range(0, 80)
                .mapToObj(i -> Sample.host(new HostAlias("host" + i), ""))
                .toList();
        Story story = Story.given(read(1, many)).press("End");

        story.sees("host79").doesNotSee("host0 ");
        story.press("Home").sees("host0 ").doesNotSee("host79");
    }

    @Test
    void anAliasThatIsListedTwiceIsOneHost() {
        Story story = Story.given(read(Sample.cued(), Sample.cued(), Sample.direwolf()));

        assertThat(selected(story.press("Down"))).isEqualTo(DIREWOLF);
    }

    @Test
    void unknownKeysDoNothing() {
        AppState before = Story.givenDirewolf().state();

        assertThat(Story.of(before).press("F5", "M-x", "G").state()).isEqualTo(before);
    }

    private static HostAlias selected(Story story) {
        return story.state().screen().selected().orElseThrow();
    }
}
