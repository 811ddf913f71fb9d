package dev.rwtui.ssh.model;

import dev.rwtui.base.Secret;
import java.util.List;

/** What a person said to a {@link Question}. Closing it wipes what was typed. */
public sealed interface Answer extends AutoCloseable {

    @Override
    default void close() {}

    /** One secret per field, in the order of the question. */
    record Typed(List<Secret> values) implements Answer {
        public Typed {
            values = List.copyOf(values);
        }

        @Override
        public void close() {
            values.forEach(Secret::close);
        }
    }

    record Yes() implements Answer {}

    /** Declined, cancelled, withdrawn, or nobody there to ask. */
    record No() implements Answer {}
}
