package dev.rwtui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.testing.Relay;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The harness measures what was really transferred. */
final class TransferIT {

    private static final long MEGABYTES = 20_000_000;

    @Test
    void everyByteTravels() throws Exception {
        try (LoadServer server = LoadServer.start();
                Relay relay = Relay.to(server.port())) {
            double down = new Transfer(Transfer.Way.DOWN, MEGABYTES).through(relay.port());
            double up = new Transfer(Transfer.Way.UP, MEGABYTES).through(relay.port());

            assertThat(relay.bytesDown()).isBetween(MEGABYTES, MEGABYTES + 1);
            assertThat(relay.bytesUp()).isEqualTo(MEGABYTES + 18);
            assertThat(Math.min(down, up)).isPositive();
        }
    }

    @Test
    void aTransferThatBreaksIsNoFigure() throws Exception {
        try (LoadServer server = LoadServer.start();
                Relay relay = Relay.to(server.port())) {
            relay.cutAfter(1_000_000);

            assertThatThrownBy(() -> new Transfer(Transfer.Way.DOWN, MEGABYTES).through(relay.port()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aThrottleIsMeasured() throws Exception {
        try (LoadServer server = LoadServer.start();
                Relay relay = Relay.to(server.port())) {
            relay.throttle(2_000_000);

            assertThat(new Transfer(Transfer.Way.DOWN, 1_000_000).through(relay.port()))
                    .isLessThan(2.5);
        }
    }
}
