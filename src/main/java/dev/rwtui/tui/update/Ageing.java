package dev.rwtui.tui.update;

import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Pending;
import dev.rwtui.tui.model.Screen;
import java.time.Instant;
import java.util.List;

/** Time going on: messages and marks learn when they end, and end. */
final class Ageing {

    private Ageing() {}

    static AppState to(Instant now, AppState state) {
        Screen screen = state.screen();
        List<Pending> pending = screen.pending().stream()
                .map(mark -> mark.from(now))
                .filter(mark -> mark.until().filter(now::isBefore).isPresent())
                .toList();
        Screen aged = screen.toast()
                .map(toast -> toast.from(now))
                .filter(toast -> toast.until().filter(now::isBefore).isPresent())
                .map(screen::with)
                .orElseGet(screen::withoutToast);
        return state.at(now).with(aged.with(pending));
    }
}
