package dev.rwtui.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Secret;
import dev.rwtui.ssh.model.Question.Echo;
import dev.rwtui.tui.model.AnswerEntry;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Key;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class TypedInputTest {

    private static final OptionalLong NO_QUESTION = OptionalLong.empty();
    private static final OptionalLong SEVEN = OptionalLong.of(7);

    private final List<Event> events = new ArrayList<>();
    private final List<OptionalLong> screens = new ArrayList<>();
    private final List<String> entered = new ArrayList<>();
    private long nanos;
    private final TypedInput input = new TypedInput(
            new TypedInput.Receiver() {
                @Override
                public void typed(Event event, OptionalLong seen) {
                    events.add(event);
                    screens.add(seen);
                }

                @Override
                public void entered(long question, List<Secret> values) {
                    values.forEach(value -> entered.add(question + "=" + value.<String>use(String::new)));
                }
            },
            () -> nanos);

    @Test
    void keysAreEventsThatKnowTheScreenTheyWereTypedOn() {
        type("j");
        input.painted(SEVEN, Optional.empty());
        type("y");

        assertThat(events).containsExactly(pressed("j"), pressed("y"));
        assertThat(screens).containsExactly(NO_QUESTION, SEVEN);
    }

    @Test
    void aPasteIsOneEvent() {
        type("\u001b[200~a b\n\u001b[201~");

        assertThat(events).containsExactly(new Event.Pasted("a b\n"));
    }

    @Test
    void aSecretIsNeverAnEvent() {
        ask(Echo.HIDDEN);

        type("pä😀q\u007f!\r");

        assertThat(events)
                .containsExactly(
                        typed(0, 0, ""),
                        typed(0, 1, ""),
                        typed(0, 2, ""),
                        typed(0, 3, ""),
                        typed(0, 4, ""),
                        typed(0, 3, ""),
                        typed(0, 4, ""),
                        new Event.AnswerEntered(7));
        assertThat(entered).containsExactly("7=pä😀!");
    }

    @Test
    void whatMayBeSeenIsShown() {
        ask(Echo.HIDDEN, Echo.SHOWN);

        type("a\rbc\r");

        assertThat(events)
                .containsExactly(
                        typed(1, 0, ""),
                        typed(0, 0, ""),
                        typed(0, 1, ""),
                        typed(1, 0, ""),
                        typed(1, 1, "b"),
                        typed(1, 2, "bc"),
                        new Event.AnswerEntered(7));
        assertThat(entered).containsExactly("7=a", "7=bc");
    }

    @Test
    void controlUErasesAll() {
        ask(Echo.SHOWN);

        type("ab\u0015c\r");

        assertThat(entered).containsExactly("7=c");
    }

    @Test
    void aPastedSecretIsTakenWithoutItsLineEnd() {
        ask(Echo.HIDDEN);

        type("\u001b[200~s3cret\r\u001b[201~");

        assertThat(events).containsExactly(typed(0, 0, ""), typed(0, 6, ""));
        type("\r");
        assertThat(entered).containsExactly("7=s3cret");
    }

    @Test
    void ofOtherKeysOnlyThoseThatLeaveReachTheProgram() {
        ask(Echo.HIDDEN);
        events.clear();

        type("\u001b[A\u001bq\u0003\u001a");
        type("\u001b");
        input.settle();

        assertThat(events).containsExactly(pressed("C-c"), pressed("C-z"), pressed("Esc"));
    }

    @Test
    void bytesReadBeforeTheModalsFirstFrameAreDropped() {
        long readOn = input.epoch();
        ask(Echo.HIDDEN);
        events.clear();

        input.feed(new byte[] {'q'}, 1, readOn);

        assertThat(events).isEmpty();
    }

    @Test
    void theRestOfAWithdrawnAnswerFiresNoKey() {
        ask(Echo.HIDDEN);
        type("hal");
        events.clear();

        input.painted(NO_QUESTION, Optional.empty());
        type("bq");
        type("\r");
        type("j");

        assertThat(events).containsExactly(pressed("j"));
    }

    @Test
    void afterAPauseKeysAreKeysAgain() {
        ask(Echo.HIDDEN);
        type("hal");
        events.clear();

        input.painted(NO_QUESTION, Optional.empty());
        nanos += Duration.ofSeconds(1).toNanos();
        type("j");

        assertThat(events).containsExactly(pressed("j"));
    }

    @Test
    void whatIsTypedAfterTheAnswerWasGivenIsNeitherKeyNorAnswer() {
        ask(Echo.HIDDEN);
        type("pw\r");
        events.clear();

        type("qq\r");

        assertThat(events).doesNotContain(pressed("q"));
        assertThat(entered).containsExactly("7=pw");
    }

    @Test
    void aQuestionThatWasCoveredStartsAnew() {
        ask(Echo.HIDDEN);
        type("ab");
        input.painted(NO_QUESTION, Optional.empty());
        events.clear();

        ask(Echo.HIDDEN);
        type("c\r");

        assertThat(events).containsExactly(typed(0, 0, ""), typed(0, 1, ""), new Event.AnswerEntered(7));
        assertThat(entered).containsExactly("7=c");
    }

    private void ask(Echo... echoes) {
        input.painted(SEVEN, Optional.of(new AnswerEntry(7, 0, List.of(echoes))));
    }

    private void type(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        input.feed(bytes, bytes.length, input.epoch());
    }

    private static Event pressed(String key) {
        return new Event.KeyPressed(new Key(key));
    }

    private static Event typed(int field, int length, String shown) {
        return new Event.AnswerTyped(7, field, length, shown);
    }
}
