package dev.rwtui.python.model;

import java.util.List;
import java.util.Optional;

/** An environment marker (PEP 508): where a requirement applies. */
public sealed interface Marker {

    /** What it comes to; in this order, the worst that is met decides in an {@code and}, the best in an {@code or}. */
    enum Answer {
        NO,
        /** It asks for what is not known of the environment. */
        UNKNOWN,
        YES
    }

    Answer in(MarkerEnvironment environment);

    /** Whether a requirement with it counts there: what cannot be told counts. */
    default boolean appliesIn(MarkerEnvironment environment) {
        return in(environment) != Answer.NO;
    }

    /** Empty where the text is no marker. */
    static Optional<Marker> parse(String text) {
        return MarkerParser.parse(text);
    }

    /** All of them. */
    record And(List<Marker> parts) implements Marker {

        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public Answer in(MarkerEnvironment environment) {
            return parts.stream()
                    .map(part -> part.in(environment))
                    .min(Answer::compareTo)
                    .orElse(Answer.YES);
        }
    }

    /** Any of them. */
    record Or(List<Marker> parts) implements Marker {

        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public Answer in(MarkerEnvironment environment) {
            return parts.stream()
                    .map(part -> part.in(environment))
                    .max(Answer::compareTo)
                    .orElse(Answer.NO);
        }
    }

    /** One comparison. */
    record Comparison(Operand left, String operator, Operand right) implements Marker {

        @Override
        public Answer in(MarkerEnvironment environment) {
            if (left.isOfExtras() || right.isOfExtras()) {
                // An environment does not tell what extras or groups it was made with: none.
                return negates() ? Answer.YES : Answer.NO;
            }
            Optional<String> a = left.value(environment);
            Optional<String> b = right.value(environment);
            if (a.isEmpty() || b.isEmpty()) {
                return Answer.UNKNOWN;
            }
            return MarkerOperators.compare(a.get(), operator, b.get());
        }

        private boolean negates() {
            return operator.equals("!=") || operator.equals("not in");
        }
    }

    /** A side of a comparison. */
    sealed interface Operand {

        Optional<String> value(MarkerEnvironment environment);

        default boolean isOfExtras() {
            return false;
        }

        /** A text in quotes. */
        record Literal(String text) implements Operand {
            @Override
            public Optional<String> value(MarkerEnvironment environment) {
                return Optional.of(text);
            }
        }

        /** A name that the environment has a value for, or not. */
        record Variable(String name) implements Operand {
            @Override
            public Optional<String> value(MarkerEnvironment environment) {
                return environment.value(name);
            }

            @Override
            public boolean isOfExtras() {
                return name.equals("extra") || name.equals("extras") || name.equals("dependency_groups");
            }
        }
    }
}
