package dev.rwtui.tui.model;

import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.LocalForward;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelTest {

    @ParameterizedTest
    @CsvSource({
        "'', 6006, 6006, UNKNOWN, http://localhost:6006/",
        "localhost, 6006, 6006, UNKNOWN, http://localhost:6006/",
        "127.0.0.1, 6006, 6006, UNKNOWN, http://localhost:6006/",
        "127.0.0.2, 6006, 6006, UNKNOWN, http://127.0.0.2:6006/",
        "::1, 6006, 6006, UNKNOWN, http://localhost:6006/",
        "*, 6006, 6006, UNKNOWN, http://localhost:6006/",
        "0.0.0.0, 6006, 6006, HTTP, http://localhost:6006/",
        "10.0.0.5, 6006, 6006, HTTP, 10.0.0.5:6006",
        "fe80::2, 6006, 6006, HTTP, [fe80::2]:6006",
        "'', 2222, 22, UNKNOWN, localhost:2222",
        "'', 2222, 22, HTTP, http://localhost:2222/",
        "'', 5432, 5432, UNKNOWN, localhost:5432",
        "'', 8080, 8080, OTHER, localhost:8080",
        "'', 15678, 5678, UNKNOWN, localhost:15678",
    })
    void onlyAWebPageHasAUrl(String bind, int port, int target, TunnelStatus.Protocol protocol, String expected) {
        LocalForward forward = new LocalForward(
                Optional.of(bind).filter(text -> !text.isEmpty()), port, new Endpoint("127.0.0.1", target));
        TunnelStatus tunnel = new TunnelStatus(
                new TunnelId(DIREWOLF, forward),
                new TunnelState.Up(NOW),
                TunnelStatus.Traffic.NONE,
                List.of(),
                protocol,
                TunnelStatus.Checking.ON);

        assertThat(WebAddress.of(tunnel)).isEqualTo(expected);
        assertThat(WebAddress.isWeb(tunnel)).isEqualTo(expected.startsWith("http"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "45, 45 s", "60, 1m", "125, 2m", "11520, 3h12m", "187200, 2d4h"})
    void agesAreShort(long seconds, String words) {
        assertThat(Ages.words(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1000", "1000, 1000", "1001, 2000", "60000, 60000", "60001, 120000", "121000, 180000"})
    void whatIsLeftIsRoundedUp(long millis, long shown) {
        assertThat(Ages.until(NOW.plusMillis(millis), NOW)).isEqualTo(Duration.ofMillis(shown));
    }
}
