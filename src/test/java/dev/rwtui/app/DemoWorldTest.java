package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DemoWorldTest {

    @Test
    void theDemosGitGoesByNothingOfTheUsers() {
        Map<String, String> users =
                Map.of("PATH", "/bin", "GIT_DIR", "/home/me/code/.git", "GIT_CONFIG_GLOBAL", "/home/me/git");

        assertThat(DemoWorld.environment(users))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("PATH", "/bin", "GIT_CONFIG_NOSYSTEM", "1", "GIT_CONFIG_GLOBAL", "/dev/null"));
    }
}
