package dev.rwtui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CommandWordsTest {

    @Test
    void fileAndOptionsAreTakenOutWhereverTheyStand() {
        assertThat(CommandWords.parse("-F", "a file", "up", "-oPort=1", "host", "-o", "User x", "--json"))
                .contains(new CommandWords(
                        Optional.of("a file"), List.of("Port=1", "User x"), List.of("up", "host", "--json")));
    }

    @Test
    void theLastFileCountsAsForSsh() {
        assertThat(CommandWords.parse("-Fa", "-F", "b").orElseThrow().configurationFile())
                .contains("b");
    }

    @Test
    void aValueMayLookLikeAnything() {
        assertThat(CommandWords.parse("-F", "-o", "-o", "--", "x"))
                .contains(new CommandWords(Optional.of("-o"), List.of("--"), List.of("x")));
    }

    @Test
    void nothingIsTakenAfterTwoHyphens() {
        assertThat(CommandWords.parse("a", "--", "-F", "b"))
                .contains(new CommandWords(Optional.empty(), List.of(), List.of("a", "--", "-F", "b")));
    }

    @Test
    void aValueThatIsMissingIsSomebodyElsesToSay() {
        assertThat(CommandWords.parse("up", "-F")).isEmpty();
        assertThat(CommandWords.parse("-o")).isEmpty();
    }

    @Test
    void theWordsOfARemoteCommandAreLeftAlone() {
        assertThat(CommandWords.parse("-F", "f", "exec", "-o", "Port=1", "host", "ls", "-F", "-o"))
                .contains(new CommandWords(
                        Optional.of("f"), List.of("Port=1"), List.of("exec", "host", "ls", "-F", "-o")));
    }
}
