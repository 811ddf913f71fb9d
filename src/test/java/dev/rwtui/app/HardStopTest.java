package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class HardStopTest {

    private static final Duration GRACE = Duration.ofMillis(40);

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> stopped = new CompletableFuture<>();

    @Test
    void itSavesTheTerminalAndKeepsTheStatus() throws Exception {
        hardStop(() -> log.add("rescued")).arm(143);

        assertThat(stopped.get(10, TimeUnit.SECONDS)).isEqualTo(143);
        assertThat(log).containsExactly("rescued");
    }

    @Test
    void aRescueThatHangsIsNotWaitedFor() throws Exception {
        CountDownLatch never = new CountDownLatch(1);

        hardStop(() -> hang(never)).arm(129);

        assertThat(stopped.get(10, TimeUnit.SECONDS)).isEqualTo(129);
        never.countDown();
    }

    @Test
    void theFirstSignalCounts() throws Exception {
        HardStop hardStop = hardStop(() -> {});

        hardStop.arm(143);
        hardStop.arm(129);

        assertThat(stopped.get(10, TimeUnit.SECONDS)).isEqualTo(143);
    }

    private HardStop hardStop(Runnable rescue) {
        return new HardStop(Threads.numbered("stop-"), GRACE, rescue, stopped::complete);
    }

    private static void hang(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
