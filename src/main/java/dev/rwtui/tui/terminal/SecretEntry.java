package dev.rwtui.tui.terminal;

import dev.rwtui.base.Secret;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.tui.model.AnswerEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The answer to one question while it is typed. Holds the characters in arrays that it wipes. */
final class SecretEntry {

    private static final int UNITS_AT_MOST = 4096;

    private final AnswerEntry asked;
    private final char[][] typed;
    private final int[] units;
    private int field;
    private boolean complete;

    SecretEntry(AnswerEntry asked) {
        this.asked = asked;
        this.typed = new char[asked.echoes().size()][UNITS_AT_MOST];
        this.units = new int[typed.length];
    }

    long question() {
        return asked.question();
    }

    int fields() {
        return typed.length;
    }

    int field() {
        return field;
    }

    boolean isLastField() {
        return field == typed.length - 1;
    }

    /** Whether there is something typed that was not handed over. */
    boolean isUnderWay() {
        return !complete && Arrays.stream(units).anyMatch(count -> count > 0);
    }

    /** Whether it was handed over. */
    boolean isComplete() {
        return complete;
    }

    /** Code points in the field at work. */
    int length() {
        return Character.codePointCount(typed[field], 0, units[field]);
    }

    /** The text of the field at work where it is echoed, else empty. */
    String shown() {
        return switch (asked.echoes().get(field)) {
            case SHOWN -> new String(typed[field], 0, units[field]);
            case HIDDEN -> "";
        };
    }

    /** Whether it was taken: nothing is once the field is full or the answer complete. */
    boolean type(int codePoint) {
        if (complete || units[field] + Character.charCount(codePoint) > UNITS_AT_MOST) {
            return false;
        }
        units[field] += Character.toChars(codePoint, typed[field], units[field]);
        return true;
    }

    void erase() {
        if (units[field] > 0) {
            int last = Character.charCount(Character.codePointBefore(typed[field], units[field]));
            Arrays.fill(typed[field], units[field] - last, units[field], '\0');
            units[field] -= last;
        }
    }

    void eraseAll() {
        Arrays.fill(typed[field], 0, units[field], '\0');
        units[field] = 0;
    }

    void next() {
        field++;
    }

    /** Hands the values over, one for each field, and forgets them. */
    List<Secret> take() {
        List<Secret> values = new ArrayList<>();
        for (int i = 0; i < typed.length; i++) {
            values.add(Secret.owning(Arrays.copyOf(typed[i], units[i])));
        }
        wipe();
        complete = true;
        return values;
    }

    void wipe() {
        for (char[] one : typed) {
            Arrays.fill(one, '\0');
        }
        Arrays.fill(units, 0);
    }

    /** Says nothing of what was typed. */
    @Override
    public String toString() {
        return "answer to question " + question() + ", " + (asked.echo() == Question.Echo.SHOWN ? "shown" : "hidden");
    }
}
