package dev.rwtui.tui.model;

import dev.rwtui.ssh.model.Question;
import java.util.List;

/**
 * A question in front whose answer is typed: until it goes, the key reader keeps the characters to itself.
 *
 * @param field index of the field to type
 * @param echoes of every field, in order; never empty
 */
public record AnswerEntry(long question, int field, List<Question.Echo> echoes) {

    public AnswerEntry {
        echoes = List.copyOf(echoes);
    }

    /** Of the field to type. */
    public Question.Echo echo() {
        return echoes.get(field);
    }
}
