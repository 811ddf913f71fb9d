package dev.rwtui.tui.update;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.Environment;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Filter;
import dev.rwtui.tui.model.ForIde;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Pythons;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the keys of the environments do. */
final class Pythonic {

    private Pythonic() {}

    /** Asked for anew each time: what is installed changes. */
    static Step packages(AppState state) {
        return onMark(state, (host, environment) -> {
            Pythons.Key key = new Pythons.Key(host, environment.key());
            return Step.of(
                    state.with(state.screen().with(new Overlay.Packages(key, 0, Filter.NONE))),
                    new Effect.ListPackages(key));
        });
    }

    static Step copy(AppState state) {
        return onMark(
                state,
                (host, environment) -> environment
                        .interpreter()
                        .map(path -> Step.of(state, new Effect.Copy(path)))
                        .orElseGet(() -> Step.of(state)));
    }

    static Step forIde(AppState state) {
        return onMark(
                state,
                (host, environment) -> Step.of(state.with(state.screen()
                        .with(new Overlay.ForIde(new Pythons.Key(host, environment.key()), Overlay.Form.PYCHARM, 0)))));
    }

    static AppState otherForm(AppState state) {
        return overlay(state)
                .map(old -> state.with(state.screen()
                        .with(new Overlay.ForIde(old.environment(), old.form().other(), 0))))
                .orElse(state);
    }

    static Step copyAll(AppState state) {
        return overlay(state)
                .map(shown -> Step.of(state, new Effect.Copy(String.join("\n", ForIde.lines(state, shown)) + "\n")))
                .orElseGet(() -> Step.of(state));
    }

    static Step survey(AppState state) {
        return state.screen()
                .selected()
                .map(host -> Step.of(
                        Keys.telling(state, Event.Severity.INFO, "looking for environments on " + host),
                        new Effect.SurveyPython(host)))
                .orElseGet(() -> Step.of(state));
    }

    private static Optional<Overlay.ForIde> overlay(AppState state) {
        return state.screen().overlay().filter(Overlay.ForIde.class::isInstance).map(Overlay.ForIde.class::cast);
    }

    private static Step onMark(AppState state, BiFunction<HostAlias, Environment, Step> action) {
        Optional<HostAlias> host = state.screen().selected();
        Optional<Environment> marked = state.markedEnvironment();
        return host.isPresent() && marked.isPresent() ? action.apply(host.get(), marked.get()) : Step.of(state);
    }
}
