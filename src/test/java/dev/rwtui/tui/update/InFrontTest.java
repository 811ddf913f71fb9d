package dev.rwtui.tui.update;

import static dev.rwtui.tui.testing.Sample.BOARD;
import static dev.rwtui.tui.testing.Sample.CUED;
import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.GPU07;
import static dev.rwtui.tui.testing.Sample.JUPYTER;
import static dev.rwtui.tui.testing.Sample.NOW;
import static dev.rwtui.tui.testing.Sample.asked;
import static dev.rwtui.tui.testing.Sample.hostKey;
import static dev.rwtui.tui.testing.Sample.password;
import static dev.rwtui.tui.testing.Sample.question;
import static dev.rwtui.tui.testing.Sample.tunnel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.model.Question;
import dev.rwtui.tui.model.AnswerEntry;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Context;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Facts;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import dev.rwtui.tunnel.model.TunnelState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions, finding, help, log, quitting: what takes the keys for itself. */
final class InFrontTest {

    @Test
    void aPasswordIsShownByItsLengthAloneAndSent() {
        Story story = Story.givenDirewolf().when(asked(question(1, CUED, password())));
        story.sees("cued asks, on the way to direwolf", "'s password:");
        assertThat(story.state().answerEntry()).contains(new AnswerEntry(1, 0, List.of(Question.Echo.HIDDEN)));

        story.when(new Event.AnswerTyped(1, 0, 5, "")).sees("•••••").doesNotSee("••••••");
        story.when(new Event.AnswerTyped(1, 0, 500, "")).sees("•".repeat(24)).doesNotSee("•".repeat(25));

        story.when(new Event.AnswerEntered(1)).asks(new Effect.SendTyped(1));
        assertThat(story.state().questions()).isEmpty();
        assertThat(story.state().answerEntry()).isEmpty();
    }

    @Test
    void whatIsTypedGoesToItsFieldOnly() {
        Question.Fields two = new Question.Fields(
                "",
                "",
                List.of(
                        new Question.Field("", Question.Echo.SHOWN),
                        new Question.Field("Code:", Question.Echo.HIDDEN)));
        Story story = Story.givenDirewolf().when(asked(question(1, DIREWOLF, two)));

        story.when(new Event.AnswerTyped(1, 0, 3, "tom"), new Event.AnswerTyped(1, 1, 2, ""));
        story.sees("Answer needed", "> tom", "Code: ••", "direwolf asks").doesNotSee("on the way");
        assertThat(story.state().answerEntry().orElseThrow().echo()).isEqualTo(Question.Echo.HIDDEN);

        AppState before = story.state();
        story.when(
                new Event.AnswerTyped(1, 2, 1, "x"),
                new Event.AnswerTyped(1, -1, 1, "x"),
                new Event.AnswerTyped(7, 0, 1, "x"));
        assertThat(story.state()).isEqualTo(before);
    }

    @Test
    void questionsQueueAndTheFirstStaysInFront() {
        Story story = Story.givenDirewolf()
                .when(
                        asked(question(1, CUED, password())),
                        asked(question(2, CUED, hostKey())),
                        asked(question(3, DIREWOLF, password())));
        story.sees("Password (1 of 3)");

        story.press("Esc").asks(new Effect.SendNo(1)).sees("Unknown host key (1 of 2)");
    }

    @Test
    void aQuestionIsAskedOnce() {
        Story story = Story.givenDirewolf().when(asked(question(1, CUED, password())));
        AppState before = story.state();

        assertThat(Reducer.step(before, asked(question(1, CUED, hostKey()))).state())
                .isEqualTo(before);
    }

    @Test
    void onlyYAcceptsAHostKey() {
        Story.givenDirewolf()
                .when(asked(question(2, CUED, hostKey())))
                .press("y")
                .asks(new Effect.SendYes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "Esc", "Enter"})
    void everyOtherAnswerRefusesAHostKey(String key) {
        Story.givenDirewolf()
                .when(asked(question(2, CUED, hostKey())))
                .press(key)
                .asks(new Effect.SendNo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "x", "t", "j", "Y", "/"})
    void otherKeysDoNothingWhileAHostKeyIsShown(String key) {
        Story story = Story.givenDirewolf().when(asked(question(2, CUED, hostKey())));
        AppState before = story.state();

        assertThat(story.press(key).state()).isEqualTo(before);
    }

    @Test
    void aHostKeyWithoutAFileToRecordItInSaysSo() {
        Question.UnknownHostKey key = new Question.UnknownHostKey("gate", "ssh-rsa", "SHA256:x", Optional.empty());

        Story.givenDirewolf().when(asked(question(2, CUED, key))).sees("counts for this time only");
        Story.givenDirewolf()
                .when(asked(question(2, CUED, hostKey())))
                .sees("ssh-ed25519", "SHA256:p2QAMXNIC1TJYWeIOttrVc98/R1BUFWu3/LiyKgUfQM", "~/.ssh/known_hosts");
    }

