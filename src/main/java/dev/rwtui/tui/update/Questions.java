package dev.rwtui.tui.update;

import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Effect;

/** The queue of questions. */
final class Questions {

    private Questions() {}

    static boolean isWaiting(AppState state, long id) {
        return state.questions().stream().anyMatch(asked -> asked.question().id() == id);
    }

    static AppState without(AppState state, long id) {
        return state.asking(state.questions().stream()
                .filter(asked -> asked.question().id() != id)
                .toList());
    }

    static Step yes(AppState state) {
        long id = front(state);
        return Step.of(without(state, id), new Effect.SendYes(id));
    }

    static Step no(AppState state) {
        long id = front(state);
        return Step.of(without(state, id), new Effect.SendNo(id));
    }

    static Step typed(AppState state) {
        long id = front(state);
        return Step.of(without(state, id), new Effect.SendTyped(id));
    }

    private static long front(AppState state) {
        return state.questions().get(0).question().id();
    }
}
