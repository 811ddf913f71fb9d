package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.tui.model.Client;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CircumstancesTest {

    @Test
    void theyNameWhatABugReportNeedsAndNoValueOfTheUsers() {
        Client client = new Client(
                120,
                36,
                Client.Glyphs.ASCII,
                "~/.ssh/config",
                Instant.EPOCH,
                ZoneOffset.UTC,
                "/home/anthonyhu/code/vision",
                Optional.empty());

        String all = String.join(
                "\n",
                Circumstances.lines(
                        client, "PALETTE", Map.of("TERM", "xterm", "TMUX", "/private/socket", "TOKEN", "hunter2")));

        assertThat(all)
                .contains("rwtui " + Version.text())
                .contains("Java " + System.getProperty("java.runtime.version"))
                .contains("terminal xterm in TMUX, 120 x 36, PALETTE, ASCII")
                .contains("configuration ~/.ssh/config")
                .doesNotContain("/private/socket")
                .doesNotContain("hunter2");
    }
}
