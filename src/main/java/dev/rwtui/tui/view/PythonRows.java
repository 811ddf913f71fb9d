package dev.rwtui.tui.view;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Survey;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Pane;
import dev.rwtui.tui.model.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One row for each python environment of the shown host. */
final class PythonRows {

    private static final int PATHS_FROM = 76;
    private static final int PATH_AT_LEAST = 20;
    private static final int NAME_AT_MOST = 24;
    private static final int TWO_LIBRARIES_FROM = 110;

    private final AppState state;
    private final Region place;
    private final List<Environment> all;

    private PythonRows(AppState state, Region place) {
        this.state = state;
        this.place = place;
        this.all = state.shownEnvironments();
    }

    static void draw(AppState state, Region place) {
        PythonRows rows = new PythonRows(state, place);
        if (rows.all.isEmpty()) {
            Pen.on(place, 0).at(1).write(nothing(state), Ink.FAINT);
        } else {
            rows.draw();
        }
    }

    /** What stands in place of rows. */
    private static String nothing(AppState state) {
        Optional<Survey> survey = state.shownSurvey();
        boolean up = state.shown()
                .filter(host -> state.link(host.alias()) instanceof Link.Up)
                .isPresent();
        if (!up && survey.filter(one -> one.stage() != Survey.Stage.RUNNING).isEmpty()) {
            return "Known once it is connected.";
        }
        if (survey.isEmpty() || survey.get().stage() == Survey.Stage.RUNNING) {
            return "Looking for environments.";
        }
        return survey.get().failure().map(why -> "Nobody could look: " + why).orElse("No python was found.");
    }

    private void draw() {
        int marked = state.markedEnvironment().map(all::indexOf).orElse(0);
        int first = Scroll.first(marked, all.size(), place.height());
        int names = width(Environment::name, NAME_AT_MOST);
        int kinds = width(environment -> environment.kind().word(), NAME_AT_MOST);
        int versions = width(environment -> environment.version().orElse(""), NAME_AT_MOST);
        for (int i = first; i < Math.min(all.size(), first + place.height()); i++) {
            row(place.part(0, i - first, place.width(), 1), all.get(i), i == marked, names, kinds, versions);
        }
    }

    private int width(Function<Environment, String> column, int most) {
        return all.stream()
                .mapToInt(environment -> Text.widthOf(column.apply(environment)))
                .map(width -> Math.min(width, Math.min(most, place.width() / 4)))
                .max()
                .orElse(0);
    }

    private void row(Region line, Environment environment, boolean marked, int names, int kinds, int versions) {
        boolean broken = environment.fault().isPresent();
        Pen pen = Pen.on(line, 0)
                .write(marked ? "▸" : " ", Ink.STRONG)
                .write(broken ? "✕ " : isChosen(environment) ? "★ " : "  ", broken ? Ink.BAD : Ink.GOOD)
                .write(line.truncated(environment.name(), names), marked ? Ink.STRONG : Ink.NORMAL)
                .at(3 + names + 2)
                .write(line.truncated(environment.kind().word(), kinds), Ink.FAINT)
                .at(3 + names + 2 + kinds + 2);
        pen.right(" ", Ink.NORMAL, 0);
        if (broken) {
            pen.write(environment.fault().get(), Ink.BAD);
        } else {
            pen.write(line.truncated(environment.version().orElse(""), versions), Ink.NORMAL)
                    .at(3 + names + 2 + kinds + 2 + versions + 2);
            known(pen, environment);
        }
        if (marked) {
            line.lay(0, state.screen().pane() == Pane.PYTHON ? Backdrop.SELECTED : Backdrop.MARKED);
        }
    }

    /** Whether it is the one for the repository on this host. */
    private boolean isChosen(Environment environment) {
        return state.screen()
                .selected()
                .flatMap(host -> state.facts().code().mapping(host).interpreter())
                .filter(path -> environment.interpreter().equals(Optional.of(path)))
                .isPresent();
    }

    /** Its libraries, and at the right its python where the screen is wide enough for some of the path. */
    private void known(Pen pen, Environment environment) {
        String libraries = libraries(pen, environment);
        String path = environment.interpreter().orElse("no python");
        if (place.width() >= PATHS_FROM) {
            int room = pen.room() - Text.widthOf(libraries) - 2;
            if (room >= Math.min(Text.widthOf(path), PATH_AT_LEAST)) {
                pen.right(Words.end(path, room), Ink.FAINT, 0);
            }
        }
        pen.write(libraries, Ink.NORMAL);
    }

    /** With their versions where there is room, else by name; nothing rather than a part of a name. */
    private String libraries(Pen pen, Environment environment) {
        String whole = environment.libraries().stream()
                .limit(place.width() >= TWO_LIBRARIES_FROM ? 2 : 1)
                .map(library -> library.name() + " " + library.version())
                .collect(Collectors.joining("  "));
        String name = environment.libraries().stream()
                .findFirst()
                .map(Environment.Library::name)
                .orElse("");
        return Text.widthOf(whole) <= pen.room() ? whole : Text.widthOf(name) <= pen.room() ? name : "";
    }
}
