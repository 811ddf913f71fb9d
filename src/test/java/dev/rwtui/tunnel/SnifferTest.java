package dev.rwtui.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.tunnel.model.TunnelStatus.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnifferTest {

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK, HTTP",
        "HT|TP|/1.0, HTTP",
        "HTTP, UNKNOWN",
        "SSH-2.0-x, OTHER",
        "HTTX|TP/, OTHER",
        "H|, UNKNOWN"
    })
    void theFirstBytesDecide(String pieces, Protocol expected) {
        Sniffer sniffer = new Sniffer();

        Protocol verdict = Arrays.stream(pieces.split("\\|"))
                .map(piece -> piece.getBytes(StandardCharsets.US_ASCII))
                .map(bytes -> sniffer.sniff(bytes, bytes.length))
                .reduce(Protocol.UNKNOWN, (before, now) -> now);

        assertThat(verdict).isEqualTo(expected);
    }
}
