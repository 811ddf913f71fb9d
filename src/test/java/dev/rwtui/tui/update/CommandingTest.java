package dev.rwtui.tui.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.command.Command;
import dev.rwtui.tui.command.Completion;
import dev.rwtui.tui.model.Context;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line after a colon. */
final class CommandingTest {

    private static final HostAlias GPU17 = new HostAlias("gpu17");

    private static Story typing(String text) {
        return Story.givenHosts().press(":").type(text);
    }

    private static String line(Story story) {
        return story.state()
                .screen()
                .overlay()
                .map(overlay -> ((Overlay.CommandLine) overlay).text())
                .orElse("(none)");
    }

    private static Event read(long revision, HostSummary... more) {
        List<HostSummary> hosts = new ArrayList<>(Sample.hosts());
        hosts.addAll(List.of(more));
        return new Event.ConfigurationRead(revision, List.of(), hosts, List.of(), List.of("gpu*", "*.lab"));
    }

    private static HostSummary typed(HostAlias name) {
        return HostSummary.of(name, "me", new Endpoint(name.value(), 22)).from(HostSummary.Source.TYPED);
    }

    @Test
    void aColonOpensItAndEscLeavesIt() {
        Story story = Story.givenHosts().press(":");

        assertThat(story.state().context()).isEqualTo(Context.COMMANDING);
        assertThat(story.press("Esc").state().context()).isEqualTo(Context.HOSTS);
    }

    @Test
    void keysThatWouldDoSomethingAreTextThere() {
        Story story = typing("qx:?");

        assertThat(line(story)).isEqualTo("qx:?");
        story.asks();
    }

    @Test
    void whatIsPastedBecomesOneLine() {
        assertThat(line(Story.givenHosts().press(":").when(new Event.Pasted("connect\n a\tb"))))
                .isEqualTo("connect ab");
    }

    @Test
    void erasingOnAnEmptyLineLeaves() {
        Story story = typing("ab").press("Backspace");

        assertThat(line(story)).isEqualTo("a");
        assertThat(line(story.press("C-u"))).isEmpty();
        assertThat(story.press("Backspace").state().context()).isEqualTo(Context.HOSTS);
    }

    @Test
    void enterOnAnEmptyLineLeaves() {
        assertThat(typing("  ").press("Enter").state().context()).isEqualTo(Context.HOSTS);
    }

    @Test
    void aWordRunsItsCommand() {
        assertThat(typing("quit").press("Enter").state().closing()).contains(0);
        assertThat(typing("help").press("Enter").state().context()).isEqualTo(Context.HELP);
        typing("reload").press("Enter").asks(new Effect.ReloadConfiguration());
    }

    @Test
    void aBeginningThatOnlyOneHasIsEnough() {
        typing("relo").press("Enter").asks(new Effect.ReloadConfiguration());

        assertThat(typing("re")
                        .press("Enter")
                        .sees("there is no command re; near it: reconnect, reload, repaint")
                        .state()
                        .context())
                .isEqualTo(Context.COMMANDING);
    }

    @Test
    void anUnknownWordIsNamed() {
        typing("zap 1").press("Enter").sees("there is no command zap").asks();
    }

    @Test
    void anArgumentThatIsNotWantedIsSaid() {
        typing("quit now").press("Enter").sees("quit takes no argument").asks();
    }

    @Test
    void aCommandThatCannotWorkNowSaysWhy() {
        Story story = Story.givenHosts().press(":").type("disconnect");

        assertThat(Completion.of(story.state(), "disconnect").get(0).reason()).contains("cued is not connected");
        story.press("Enter").sees("cued is not connected").asks();
    }

    @Test
    void connectWithoutANameIsForTheShownHost() {
        typing("connect").press("Enter").asks(new Effect.Connect(Sample.CUED));
    }

    @Test
    void connectPicksTheRowOfAListedName() {
        Story story = typing("connect direwolf").press("Enter");

        story.asks(
                new Effect.Connect(Sample.DIREWOLF),
                new Effect.Look(story.state().screen().selected()));
        assertThat(story.state().screen().selected()).contains(Sample.DIREWOLF);
    }

