package dev.rwtui.remote;

import dev.rwtui.base.Timers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One script with one shell, from the command that starts it to the frame that is its last. */
final class Conversation {

    private static final Duration NUDGE = Duration.ofMillis(500);
    private static final int MOST_NUDGES = 10;
    private static final int MOST_NOISE = 2000;

    /** What a field costs whoever keeps it, whatever is in it. */
    private static final int BYTES_PER_FIELD = 64;

    private final Place.Running running;
    private final Lines lines;
    private final Timers timers;
    private final Executor threads;
    private final FrameReader reader;
    private final ByteArrayOutputStream noise = new ByteArrayOutputStream();
    private final AtomicBoolean ready = new AtomicBoolean();
    private final CountDownLatch drained = new CountDownLatch(1);
    private int nudges;
    private long heard;
    /** Whether the script was sent, which happens on the thread that waits for its end. */
    private boolean begun;

    /**
     * What is said, and heard.
     *
     * @param script as it is sent
     * @param last kind of the frame that ends the conversation
     * @param frames hears all others
     */
    record Lines(String script, String mark, String last, Consumer<Frame> frames) {}

    Conversation(Place.Running running, Lines lines, Timers timers, Executor threads) {
        this.running = running;
        this.lines = lines;
        this.timers = timers;
        this.threads = threads;
        this.reader = new FrameReader(lines.mark());
    }

    /** What came after the last frame and was read with it; empty where the last frame never came. */
    Optional<byte[]> hold() throws IOException, PlaceException {
        threads.execute(this::drain);
        nudgeLater();
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = running.output();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (!ready.get()) {
                        note(buffer, i, 1);
                    }
                    Optional<Frame> frame = reader.take(buffer[i]);
                    if (frame.isPresent() && hear(frame.get())) {
                        return Optional.of(Arrays.copyOfRange(buffer, i + 1, n));
                    }
                }
            }
        } finally {
            ready.set(true);
        }
        return Optional.empty();
    }

    /** Whether the script was sent. */
    boolean hasBegun() {
        return begun;
    }

    private boolean hear(Frame frame) throws IOException, PlaceException {
        if (frame.kind().equals("ready")) {
            send();
        } else if (frame.kind().equals(lines.last())) {
            return true;
        } else {
            count(frame);
            lines.frames().accept(frame);
        }
        return false;
    }

    private void count(Frame frame) throws PlaceException {
        heard += BYTES_PER_FIELD + frame.kind().length();
        for (String field : frame.fields()) {
            heard += BYTES_PER_FIELD + field.length();
        }
        if (heard > Scripts.MOST_BYTES) {
            throw new PlaceException("a script said more than can be kept: it was stopped after "
                    + (Scripts.MOST_BYTES >> 20) + " MB of answers");
        }
    }

    private void send() throws IOException {
        OutputStream out = running.input();
        begun = true;
        synchronized (noise) {
            // What was noise until now is nobody's last words.
            noise.reset();
        }
        synchronized (ready) {
            ready.set(true);
            out.write(ByteText.encoded(lines.script()));
            out.flush();
        }
    }

    private void nudgeLater() {
        Timers.Scheduled ignored = timers.after(NUDGE, () -> threads.execute(this::nudge));
    }

    private void nudge() {
        try {
            synchronized (ready) {
                if (ready.get() || ++nudges > MOST_NUDGES) {
                    return;
                }
                running.input().write('\n');
                running.input().flush();
            }
            nudgeLater();
        } catch (IOException e) {
            // It has ended; the reader says so.
        }
    }

    private void drain() {
        byte[] buffer = new byte[1024];
        try {
            InputStream in = running.errors();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                note(buffer, 0, n);
            }
        } catch (IOException e) {
            // The other stream's reader tells.
        } finally {
            drained.countDown();
        }
    }

    private void note(byte[] bytes, int offset, int length) {
        synchronized (noise) {
            noise.write(bytes, offset, Math.min(length, Math.max(0, MOST_NOISE - noise.size())));
        }
    }

    void note(IOException e) {
        byte[] words = ("\n" + e.getMessage()).getBytes(StandardCharsets.UTF_8);
        note(words, 0, words.length);
    }

    /** Both outputs end together, but for what a start-up file has left running. */
    private void awaitLastWords() {
        try {
            drained.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The noise, once both outputs have ended or a second is over. */
    String lastWords() {
        awaitLastWords();
        synchronized (noise) {
            return noise.toString(StandardCharsets.UTF_8).strip();
        }
    }

    /** In the words of what was there in place of a shell. */
    String failure(String more) {
        String said = lastWords();
        String last = said.substring(said.lastIndexOf('\n') + 1);
        return "no script could be run to its end" + more + (last.isEmpty() ? "" : ": " + last);
    }
}
