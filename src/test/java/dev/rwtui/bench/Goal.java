package dev.rwtui.bench;

import java.util.Optional;

/** What a figure is to be. A goal that speaks of OpenSSH cannot be met where OpenSSH was not measured. */
record Goal(String words, Judge judge) {

    /** Whether the medians are as wished. */
    interface Judge {
        boolean met(double ours, double theirs);
    }

    static Goal atMost(double limit, Figures.Unit unit) {
        return new Goal("at most " + unit.text(limit), (ours, theirs) -> ours <= limit);
    }

    static Goal under(double limit, Figures.Unit unit) {
        return new Goal("under " + unit.text(limit), (ours, theirs) -> ours < limit);
    }

    static Goal noSlower() {
        return new Goal("no slower than ssh", (ours, theirs) -> ours <= theirs);
    }

    static Goal halfTheTime() {
        return new Goal("at most half of ssh's", (ours, theirs) -> ours <= theirs / 2);
    }

    static Goal aThird() {
        return new Goal("at most a third of ssh's", (ours, theirs) -> ours <= theirs / 3);
    }

    static Goal atLeastAsFast() {
        return new Goal("at least ssh's", (ours, theirs) -> ours >= theirs);
    }

    /** Reported, not judged. */
    static Optional<Goal> none() {
        return Optional.empty();
    }
}
