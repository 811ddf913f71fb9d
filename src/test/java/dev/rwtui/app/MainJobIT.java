package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.Packaged;
import dev.rwtui.testing.Tmux;
import dev.rwtui.testing.TwoHosts;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job from end to end: the packaged program in a terminal, on real OpenSSH, the user's own configuration. */
final class MainJobIT {

    private Tmux tmux;
    private TwoHosts hosts;

    @BeforeEach
    void start() throws IOException {
        tmux = Packaged.terminal();
        hosts = TwoHosts.start();
    }

    @AfterEach
    void stop() throws IOException {
        if (tmux != null) {
            tmux.close();
        }
        if (hosts != null) {
            hosts.close();
        }
    }

    @Test
    void thePageComesThroughTheGatewayAgainAfterTheGatewayDied() throws Exception {
        String before = tmux.stty();

        Packaged.dashboard(tmux, hosts.config());
        tmux.awaits("direwolf").press("Down").awaits("Enter connects and opens 1 forward.");
        tmux.press("Enter").awaits("● up").awaits("2 up");
        assertThat(hosts.fetch()).isEqualTo(TwoHosts.PAGE);
        hosts.gateway().kill();
        tmux.awaits("◐ retrying in").awaits("✕ cued: ");
        hosts.gateway().start();
        tmux.awaits("● up").awaits("2 up");
        assertThat(hosts.fetch()).isEqualTo(TwoHosts.PAGE);
        tmux.press("q").awaits("Quit rwtui?").press("y").awaits("status 0");

        assertThat(tmux.says("#{alternate_on} #{cursor_flag}")).isEqualTo("0 1");
        assertThat(tmux.stty()).isEqualTo(before);
    }
}
