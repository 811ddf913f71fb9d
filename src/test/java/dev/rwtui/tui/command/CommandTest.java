package dev.rwtui.tui.command;

import static dev.rwtui.tui.testing.Sample.BOARD;
import static dev.rwtui.tui.testing.Sample.CUED;
import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.JUPYTER;
import static dev.rwtui.tui.testing.Sample.NOW;
import static dev.rwtui.tui.testing.Sample.link;
import static dev.rwtui.tui.testing.Sample.tunnel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Step;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.Context;
import dev.rwtui.tui.model.Key;
import dev.rwtui.tui.testing.Golden;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import dev.rwtui.tunnel.model.TunnelState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CommandTest {

    @ParameterizedTest
    @EnumSource(Context.class)
    void noTwoCommandsShareAKeyInOneContext(Context context) {
        Map<Key, Command> owners = new HashMap<>();

        for (Command command : Command.values()) {
            if (command.contexts().contains(context)) {
                command.keys()
                        .forEach(key -> assertThat(owners.put(key, command))
                                .as("%s of %s", key, command)
                                .isNull());
            }
        }

        assertThat(owners).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Context.class,
            names = {"FINDING", "COMMANDING", "ANSWERING"})
    void noCharacterIsTakenAwayFromWhatIsTyped(Context context) {
        List<Command> commands = Arrays.stream(Command.values())
                .filter(command -> command.contexts().contains(context))
                .toList();

        assertThat(commands).noneMatch(command -> command.keys().stream().anyMatch(Key::isCharacter));
    }

    @ParameterizedTest
    @EnumSource(Context.class)
    void ctrlCWorksEverywhere(Context context) {
        assertThat(Command.of(new Key("C-c"), context)).contains(Command.INTERRUPT);
    }

    @Test
    void escapeNeverQuits() {
        for (Context context : Context.values()) {
            assertThat(Command.of(new Key("Esc"), context).orElseThrow())
                    .isNotIn(Command.QUIT, Command.INTERRUPT, Command.QUIT_ANYWAY);
        }
    }

    @Test
    void noTwoCommandsAreTypedAlike() {
        assertThat(Command.typed())
                .extracting(Command::word)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z-]+"));
    }

    @Test
    void everyCommandIsInTheHelpOnce() {
        List<Command> listed = HelpPage.all().stream()
                .flatMap(section -> section.commands().stream())
                .toList();

        assertThat(listed).containsExactlyInAnyOrder(Command.values());
        assertThat(HelpPage.all()).noneMatch(section -> section.commands().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void everyHelpLineFitsTheSmallestScreen(Command command) {
        assertThat(Text.widthOf(command.help())).isBetween(1, 43);
        assertThat(Text.widthOf(KeyNames.of(command))).isLessThan(13);
        assertThat(command.help()).doesNotEndWith(".");
    }

    @Test
    void theKeyTableIsWhatTheReadmeShows() {
        String table = KeyTable.markdown();

        Golden.checkText("keys.md", table);
    }

    @Test
    void labelsNameWhatTheKeyWouldDoNow() {
        Story story = Story.givenDirewolf();
        assertThat(labels(story)).contains("connect", "open", "open all").doesNotContain("disconnect", "browse");

        story.when(link(DIREWOLF, 1, Sample.up()), tunnel(BOARD, 1, new TunnelState.Up(NOW)));
        assertThat(labels(story)).contains("open all", "close", "disconnect", "browse");

        story.when(tunnel(JUPYTER, 1, new TunnelState.Up(NOW)));
        assertThat(labels(story)).contains("close all").doesNotContain("connect", "open");

        Failure cause = Sample.failure(Failure.Kind.LOST, CUED, "gone", "");
        story.when(link(DIREWOLF, 2, new Link.Retrying(cause, 1, NOW)));
        assertThat(labels(story)).contains("retry now", "stop");

        story.when(link(DIREWOLF, 3, new Link.Connecting(CUED, 1, 2, Step.REACHING)));
        assertThat(labels(story)).contains("cancel").doesNotContain("connect", "retry now");

        story.when(link(DIREWOLF, 4, new Link.Failed(cause, NOW)));
        assertThat(labels(story)).contains("retry now");
    }

    @Test
    void labelsOfTheTunnelsPane() {
        Story story = Story.givenDirewolf().press("2");
        assertThat(labels(story)).contains("open", "back");

        story.when(tunnel(BOARD, 1, new TunnelState.Up(NOW)));
        assertThat(labels(story)).contains("browse", "close");

        story.press("Esc", "/", "d", "Enter");
        assertThat(labels(story)).contains("clear filter");
    }

    @Test
    void labelsWithoutAHostAreThereAllTheSame() {
        Story story = Story.given();

        for (Command command : Command.values()) {
            assertThat(command.label(story.state())).isNotBlank();
        }
    }

    @Test
    void keysHaveNamesForPeople() {
        assertThat(KeyNames.of(new Key("C-c"))).isEqualTo("Ctrl-C");
        assertThat(KeyNames.of(new Key("S-Tab"))).isEqualTo("Shift-Tab");
        assertThat(KeyNames.of(new Key("j"))).isEqualTo("j");
    }

    private static Set<String> labels(Story story) {
        Set<String> labels = new HashSet<>();
        for (Command command : Command.values()) {
            if (command.isInFooter()
                    && command.contexts().contains(story.state().context())
                    && command.availability(story.state()) instanceof Availability.Enabled) {
                labels.add(command.label(story.state()));
            }
        }
        return labels;
    }
}
