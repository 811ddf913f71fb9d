package dev.rwtui.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import dev.rwtui.tunnel.model.TunnelStatus.Checking;
import dev.rwtui.tunnel.model.TunnelStatus.Protocol;
import dev.rwtui.tunnel.model.TunnelStatus.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often a tunnel is told of. */
final class ReporterTest {

    private static final TunnelId ID = new TunnelId(
            new HostAlias("web"), new LocalForward(Optional.empty(), 6006, new Endpoint("127.0.0.1", 6006)));

    private final FakeTimers timers = new FakeTimers();
    private final List<TunnelStatus> told = new ArrayList<>();
    private TunnelState state = new TunnelState.Off();
    private long down;
    private final Reporter reporter =
            new Reporter(new Surroundings(Runnable::run, Runnable::run, timers), this::status, told::add, () -> {});

    @Test
    void trafficIsToldAtMostFourTimesASecond() {
        reporter.changed();

        for (int i = 0; i < 1000; i++) {
            down++;
            reporter.moved();
            timers.advance(Duration.ofMillis(1));
        }

        assertThat(told).hasSize(1 + 4);
    }

    @Test
    void theLastCountIsToldAndThenNothing() {
        reporter.changed();
        down = 1;
        reporter.moved();
        timers.advance(Duration.ofMillis(10));

        down = 2;
        reporter.moved();
        timers.advance(Duration.ofMinutes(1));

        assertThat(told).extracting(status -> status.traffic().down()).containsExactly(0L, 2L);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void aNewStateIsToldAtOnceAndTakesWaitingTrafficAlong() {
        reporter.changed();
        down = 1;
        reporter.moved();

        state = new TunnelState.Opening();
        reporter.changed();
        timers.advance(Duration.ofMinutes(1));

        assertThat(told).extracting(status -> status.traffic().down()).containsExactly(0L, 1L);
    }

    @Test
    void theSameIsNeverToldTwice() {
        reporter.changed();

        reporter.changed();
        reporter.moved();
        timers.advance(Duration.ofMinutes(1));

        assertThat(told).hasSize(1);
    }

    private TunnelStatus status() {
        return new TunnelStatus(ID, state, new Traffic(0, 0, down, 0), List.of(), Protocol.UNKNOWN, Checking.ON);
    }
}
