package dev.rwtui.tui.update;

import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Filter;

/** Typing what hosts are looked for by. */
final class Finding {

    private static final int LENGTH_AT_MOST = 200;

    private Finding() {}

    static AppState begun(AppState state) {
        return changed(
                state, state.screen().filter().typed(state.screen().filter().text()));
    }

    /** Line ends and other controls are left out. */
    static AppState typed(AppState state, String more) {
        Filter filter = state.screen().filter();
        StringBuilder text = new StringBuilder(filter.text());
        more.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LENGTH_AT_MOST - Math.min(LENGTH_AT_MOST, text.codePointCount(0, text.length())))
                .forEach(text::appendCodePoint);
        return changed(state, filter.typed(text.toString()));
    }

    static AppState erased(AppState state) {
        Filter filter = state.screen().filter();
        return changed(state, filter.typed(withoutLast(filter.text())));
    }

    /** Without its last code point. */
    static String withoutLast(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }

    static AppState erasedAll(AppState state) {
        return changed(state, state.screen().filter().typed(""));
    }

    static AppState kept(AppState state) {
        return state.visibleHosts().isEmpty()
                ? Keys.telling(state, Event.Severity.WARNING, "no host matches: Esc clears the filter")
                : changed(state, state.screen().filter().kept());
    }

    static AppState cleared(AppState state) {
        return changed(state, Filter.NONE);
    }

    private static AppState changed(AppState state, Filter filter) {
        return Selection.onAMatch(state.with(state.screen().with(filter)));
    }
}
