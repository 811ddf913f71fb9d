package dev.rwtui.gitsync;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Secret;
import dev.rwtui.base.Timers;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.remote.Script;
import dev.rwtui.remote.Scripts;
import dev.rwtui.remote.Talk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;

/**
 * What is asked on a host while one run of git lasts, and the answers on their way there. Nobody waits for it but threads of
 * its own. Once one question was left unanswered, none is asked any more: ssh asks the same three times.
 */
final class Answers implements AutoCloseable {

    private static final Duration DELIVERY = Duration.ofSeconds(30);
    private static final byte[] NOBODY = "nobody\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER = "answer\n".getBytes(StandardCharsets.US_ASCII);
    private static final Script SCRIPT = Script.beside(Answers.class, "answer.sh");

    private final Scripts scripts;
    private final Timers timers;
    private final Duration patience;
    private final Place there;
    private final ThisSide thisSide;
    /** Ends deliveries. */
    private final Cancellation ended = new Cancellation();

    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Set<Pending> pending = new HashSet<>();

    @GuardedBy("lock")
    private boolean nobody;

    @GuardedBy("lock")
    private boolean closed;

    Answers(Scripts scripts, Timers timers, Duration patience, Place there, ThisSide thisSide) {
        this.scripts = scripts;
        this.timers = timers;
        this.patience = patience;
        this.there = there;
        this.thisSide = thisSide;
    }

    /** One that is open. */
    private final class Pending {
        private final String answerTo;
        private final String prompt;
        private final FutureTask<Void> asking = new FutureTask<>(this::ask, null);

        @GuardedBy("lock")
        private boolean settled;

        private volatile Timers.Scheduled alarm = () -> {};

        Pending(String answerTo, String prompt) {
            this.answerTo = answerTo;
            this.prompt = prompt;
        }

        private void ask() {
            Optional<Secret> answer = Optional.empty();
            try {
                answer = thisSide.answer(prompt);
            } finally {
                settle(answer);
            }
        }

        /** Whether it counts, as the first that comes does; another answer is wiped. */
        boolean settle(Optional<Secret> answer) {
            boolean counts;
            synchronized (lock) {
                counts = !settled && !closed;
                settled = true;
                nobody |= counts && answer.isEmpty();
                pending.remove(this);
            }
            alarm.cancel();
            if (counts) {
                deliver(answerTo, answer);
            }
            answer.ifPresent(Secret::close);
            return counts;
        }
    }

    /**
     * Asks, and sends the answer. Does not block.
     *
     * @param answerTo the FIFO there
     */
    void ask(String answerTo, String prompt) {
        Pending one = new Pending(answerTo, prompt);
        synchronized (lock) {
            if (closed) {
                return;
            }
            pending.add(one);
            if (nobody) {
                scripts.threads().execute(() -> one.settle(Optional.empty()));
                return;
            }
        }
        one.alarm = timers.after(patience, () -> scripts.threads().execute(() -> giveUp(one)));
        scripts.threads().execute(one.asking);
    }

    /** Whether somebody was asked in vain. */
    boolean nobodyAnswered() {
        synchronized (lock) {
            return nobody;
        }
    }

    /** What delivers an answer in this very moment must not be interrupted. */
    private static void giveUp(Pending one) {
        if (one.settle(Optional.empty())) {
            one.asking.cancel(true);
        }
    }

    private void deliver(String answerTo, Optional<Secret> answer) {
        byte[] sent = answer.map(secret -> secret.use(Answers::line)).orElseGet(NOBODY::clone);
        Cancellation late = new Cancellation();
        Timers.Scheduled alarm = timers.after(DELIVERY, late::cancel);
        try (Talk talk = scripts.open(there, SCRIPT.with("answer", answerTo), DELIVERY, ended, frame -> {});
                Cancellation.Registration giveUp = late.onCancel(talk::close)) {
            talk.input().write(sent);
            talk.input().flush();
            // Closing it before it has ended could lose what it has not read.
            long ignored = talk.output().transferTo(OutputStream.nullOutputStream());
        } catch (PlaceException | IOException e) {
            // git has ended, or the host is gone: whoever runs git is told.
        } finally {
            alarm.cancel();
            Arrays.fill(sent, (byte) 0);
        }
    }

    /** Up to where a line ends, which is all that an askpass can say. */
    private static byte[] line(char[] characters) {
        int length = 0;
        while (length < characters.length && characters[length] != '\n' && characters[length] != '\0') {
            length++;
        }
        byte[] room = new byte[ANSWER.length + 3 * length + 1];
        ByteBuffer text = ByteBuffer.wrap(room).put(ANSWER);
        CoderResult ignored = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(characters, 0, length), text, true);
        text.put((byte) '\n');
        byte[] line = Arrays.copyOf(room, text.position());
        Arrays.fill(room, (byte) 0);
        return line;
    }

    /** Nothing is asked any more, and an answer that comes is wiped. */
    @Override
    public void close() {
        Set<Pending> left;
        synchronized (lock) {
            closed = true;
            left = Set.copyOf(pending);
            pending.clear();
        }
        ended.cancel();
        left.forEach(one -> {
            one.alarm.cancel();
            one.asking.cancel(true);
        });
    }
}