    @Test
    void aWithdrawnQuestionGoesAndSaysWhy() {
        Story story =
                Story.givenDirewolf().when(asked(question(1, CUED, password())), asked(question(2, CUED, hostKey())));

        story.when(new Event.QuestionWithdrawn(1, "cued hung up")).sees("the question was withdrawn: cued hung up");
        story.when(new Event.QuestionWithdrawn(2, " "));

        assertThat(story.state().questions()).isEmpty();
        AppState before = story.state();
        story.when(new Event.QuestionWithdrawn(2, "late"), new Event.AnswerEntered(2))
                .asks();
        assertThat(story.state()).isEqualTo(before);
    }

    @Test
    void aQuestionWithoutAFieldIsSentByEnter() {
        Question.Fields none = new Question.Fields("Notice", "Maintenance tonight.", List.of());
        Story story = Story.givenDirewolf().when(asked(question(4, CUED, none)));
        story.sees("Maintenance tonight.");
        assertThat(story.state().answerEntry()).isEmpty();

        story.press("Enter").asks(new Effect.SendTyped(4));
    }

    @Test
    void theDeadlineIsHintedAtInMinutes() {
        Story story = Story.givenDirewolf().when(asked(question(1, CUED, password())));
        story.sees("in about 2 min");
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(60));

