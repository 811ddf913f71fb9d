package dev.rwtui.bench;

import java.util.Locale;
import java.util.Optional;

/** One line of the table. */
record Finding(String what, Optional<Goal> goal, Figures ours, Optional<Figures> theirs) {

    static final String HEAD = """
            | measured | goal | rwtui | OpenSSH | rwtui : OpenSSH | verdict |
            | --- | --- | --- | --- | --- | --- |
            """;

    static Finding alone(String what, Optional<Goal> goal, Figures ours) {
        return new Finding(what, goal, ours, Optional.empty());
    }

    static Finding beside(String what, Optional<Goal> goal, Pairs pairs) {
        return new Finding(what, goal, pairs.ours(), Optional.of(pairs.theirs()));
    }

    String row() {
        return String.join(
                " | ",
                "| " + what,
                goal.map(Goal::words).orElse("–"),
                ours.text(),
                theirs.map(Figures::text).orElse("–"),
                theirs.map(figures -> String.format(Locale.ROOT, "%.2f", ours.median() / figures.median()))
                        .orElse("–"),
                verdict() + " |");
    }

    private String verdict() {
        double peer = theirs.map(Figures::median).orElse(Double.NaN);
        return goal.map(wished -> wished.judge().met(ours.median(), peer) ? "met" : "**missed**")
                .orElse("–");
    }
}
