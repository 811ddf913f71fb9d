package dev.rwtui.remote;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs scripts on {@code sh -s}, whatever the login shell is, and whatever its start-up files do: the script is sent once
 * that {@code sh} has said that it is there, and until then an empty line now and then, for a start-up file that asks
 * something. An empty line is nothing to {@code sh}.
 */
public final class Scripts {

    private static final Duration NUDGE = Duration.ofMillis(500);
    private static final int MOST_NUDGES = 10;
    private static final int MOST_NOISE = 2000;

    /**
     * Whoever hears frames may keep them all, in a heap of 80 MB. More than any machine tells: some 6,000 environments, or
     * 10,000 packages of one.
     */
    static final long MOST_BYTES = 8 << 20;

    /** What a field costs whoever keeps it, whatever is in it. */
    private static final int BYTES_PER_FIELD = 64;

    /** What a start-up file has done that goes elsewhere, or never ends. */
    private static final String LATE = ", for the login shell has not come to it in time";

    /** Plain in every shell there is: no exclamation mark, no line end, no quote within the quotes, no backslash before one. */
    private static final String COMMAND = "exec /bin/sh -c 'printf \"%s\\0\" \"\" MARK ready 0 0;"
            + " exec env RWTUI_LC_ALL=\"${LC_ALL-}\" LC_ALL=C /bin/sh -s'";

    private final Timers timers;
    private final Executor threads;
    private final SecureRandom random = new SecureRandom();

    /** @param threads as many as there is work that waits */
    public Scripts(Timers timers, Executor threads) {
        this.timers = timers;
        this.threads = threads;
    }

    /** How a script ended. */
    public enum End {
        /** It ran to its last line. */
        WHOLE,
        /** The time was over once it had begun, or it was cancelled; what it had said until then was told. */
        STOPPED
    }

    /**
     * Runs a script to its end and tells each frame as it comes, on this thread. Blocks meanwhile.
     *
     * @param limit for everything, from when the command runs there: before that a person may be asked for a password
     * @throws PlaceException where no script can be run there, or none had begun when the time was over, it broke off, or
     *     it said more than anybody can be asked to keep; what it had said until then was told
     */
    public End run(Place place, Script script, Duration limit, Cancellation cancellation, Consumer<Frame> frames)
            throws PlaceException {
        byte[] seed = new byte[8];
        random.nextBytes(seed);
        String mark = "rwtui-" + HexFormat.of().formatHex(seed);
        Cancellation over = new Cancellation();
        try (Place.Running running = place.start(COMMAND.replace("MARK", mark), cancellation);
                Cancellation.Registration alsoThen = cancellation.onCancel(over::cancel)) {
            Timers.Scheduled alarm = timers.after(limit, over::cancel);
            try {
                return run(running, mark, script, over, frames);
            } finally {
                alarm.cancel();
            }
        } catch (PlaceException e) {
            if (cancellation.isCancelled()) {
                return End.STOPPED;
            }
            throw e;
        }
    }

    private End run(Place.Running running, String mark, Script script, Cancellation over, Consumer<Frame> frames)
            throws PlaceException {
        // Closing what a thread of the timer's must not wait for: it never blocks.
        try (Cancellation.Registration stop = over.onCancel(running::close)) {
            Conversation conversation = new Conversation(running, script.sent(mark), mark, frames);
            try {
                if (conversation.hold()) {
                    return End.WHOLE;
                }
            } catch (IOException e) {
                if (!over.isCancelled()) {
                    conversation.note(e);
                }
            }
            if (!over.isCancelled()) {
                throw new PlaceException(conversation.failure(""));
            }
            if (conversation.begun) {
                return End.STOPPED;
            }
            throw new PlaceException(conversation.failure(LATE));
        }
    }

    /** One script with one shell. */
    private final class Conversation {
        private final Place.Running running;
        private final byte[] script;
        private final FrameReader reader;
        private final Consumer<Frame> frames;
        private final ByteArrayOutputStream noise = new ByteArrayOutputStream();
        private final AtomicBoolean ready = new AtomicBoolean();
        private final CountDownLatch drained = new CountDownLatch(1);
        private int nudges;
        private long said;
        /** Whether the script was sent, which happens on the thread that waits for its end. */
        private boolean begun;

        Conversation(Place.Running running, byte[] script, String mark, Consumer<Frame> frames) {
            this.running = running;
            this.script = script;
            this.reader = new FrameReader(mark);
            this.frames = frames;
        }

        /** Whether the script has ended as it should. */
        boolean hold() throws IOException, PlaceException {
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
                            return true;
                        }
                    }
                }
            } finally {
                ready.set(true);
            }
            return false;
        }

        private boolean hear(Frame frame) throws IOException, PlaceException {
            switch (frame.kind()) {
                case "ready" -> send();
                case "end" -> {
                    return true;
                }
                default -> {
                    count(frame);
                    frames.accept(frame);
                }
            }
            return false;
        }

        private void count(Frame frame) throws PlaceException {
            said += BYTES_PER_FIELD + frame.kind().length();
            for (String field : frame.fields()) {
                said += BYTES_PER_FIELD + field.length();
            }
            if (said > MOST_BYTES) {
                throw new PlaceException("a script said more than can be kept: it was stopped after "
                        + (MOST_BYTES >> 20) + " MB of answers");
            }
        }

        private void send() throws IOException {
            OutputStream out = running.input();
            begun = true;
            synchronized (ready) {
                ready.set(true);
                out.write(script);
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

        private void note(IOException e) {
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

        /** In the words of what was there in place of a shell. */
        String failure(String more) {
            awaitLastWords();
            String said;
            synchronized (noise) {
                said = noise.toString(StandardCharsets.UTF_8).strip();
            }
            String last = said.substring(said.lastIndexOf('\n') + 1);
            return "no script could be run to its end" + more + (last.isEmpty() ? "" : ": " + last);
        }
    }
}