    @Test
    void anAlternativeIsItsRow() {
        HostSummary board = typed(new HostAlias("board")).alsoCalled(List.of(new HostAlias("tb")));
        Story story = Story.given(read(1, board)).press(":").type("connect tb").press("Enter");

        assertThat(story.effects()).contains(new Effect.Connect(new HostAlias("board")));
        assertThat(story.state().screen().selected()).contains(new HostAlias("board"));
    }

    @Test
    void connectClearsAFilterThatWouldHideTheRow() {
        Story story = Story.givenHosts()
                .press("/")
                .type("cued")
                .press("Enter", ":")
                .type("connect gpu07")
                .press("Enter");

        assertThat(story.state().screen().filter().isActive()).isFalse();
        assertThat(story.state().shown().orElseThrow().alias()).isEqualTo(Sample.GPU07);
    }

    @Test
    void aRefusedHostIsPickedAndTheReasonSaid() {
        HostSummary bad = typed(GPU17).refused("~/.ssh/config:3: no");

        Story.given(read(1, bad))
                .press(":")
                .type("connect gpu17")
                .press("Enter")
                .sees("~/.ssh/config:3: no")
                .asks(new Effect.Look(java.util.Optional.of(GPU17)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu17", "me@gpu17", "ssh://me@gpu17:2222"})
    void aNameThatNobodyListsIsConnectedAllTheSame(String name) {
        typing("connect " + name)
                .press("Enter")
                .sees("connecting " + name)
                .asks(new Effect.Connect(new HostAlias(name)));
    }

    @Test
    void itsRowIsPickedWhenItArrives() {
        Story story = typing("connect gpu17").press("Enter").when(read(2, typed(GPU17)));

        assertThat(story.state().screen().selected()).contains(GPU17);
        story.doesNotSee("configuration read");
    }

    @Test
    void anotherReadingDoesNotMoveTheSelection() {
        Story story = typing("connect gpu17").press("Enter").when(read(2, typed(new HostAlias("other"))));

        assertThat(story.state().screen().selected()).contains(Sample.CUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect a b", "connect -oProxyCommand=x"})
    void whatIsNoNameIsRefusedAtOnce(String text) {
        typing(text).press("Enter").sees("connect takes one name").asks();
    }

    @Test
    void aTypedHostThatIsNotConnectedCanBeForgotten() {
        Story story = Story.given(read(1, typed(GPU17))).press("End");

        story.sees("x forget").press("x").asks(new Effect.Disconnect(GPU17));
    }

    @Test
    void tabTakesTheFirstSuggestionAndThenTheName() {
        Story story = typing("con").press("Tab");

        assertThat(line(story)).isEqualTo("connect ");
        assertThat(line(story.type("dire").press("Tab"))).isEqualTo("connect direwolf");
    }

    @Test
    void arrowsGoRoundTheSuggestionsAndTheTextItself() {
        Story story = typing("connect gpu").press("Down");

        assertThat(Completion.of(story.state(), "connect gpu"))
                .extracting(Completion.Suggestion::shown)
                .containsExactly("gpu07", "gpu08");
        assertThat(line(story.press("Down", "Tab"))).isEqualTo("connect gpu08");
        story.press("C-u").type("connect gpu").press("Up", "Enter");
        assertThat(story.effects()).contains(new Effect.Connect(Sample.GPU08));
    }

    @Test
    void aChosenCommandThatWantsANameIsCompletedByEnter() {
        assertThat(line(typing("con").press("Down", "Enter"))).isEqualTo("connect ");
    }

    @Test
    void aPatternIsAHintAndCannotBeTaken() {
        Story story = Story.given(read(1)).press(":").type("connect x.");

        assertThat(Completion.of(story.state(), "connect gpu1"))
                .extracting(Completion.Suggestion::shown)
                .containsExactly("gpu*", "*.lab");
        story.press("C-u").type("connect gpu1").press("Down", "Enter");
        assertThat(line(story)).isEqualTo("connect gpu1");
        assertThat(Completion.of(story.state(), "connect z"))
                .extracting(Completion.Suggestion::shown)
                .containsExactly("*.lab");
    }

    @ParameterizedTest
    @CsvSource({"wolf,direwolf", "GPU0,gpu07", "ued,cued"})
    void namesAreFoundByAnyPartAndCase(String typed, String found) {
        assertThat(Completion.of(Story.givenHosts().state(), "connect " + typed)
                        .get(0)
                        .shown())
                .isEqualTo(found);
    }

    @Test
    void findTakesItsTextAtOnce() {
        Story story = typing("find gpu").press("Enter");

        assertThat(story.state().screen().filter().text()).isEqualTo("gpu");
        assertThat(story.state().context()).isEqualTo(Context.HOSTS);
        assertThat(typing("find").press("Enter").state().context()).isEqualTo(Context.FINDING);
    }

    @Test
    void everyTypedCommandIsSuggested() {
        assertThat(Completion.of(Story.givenHosts().state(), "")).hasSameSizeAs(Command.typed());
    }

    @Test
    void changedSettingsAreSaidAndEnterReconnects() {
        Story story = Story.givenHosts()
                .when(
                        new Event.LinkChanged(Sample.NOW, Sample.CUED, 1, new Link.Up(Sample.NOW, List.of())),
                        new Event.SettingsChanged(Sample.CUED, 2, List.of("Port 22 is now 2222")));

        story.sees("Port 22 is now 2222", "settings changed", "Enter reconnect")
                .press("Enter")
                .asks(new Effect.Reconnect(Sample.CUED));
        story.when(new Event.SettingsChanged(Sample.CUED, 3, List.of())).doesNotSee("Port 22 is now 2222");
    }

    @Test
    void whatIsRefusedNowIsSaidOnceAndTheSessionStays() {
        String why = "~/.ssh/config:3: Bad configuration option: prot";
        Story.givenHosts()
                .when(
                        new Event.LinkChanged(Sample.NOW, Sample.CUED, 1, new Link.Up(Sample.NOW, List.of())),
                        Sample.read(2, List.of(Sample.cued().refused(why))),
                        new Event.SettingsChanged(Sample.CUED, 2, List.of("the configuration now refuses it: " + why)))
                .sees("Bad configuration option", "The session stays as it is. Mend the file", "settings changed")
                .doesNotSee("refuses it")
                .doesNotSee("Enter reconnects");
    }

    @Test
    void anOlderWordOnSettingsIsIgnored() {
        Story.givenHosts()
                .when(
                        new Event.LinkChanged(Sample.NOW, Sample.CUED, 1, new Link.Up(Sample.NOW, List.of())),
                        new Event.SettingsChanged(Sample.CUED, 5, List.of()),
                        new Event.SettingsChanged(Sample.CUED, 4, List.of("Port 22 is now 2222")))
                .doesNotSee("Port 22 is now 2222");
    }

    @Test
    void changedSettingsOfAnotherHostAreTold() {
        Story.givenHosts()
                .when(new Event.SettingsChanged(Sample.DIREWOLF, 2, List.of("User a is now b")))
                .sees("direwolf: its settings have changed");
    }

    @Test
    void aSessionCanBeMadeAgainAtAnyTime() {
        Story story = Story.givenHosts().press("r").sees("cued is not connected: Enter connects");

        story.when(new Event.LinkChanged(Sample.NOW, Sample.CUED, 1, new Link.Up(Sample.NOW, List.of())))
                .press("r")
                .asks(new Effect.Reconnect(Sample.CUED));
    }

    @Test
    void aChoiceStaysWithItsHostWhenTheConfigurationChanges() {
        Story story = typing("connect gpu1").when(read(2, typed(GPU17))).press("Down");

        story.when(read(3, typed(new HostAlias("gpu11")), typed(GPU17))).press("Tab");

        assertThat(line(story)).isEqualTo("connect gpu17");
    }

    @Test
    void aChoiceThatIsGoneRunsNothing() {
        Story story = typing("connect gpu1").when(read(2, typed(GPU17))).press("Down");

        story.when(read(3)).press("Enter");

        assertThat(line(story)).isEqualTo("connect gpu1");
        story.asks();
    }
}
