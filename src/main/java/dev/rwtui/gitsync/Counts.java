package dev.rwtui.gitsync;

import dev.rwtui.remote.Frame;

/** The output of {@code git rev-list --left-right --count left...right}: commits that only one of two has. */
record Counts(int left, int right) {

    static final Counts NONE = new Counts(0, 0);

    /** None where git had no answer. */
    static Counts of(Frame frame) {
        String[] words = frame.field(0).strip().split("\\s+");
        return words.length == 2 ? new Counts(Integer.parseInt(words[0]), Integer.parseInt(words[1])) : NONE;
    }
}
