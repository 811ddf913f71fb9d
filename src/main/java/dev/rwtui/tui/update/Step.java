package dev.rwtui.tui.update;

import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Effect;
import java.util.ArrayList;
import java.util.List;

/** The next state, and what to ask of the world, in order. */
public record Step(AppState state, List<Effect> effects) {

    public Step {
        effects = List.copyOf(effects);
    }

    static Step of(AppState state, Effect... effects) {
        return new Step(state, List.of(effects));
    }

    Step and(List<Effect> more) {
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(more);
        return new Step(state, all);
    }
}
