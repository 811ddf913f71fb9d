package dev.rwtui.tui.terminal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.rwtui.base.Secret;
import dev.rwtui.tui.model.AnswerEntry;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What is typed, as events; or, while the screen shows a question with something to type, as characters that it keeps to
 * itself until they are complete. Which of the two is decided by the last frame that was painted: nobody answers what he
 * has not seen. Safe for the reading thread and the drawing thread.
 */
public final class TypedInput {

    /** Where the results go. Must not block; called by the reading thread. */
    public interface Receiver {
        /** @param seen the question in front on the screen on which it was typed */
        void typed(Event event, OptionalLong seen);

        /** Takes the values over. The event that says so comes after. */
        void entered(long question, List<Secret> values);
    }

    /** What works while an answer is typed, beside editing. */
    private static final Set<String> COMMANDS = Set.of("Esc", "C-c", "C-l", "C-z");

    private static final int PASTE_AT_MOST = 65_536;

    /** How long nothing must be typed before the rest of a withdrawn answer is taken to have been typed. */
    private static final Duration QUIET = Duration.ofMillis(700);

    private final Receiver receiver;
    private final LongSupplier nanos;

    @GuardedBy("this")
    private final KeyParser parser;

    @GuardedBy("this")
    private Optional<SecretEntry> entry = Optional.empty();

    @GuardedBy("this")
    private OptionalLong seen = OptionalLong.empty();

    @GuardedBy("this")
    private final StringBuilder paste = new StringBuilder();

    @GuardedBy("this")
    private boolean pasting;

    @GuardedBy("this")
    private long epoch;

    @GuardedBy("this")
    private long deafSince;

    @GuardedBy("this")
    private boolean deaf;

    /** The clock is {@link dev.rwtui.base.Timers#nanos()}. */
    public TypedInput(Receiver receiver, LongSupplier nanos) {
        this.receiver = receiver;
        this.nanos = nanos;
        this.parser = new KeyParser(new Sink());
    }

    /** A frame was painted. What was being typed into a question that it does not show is wiped. */
    public synchronized void painted(OptionalLong question, Optional<AnswerEntry> answer) {
        OptionalLong before =
                entry.map(SecretEntry::question).map(OptionalLong::of).orElse(OptionalLong.empty());
        OptionalLong now =
                answer.map(AnswerEntry::question).map(OptionalLong::of).orElse(OptionalLong.empty());
        if (seen.equals(question) && before.equals(now)) {
            return;
        }
        parser.reset();
        paste.setLength(0);
        seen = question;
        epoch++;
        if (before.equals(now)) {
            return;
        }
        entry.ifPresent(this::close);
        entry = answer.map(SecretEntry::new);
        entry.ifPresent(this::announceAll);
        deaf = deaf && entry.isEmpty();
    }

    /** Names the screen on which bytes are being read; see {@link #feed}. */
    synchronized long epoch() {
        return epoch;
    }

    /** Bytes that were read on the screen of that epoch; dropped where another one is painted since. */
    synchronized void feed(byte[] bytes, int count, long readOn) {
        if (readOn != epoch) {
            return;
        }
        if (deaf && nanos.getAsLong() - deafSince > QUIET.toNanos()) {
            deaf = false;
        }
        for (int i = 0; i < count; i++) {
            parser.accept(bytes[i]);
        }
        deafSince = nanos.getAsLong();
    }

    synchronized KeyParser.Pending pending() {
        return parser.pending();
    }

    /** What is pending as a key is one. */
    synchronized void settle() {
        parser.settle();
    }

    /** What has begun will not be finished. */
    synchronized void giveUp() {
        parser.reset();
    }

    /** Wipes what was typed. */
    public synchronized void close() {
        entry.ifPresent(SecretEntry::wipe);
        entry = Optional.empty();
        paste.setLength(0);
    }

    /** A question that goes while somebody types leaves the rest of the answer in the air: it must fire no key. */
    @GuardedBy("this")
    private void close(SecretEntry old) {
        deaf = old.isUnderWay();
        deafSince = nanos.getAsLong();
        old.wipe();
    }

    /** The screen may still show what was typed before the question went behind another one. */
    @GuardedBy("this")
    private void announceAll(SecretEntry answer) {
        for (int field = answer.fields() - 1; field >= 0; field--) {
            post(new Event.AnswerTyped(answer.question(), field, 0, ""));
        }
    }

    @GuardedBy("this")
    private void announce(SecretEntry answer) {
        post(new Event.AnswerTyped(answer.question(), answer.field(), answer.length(), answer.shown()));
    }

    @GuardedBy("this")
    private void post(Event event) {
        receiver.typed(event, seen);
    }

    @GuardedBy("this")
    private void answerKey(SecretEntry answer, String name) {
        if (COMMANDS.contains(name)) {
            post(new Event.KeyPressed(new Key(name)));
        } else if (!answer.isComplete()) {
            edit(answer, name);
        }
    }

    @GuardedBy("this")
    private void edit(SecretEntry answer, String name) {
        switch (name) {
            case "Backspace" -> answer.erase();
            case "C-u" -> answer.eraseAll();
            case "Enter" -> {
                if (answer.isLastField()) {
                    receiver.entered(answer.question(), answer.take());
                    post(new Event.AnswerEntered(answer.question()));
                    return;
                }
                answer.next();
            }
            default -> {
                return;
            }
        }
        announce(answer);
    }

    /** What the parser finds. It is called inside of the methods above alone. */
    private final class Sink implements KeySink {

        @Override
        public void key(String name) {
            synchronized (TypedInput.this) {
                if (entry.isPresent()) {
                    answerKey(entry.get(), name);
                } else if (!deaf || COMMANDS.contains(name)) {
                    post(new Event.KeyPressed(new Key(name)));
                } else if (name.equals("Enter")) {
                    deaf = false;
                }
            }
        }

        @Override
        public void character(int codePoint) {
            synchronized (TypedInput.this) {
                if (entry.isPresent()) {
                    if (codePoint >= ' ' && entry.get().type(codePoint) && !pasting) {
                        announce(entry.get());
                    }
                } else if (pasting) {
                    if (paste.length() < PASTE_AT_MOST) {
                        paste.appendCodePoint(codePoint);
                    }
                } else if (!deaf) {
                    post(new Event.KeyPressed(new Key(Character.toString(codePoint))));
                }
            }
        }

        @Override
        public void pasteStarted() {
            synchronized (TypedInput.this) {
                pasting = true;
                paste.setLength(0);
            }
        }

        @Override
        public void pasteEnded() {
            synchronized (TypedInput.this) {
                pasting = false;
                if (entry.isPresent()) {
                    announce(entry.get());
                } else if (!deaf && paste.length() > 0) {
                    post(new Event.Pasted(paste.toString()));
                }
                paste.setLength(0);
            }
        }
    }
}
