package dev.rwtui.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ColourLevelTest {

    @Test
    void noColorBeatsAllUnlessItIsEmpty() {
        assertThat(level("TERM", "xterm-256color", "COLORTERM", "truecolor", "NO_COLOR", "1"))
                .isEqualTo(ColourLevel.MONO);
        assertThat(level("TERM", "xterm-256color", "COLORTERM", "truecolor", "NO_COLOR", ""))
                .isEqualTo(ColourLevel.TRUE_COLOUR);
    }

    @Test
    void aDumbOrUnknownTerminalHasNone() {
        assertThat(level("TERM", "dumb", "COLORTERM", "truecolor")).isEqualTo(ColourLevel.MONO);
        assertThat(level()).isEqualTo(ColourLevel.MONO);
    }

    @Test
    void theTerminalsNameTellsTheRest() {
        assertThat(level("TERM", "xterm")).isEqualTo(ColourLevel.SIXTEEN);
        assertThat(level("TERM", "xterm-256color")).isEqualTo(ColourLevel.PALETTE);
        assertThat(level("TERM", "xterm-direct")).isEqualTo(ColourLevel.TRUE_COLOUR);
        assertThat(level("TERM", "xterm", "COLORTERM", "24bit")).isEqualTo(ColourLevel.TRUE_COLOUR);
    }

    @Test
    void gnuScreenMisreadsTrueColour() {
        assertThat(level("TERM", "screen", "COLORTERM", "truecolor")).isEqualTo(ColourLevel.PALETTE);
        assertThat(level("TERM", "xterm", "COLORTERM", "truecolor", "STY", "1.pts"))
                .isEqualTo(ColourLevel.PALETTE);
        assertThat(level("TERM", "screen", "COLORTERM", "truecolor", "TMUX", "/t,1,0"))
                .isEqualTo(ColourLevel.TRUE_COLOUR);
    }

    private static ColourLevel level(String... environment) {
        Map<String, String> variables = new java.util.HashMap<>();
        for (int i = 0; i < environment.length; i += 2) {
            variables.put(environment[i], environment[i + 1]);
        }
        return ColourLevel.of(variables);
    }
}
