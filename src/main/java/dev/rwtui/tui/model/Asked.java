package dev.rwtui.tui.model;

import dev.rwtui.ssh.model.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A question that waits for its answer.
 *
 * @param field index of the field that is being typed
 * @param typed what the screen may know of each field so far, in order; empty where nothing is typed
 */
public record Asked(Question question, Instant at, int field, List<Typed> typed) {

    public Asked {
        typed = List.copyOf(typed);
    }

    public static Asked of(Question question, Instant at) {
        int fields =
                question.ask() instanceof Question.Fields ask ? ask.fields().size() : 0;
        return new Asked(question, at, 0, java.util.Collections.nCopies(fields, Typed.NOTHING));
    }

    /** About when the asking side hangs up. */
    public Instant deadline() {
        return at.plus(question.patience());
    }

    /** The same where {@code newField} is not one of its fields. */
    public Asked typing(int newField, Typed what) {
        if (newField < 0 || newField >= typed.size()) {
            return this;
        }
        List<Typed> changed = new ArrayList<>(typed);
        changed.set(newField, what);
        return new Asked(question, at, newField, changed);
    }

    /**
     * What the screen knows of a field.
     *
     * @param length code points
     * @param shown the text where it may be seen, else empty
     */
    public record Typed(int length, String shown) {
        public static final Typed NOTHING = new Typed(0, "");
    }
}
