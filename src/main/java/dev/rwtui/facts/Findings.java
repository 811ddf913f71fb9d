package dev.rwtui.facts;

import dev.rwtui.facts.model.Unfinished;
import java.util.ArrayList;
import java.util.List;

/** What is noted while the parts are read. */
final class Findings {

    private final List<String> notes = new ArrayList<>();
    private final List<Unfinished> unfinished = new ArrayList<>();

    void note(String note) {
        notes.add(note);
    }

    void unfinished(String part, String why) {
        unfinished.add(new Unfinished(part, why));
    }

    List<String> notes() {
        return notes;
    }

    List<Unfinished> unfinished() {
        return unfinished;
    }
}
