package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FlowControlTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final ReceiveBudget budget = new ReceiveBudget(1 << 20);

    @Test
    void aWindowGrowsWhileItsConsumerKeepsUpAndTheBudgetAllows() {
        Window window = new Window(budget, 0);

        int first = window.consumed(Window.START, 0, SECOND);
        int second = window.consumed(2 * Window.START, 0, SECOND);
        int third = window.consumed(4 * Window.START, 0, SECOND);

        assertThat(first).isEqualTo(2 * Window.START);
        assertThat(second).isEqualTo(4 * Window.START);
        assertThat(third).isEqualTo(4 * Window.START);
        assertThat(window.size()).isEqualTo(4 * Window.START);
        assertThat(budget.left()).isZero();
    }

    @Test
    void aWindowStaysWhereItsConsumerIsSlow() {
        Window late = new Window(budget, 0);
        Window full = new Window(budget, 0);

        int slow = late.consumed(Window.START, 0, 3 * SECOND);
        int behind = full.consumed(Window.START, Window.START, SECOND);

        assertThat(slow).isEqualTo(Window.START);
        assertThat(behind).isEqualTo(Window.START);
    }

    @Test
    void grantsAreSentInSteps() {
        Window window = new Window(budget, 0);

        int early = window.consumed(Window.START / 16 - 1, 0, 0);
        int due = window.consumed(1, 0, 0);

        assertThat(early).isZero();
        assertThat(due).isEqualTo(Window.START / 16);
    }

    @Test
    void aClosedWindowGivesEverythingBack() {
        Window window = new Window(budget, 0);
        window.consumed(Window.START, 0, 1);

        window.close();
        window.close();

        assertThat(budget.left()).isEqualTo(1 << 20);
    }

    @Test
    void aChannelIsServedEvenWhereTheBudgetIsSpent() {
        Window window = new Window(new ReceiveBudget(0), 0);

        assertThat(window.size()).isEqualTo(64 << 10);
    }

    @Test
    void bytesComeOutInOrderAcrossTheRingsEnd() throws IOException {
        ReceiveQueue queue = new ReceiveQueue();
        byte[] piece = new byte[5000];
        byte[] taken = new byte[3000];
        int written = 0;
        int read = 0;

        for (int round = 0; round < 200; round++) {
            for (int i = 0; i < piece.length; i++) {
                piece[i] = (byte) written++;
            }
            queue.put(piece, 0, piece.length);
            while (queue.queued() > 2000) {
                int length = queue.take(taken, 0, taken.length);
                for (int i = 0; i < length; i++) {
                    assertThat(taken[i]).isEqualTo((byte) read++);
                }
            }
        }

        assertThat(written - read).isEqualTo(queue.queued());
    }

    @Test
    void whatIsQueuedAtTheEndCanStillBeRead() throws IOException {
        ReceiveQueue queue = new ReceiveQueue();
        queue.put(new byte[] {1, 2}, 0, 2);

        queue.end();

        assertThat(queue.take(new byte[8], 0, 8)).isEqualTo(2);
        assertThat(queue.take(new byte[8], 0, 8)).isEqualTo(-1);
    }

    @Test
    void aBrokenQueueSaysWhyAtOnce() {
        ReceiveQueue queue = new ReceiveQueue();
        queue.put(new byte[] {1, 2}, 0, 2);

        queue.breakOff("the session died");
        queue.end();

        assertThatThrownBy(() -> queue.take(new byte[8], 0, 8))
                .isInstanceOf(IOException.class)
                .hasMessage("the session died");
    }
}
