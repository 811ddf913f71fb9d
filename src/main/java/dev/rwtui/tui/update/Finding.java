package dev.rwtui.tui.update;

import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Filter;
import dev.rwtui.tui.model.Overlay;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Typing what hosts are looked for by, or packages where they are in front. */
final class Finding {

    private static final int LENGTH_AT_MOST = 200;

    private Finding() {}

    static AppState begun(AppState state) {
        return changed(state, filter -> filter.typed(filter.text()));
    }

    /** Line ends and other controls are left out. */
    static AppState typed(AppState state, String more) {
        return changed(state, filter -> {
            StringBuilder text = new StringBuilder(filter.text());
            more.codePoints()
                    .filter(c -> !Character.isISOControl(c))
                    .limit(LENGTH_AT_MOST - Math.min(LENGTH_AT_MOST, text.codePointCount(0, text.length())))
                    .forEach(text::appendCodePoint);
            return filter.typed(text.toString());
        });
    }

    static AppState erased(AppState state) {
        return changed(state, filter -> filter.typed(withoutLast(filter.text())));
    }

    /** Without its last code point. */
    static String withoutLast(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }

    static AppState erasedAll(AppState state) {
        return changed(state, filter -> filter.typed(""));
    }

    static AppState kept(AppState state) {
        boolean nothing = packages(state).isEmpty() && state.visibleHosts().isEmpty();
        return nothing
                ? Keys.telling(state, Event.Severity.WARNING, "no host matches: Esc clears the filter")
                : changed(state, Filter::kept);
    }

    static AppState cleared(AppState state) {
        return changed(state, filter -> Filter.NONE);
    }

    private static AppState changed(AppState state, UnaryOperator<Filter> change) {
        Optional<Overlay.Packages> packages = packages(state);
        if (packages.isPresent()) {
            Overlay.Packages old = packages.get();
            return state.with(
                    state.screen().with(new Overlay.Packages(old.environment(), 0, change.apply(old.filter()))));
        }
        return Selection.onAMatch(
                state.with(state.screen().with(change.apply(state.screen().filter()))));
    }

    private static Optional<Overlay.Packages> packages(AppState state) {
        return state.screen()
                .overlay()
                .filter(Overlay.Packages.class::isInstance)
                .map(Overlay.Packages.class::cast);
    }
}
