package dev.rwtui.tui.update;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.tui.command.Command;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Filter;
import dev.rwtui.tui.model.ForIde;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Pythons;
import dev.rwtui.tui.model.Remembering;
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

    /** The other side is typed or chosen on the command line. */
    static AppState choosing(AppState state) {
        return state.with(state.screen().with(Overlay.CommandLine.EMPTY.typed(Command.COMPARE.word() + " ")));
    }

    /** @param there what was typed; the marked environment is the other side */
    static Step compare(AppState state, EnvironmentRef there) {
        return onMark(
                state,
                (host, environment) ->
                        compare(state, new EnvironmentRef.OnHost(host, called(state, environment)), there));
    }

    /** Its name where that is enough to find it. */
    private static String called(AppState state, Environment environment) {
        boolean unique = state.shownEnvironments().stream()
                        .filter(one -> one.name().equals(environment.name()))
                        .count()
                == 1;
        return unique ? environment.name() : environment.key();
    }

    static Step compare(AppState state, EnvironmentRef here, EnvironmentRef there) {
        return Step.of(
                state.with(state.screen().with(new Overlay.Comparing(here, there, Optional.empty(), 0))),
                new Effect.Compare(here, there));
    }

    /** Shown where it is still waited for. */
    static AppState compared(AppState state, Event.EnvironmentsCompared e) {
        return state.screen()
                .overlay()
                .filter(new Overlay.Comparing(e.here(), e.there(), Optional.empty(), 0)::equals)
                .map(waiting -> state.with(
                        state.screen().with(new Overlay.Comparing(e.here(), e.there(), Optional.of(e.compared()), 0))))
                .orElse(state);
    }

    static Step copyCommands(AppState state) {
        return state.screen()
                .overlay()
                .filter(Overlay.Comparing.class::isInstance)
                .map(Overlay.Comparing.class::cast)
                .flatMap(Overlay.Comparing::compared)
                .map(compared -> Step.of(state, new Effect.Copy(String.join("\n", compared.commands()) + "\n")))
                .orElseGet(() -> Step.of(state));
    }

    static Step choose(AppState state) {
        return onMark(
                state,
                (host, environment) -> environment
                        .interpreter()
                        .map(path -> Step.of(
                                remembering(state, Remembering.interpreter(host, path, environment.name())),
                                new Effect.ChooseInterpreter(host, path)))
                        .orElseGet(() -> Step.of(state)));
    }

    /** The path is typed, or chosen among the clones that were found. */
    static AppState mapping(AppState state) {
        return state.with(state.screen().with(Overlay.CommandLine.EMPTY.typed(Command.MAP.word() + " ")));
    }

    static Step map(AppState state, String path) {
        return state.screen()
                .selected()
                .map(host ->
                        Step.of(remembering(state, Remembering.path(host, path)), new Effect.MapRepository(host, path)))
                .orElseGet(() -> Step.of(state));
    }

    /** Nothing is said before it is written. */
    private static AppState remembering(AppState state, Remembering asked) {
        return state.with(state.screen().remembering(Optional.of(asked)));
    }

    /** A survey tells of mappings as well: what was asked for is said to be done only once it is there. */
    static AppState mapped(AppState state, Event.MappingRead e) {
        AppState next = state.with(state.facts().with(e));
        return state.screen()
                .remembering()
                .filter(asked -> asked.isDone(e))
                .map(asked -> Keys.telling(forgetting(next), Event.Severity.INFO, asked.done()))
                .orElse(next);
    }

    /** Why it failed is told. */
    static AppState forgetting(AppState state) {
        return state.with(state.screen().remembering(Optional.empty()));
    }

    static Step survey(AppState state) {
        return state.screen()
                .selected()
                .map(host -> Step.of(
                        Keys.beginning(state, "looking for environments on " + host), new Effect.SurveyPython(host)))
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