        story.tick(NOW.plusSeconds(60)).sees("in less than a minute");
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(120));

        story.tick(NOW.plusSeconds(120)).sees("may have hung up");
        assertThat(story.wakes()).isEmpty();
    }

    @Test
    void findingNarrowsTheListAndSelectsAMatch() {
        Story story = Story.givenHosts().press("/").type("gpu");
        story.sees("/gpu", "2 of 4").doesNotSee("◇ cued");
        assertThat(story.state().screen().selected()).contains(GPU07);

        story.press("Down", "Enter").sees("gpu08", "/gpu");
        assertThat(story.state().context()).isEqualTo(Context.HOSTS);

        story.press("Esc").sees("◇ cued").doesNotSee("/gpu");
    }

    @Test
    void findingLooksInDescriptionsAndDestinationsAndHeedsCapitals() {
        assertThat(found("cambridge")).isEqualTo(2);
        assertThat(found("Cambridge")).isEqualTo(2);
        assertThat(found("CAMBRIDGE")).isZero();
        assertThat(found("gate.eng")).isEqualTo(1);
    }

    @Test
    void whatIsTypedToFindCanBeErased() {
        Story story = Story.givenHosts().press("/").type("gp🚀").press("Backspace");
        assertThat(story.state().screen().filter().text()).isEqualTo("gp");

        story.press("C-u");
        assertThat(story.state().screen().filter().text()).isEmpty();
        story.press("Backspace").type("x").press("Up");
        assertThat(story.state().screen().filter().text()).isEqualTo("x");
        story.press("F5");
        assertThat(story.state().screen().filter().text()).isEqualTo("x");
    }

    @Test
    void aFilterWithoutAMatchIsNotKept() {
        Story story = Story.givenHosts().press("/").type("nowhere").sees("No host matches");

        story.press("Enter").sees("no host matches: Esc clears the filter");
        assertThat(story.state().context()).isEqualTo(Context.FINDING);

        story.press("Esc");
        assertThat(story.state().visibleHosts()).hasSize(4);
    }

    @Test
    void pastedTextIsFoundWithoutItsControls() {
        Story story = Story.givenHosts().press("/").when(new Event.Pasted("gpu\n08\u001b"));

        assertThat(story.state().screen().filter().text()).isEqualTo("gpu08");
        story.when(new Event.Pasted("x".repeat(1000)));
        assertThat(story.state().screen().filter().text()).hasSize(200);
    }

    @Test
    void pastedTextElsewhereDoesNothing() {
        AppState before = Story.givenHosts().state();

        assertThat(Reducer.step(before, new Event.Pasted("q")).state()).isEqualTo(before);
    }

    @Test
    void aReloadThatLeavesNoMatchClearsTheFilter() {
        Story story = Story.givenHosts().press("/").type("gpu").press("Enter");

        story.when(Sample.read(2, List.of(Sample.cued())));

        assertThat(story.state().screen().filter().isActive()).isFalse();
        assertThat(story.state().screen().selected()).contains(CUED);
    }

    @Test
    void qQuitsAtOnceWhereNothingIsOpen() {
        assertThat(Story.givenHosts().press("q").state().closing()).contains(0);
    }

    @Test
    void qAsksWhileTunnelsAreOpenAndStaysByDefault() {
        for (String key : List.of("n", "Esc", "Enter")) {
            Story story = open().press("q").sees("Quit rwtui?", "2 tunnels would close, with 2 connections");

            story.press(key).doesNotSee("Quit rwtui?");

            assertThat(story.state().closing()).isEmpty();
        }
        assertThat(open().press("q", "y").state().closing()).contains(0);
        assertThat(open().press("q", "q").state().closing()).isEmpty();
    }

    @Test
    void aSecondCtrlCGoesAtOnce() {
        Story story = open().press("C-c");
        assertThat(story.state().closing()).isEmpty();

        assertThat(story.press("C-c").state().closing()).contains(0);
    }

    @Test
    void ctrlCAsksOverAQuestionToo() {
        Story story =
                open().when(asked(question(1, CUED, password()))).press("C-c").sees("Quit rwtui?");
        assertThat(story.state().answerEntry()).isEmpty();

        story.press("Esc").sees("'s password:");

        assertThat(story.state().answerEntry()).isPresent();
    }

    @Test
    void helpScrollsAndStopsAtItsEnds() {
        Story story = Story.givenHosts().resized(80, 24).press("?").sees("Everywhere", "↓ more");

        story.press("End").sees("stay", "─ end ─").press("Down").sees("stay");
        story.press("Up", "Down", "PgUp", "Home").sees("Everywhere");

        for (String key : List.of("Esc", "q", "?", "!")) {
            assertThat(Story.of(story.state()).press(key).state().context()).isEqualTo(Context.HOSTS);
        }
    }

    @Test
    void aHighScreenShowsAllOfTheHelp() {
        Story.givenHosts()
                .resized(120, 140)
                .press("?")
                .sees("Everywhere", "stay")
                .doesNotSee("↓ more", "─ end ─");
    }

    @Test
    void theLogFollowsUntilItIsScrolledUp() {
        Story story = Story.givenHosts().press("!").sees("Nothing has happened yet.");
        for (int i = 0; i < 100; i++) {
            story.when(logged("line " + i));
        }
        story.sees("line 99");

        story.press("Up")
                .when(logged("the newest"))
                .sees("line 98", "Log, 2 back")
                .doesNotSee("the newest");
        story.press("Home").sees("line 0").press("End").sees("the newest");
    }

    @Test
    void theLogKeepsItsNewestThousandLines() {
        Story story = Story.givenHosts();

        for (int i = 0; i < Facts.LOG_LINES + 5; i++) {
            story.when(logged("line " + i));
        }

        assertThat(story.state().facts().log()).hasSize(Facts.LOG_LINES);
        assertThat(story.state().facts().log().get(0).text()).isEqualTo("line 5");
    }

    @Test
    void anEffectThatFailedIsSaid() {
        Story.givenHosts()
                .when(new Event.EffectFailed(NOW, "opening the browser", "xdg-open: not found"))
                .sees("✕ opening the browser failed: xdg-open: not found");
    }

    @Test
    void aMessageFromAKeyLearnsTheTimeAndGoes() {
        Story story = Story.givenDirewolf().press("o").sees("6006 is not open");
        assertThat(story.wakes()).containsExactly(story.state().now());

        story.after(Duration.ofSeconds(100)).sees("6006 is not open");
        assertThat(story.wakes()).containsExactly(NOW.plusSeconds(105));

        story.after(Duration.ofSeconds(105)).doesNotSee("6006 is not open");
        assertThat(story.wakes()).isEmpty();
    }

    @Test
    void aLongAnswerShowsItsEnd() {
        Question.Fields name =
                new Question.Fields("Name", "", List.of(new Question.Field("Name:", Question.Echo.SHOWN)));
        Story story = Story.givenDirewolf().resized(60, 20).when(asked(question(1, CUED, name)));

        story.when(new Event.AnswerTyped(1, 0, 103, "a".repeat(100) + "end"));

        story.sees("aaaend").doesNotSee("a".repeat(60));
    }

    @Test
    void whoSeesNoPaneActsOnNone() {
        Story story = open().resized(59, 20).sees("rwtui needs 60 x 20, this is 59 x 20");
        AppState before = story.state();

        assertThat(story.press("x", "t", "y", "Enter", "Down", "/").asks().state())
                .isEqualTo(before);
        story.press("C-l").asks(new Effect.Repaint());
        assertThat(story.press("C-c", "C-c").state().closing()).contains(0);
    }

    @Test
    void repaintAndSuspendAreAskedForFromAnywhere() {
        Story.givenHosts().press("C-l").asks(new Effect.Repaint());
        Story.givenHosts().press("?", "C-z").asks(new Effect.Suspend());
    }

    private static int found(String text) {
        return Story.givenHosts().press("/").type(text).state().visibleHosts().size();
    }

    private static Story open() {
        return Story.givenDirewolf()
                .when(
                        tunnel(BOARD, 1, new TunnelState.Up(NOW), Sample.BUSY),
                        tunnel(JUPYTER, 1, new TunnelState.WaitingForSession(NOW)));
    }

    private static Event logged(String text) {
        return new Event.Logged(new Event.LogLine(NOW, Event.Severity.INFO, Optional.empty(), text));
    }
}
