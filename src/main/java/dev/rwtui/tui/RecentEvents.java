package dev.rwtui.tui;

import dev.rwtui.tui.model.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last events, in words for a bug report. What was typed into a question, and pasted, is not among them. */
final class RecentEvents {

    private static final int KEPT = 50;
    private static final int WORDS_AT_MOST = 300;

    private final Deque<Event> events = new ArrayDeque<>();

    void add(Event event) {
        if (events.size() == KEPT) {
            events.removeFirst();
        }
        events.addLast(event);
    }

    /** Oldest first. */
    List<String> words() {
        return events.stream().map(RecentEvents::words).toList();
    }

    private static String words(Event event) {
        if (event instanceof Event.AnswerTyped typed) {
            return "AnswerTyped[question=" + typed.question() + ", field=" + typed.field() + ", length="
                    + typed.length() + "]";
        }
        if (event instanceof Event.Pasted pasted) {
            return "Pasted[" + pasted.text().length() + " characters]";
        }
        String all = event.toString();
        return all.length() <= WORDS_AT_MOST ? all : all.substring(0, WORDS_AT_MOST) + "…";
    }
}
