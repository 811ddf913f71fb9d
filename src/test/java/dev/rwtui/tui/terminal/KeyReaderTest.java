package dev.rwtui.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Secret;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Key;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class KeyReaderTest {

    private static final int PATIENCE_SECONDS = 10;
    private static final byte[] NOTHING = {};

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final FakeKeyboard keyboard = new FakeKeyboard();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final KeyReader reader = new KeyReader(
            keyboard,
            new TypedInput(
                    new TypedInput.Receiver() {
                        @Override
                        public void typed(Event event, OptionalLong seen) {
                            events.add(event);
                        }

                        @Override
                        public void entered(long question, List<Secret> values) {
                            throw new AssertionError("nobody asked");
                        }
                    },
                    () -> 0),
            hungUp::countDown);
    private final Thread thread = started();

    @AfterEach
    void stops() throws InterruptedException {
        reader.stop();
        thread.join();
    }

    @Test
    void keysArrive() throws InterruptedException {
        keyboard.types("j");

        assertThat(next()).isEqualTo(pressed("j"));
    }

    @Test
    void aLoneEscapeIsAKeyOnceNothingFollowsIt() throws InterruptedException {
        keyboard.types("\u001b");

        assertThat(next()).isEqualTo(pressed("Esc"));
        assertThat(keyboard.waited).containsExactly(Duration.ofMillis(30));
    }

    @Test
    void aSequenceThatArrivesInPartsIsOneKey() throws InterruptedException {
        keyboard.more = true;
        keyboard.types("\u001b");
        keyboard.types("[A");

        assertThat(next()).isEqualTo(pressed("Up"));
    }

    @Test
    void aPausedReaderTouchesTheTerminalNoMore() throws InterruptedException {
        reader.pause();
        int reads = keyboard.reads.get();
        keyboard.types("j");

        assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
        assertThat(keyboard.reads).hasValue(reads);
        assertThat(events).isEmpty();
        reader.resume();
        assertThat(next()).isEqualTo(pressed("j"));
    }

    @Test
    void pausingOneThatHasEndedReturnsAtOnce() throws InterruptedException {
        reader.stop();
        thread.join();

        reader.pause();

        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void aTerminalThatIsGoneIsSaidOnce() throws InterruptedException {
        keyboard.gone = true;

        assertThat(hungUp.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        thread.join();
    }

    @Test
    void aTerminalThatFailsIsGone() throws InterruptedException {
        keyboard.broken = true;

        assertThat(hungUp.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        thread.join();
    }

    private Thread started() {
        Thread made = new Thread(reader, "keys");
        made.setDaemon(true);
        made.start();
        return made;
    }

    private @Nullable Event next() throws InterruptedException {
        return events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Event pressed(String key) {
        return new Event.KeyPressed(new Key(key));
    }

    /** Gives up a read after some milliseconds, as the real one does after a tenth of a second. */
    private static final class FakeKeyboard implements Keyboard {

        private final BlockingQueue<byte[]> typed = new LinkedBlockingQueue<>();
        private final AtomicInteger reads = new AtomicInteger();
        private final BlockingQueue<Duration> waited = new LinkedBlockingQueue<>();
        private volatile boolean more;
        private volatile boolean gone;
        private volatile boolean broken;

        void types(String text) {
            typed.add(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        @Override
        public int read(byte[] buffer) throws IOException {
            reads.incrementAndGet();
            if (broken) {
                throw new IOException("EIO");
            }
            byte[] bytes = next();
            System.arraycopy(bytes, 0, buffer, 0, bytes.length);
            return gone ? -1 : bytes.length;
        }

        private byte[] next() {
            try {
                byte[] bytes = typed.poll(5, TimeUnit.MILLISECONDS);
                return bytes == null ? NOTHING : bytes;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public boolean hasMore(Duration patience) {
            waited.add(patience);
            return more;
        }
    }
}
