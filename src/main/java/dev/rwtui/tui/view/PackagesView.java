package dev.rwtui.tui.view;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.InstalledPackage;
import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.ComparisonPage;
import dev.rwtui.tui.model.ForIde;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.PackagesPage;
import dev.rwtui.tui.model.Pythons;
import java.util.List;
import java.util.Optional;

/** What is installed in an environment, and what an IDE needs of it, over the panes. */
final class PackagesView {

    private static final int NAMES_AT_MOST = 32;

    private PackagesView() {}

    static void draw(AppState state, Overlay.Packages shown, Region body) {
        String title = "Packages of " + name(state, shown.environment());
        Region inside = Modal.frame(body, title);
        Optional<Pythons.Listing> listing = state.facts().pythons().listing(shown.environment());
        filter(shown, body);
        if (listing.isEmpty()) {
            Pen.on(inside, 0, Backdrop.MODAL)
                    .write("Asking " + shown.environment().host() + ".", Ink.FAINT);
            return;
        }
        if (listing.get().failure().isPresent()) {
            new Paper(inside).say("✕", listing.get().failure().get(), Ink.BAD).draw(inside, Backdrop.MODAL);
            return;
        }
        List<InstalledPackage> found = PackagesPage.of(state, shown);
        int names = found.stream()
                .mapToInt(one -> Text.widthOf(one.name()))
                .map(width -> Math.min(width, NAMES_AT_MOST))
                .max()
                .orElse(0);
        List<List<Paper.Span>> lines =
                found.stream().map(one -> spans(body, one, names)).toList();
        if (lines.isEmpty()) {
            String nothing = shown.filter().isActive() ? "No package is called like that." : "None.";
            lines = List.of(List.of(new Paper.Span(nothing, Ink.FAINT)));
        }
        PageView.draw(body, title, lines, shown.scroll(), Words.count(found.size(), "package"));
        filter(shown, body);
    }

    private static String name(AppState state, Pythons.Key key) {
        return state.facts().pythons().environment(key).map(Environment::name).orElse(key.environment());
    }

    private static void filter(Overlay.Packages shown, Region body) {
        Region edge = body.part(2, 0, body.width() - 4, 1);
        if (shown.filter().isActive() || shown.filter().isBeingTyped()) {
            String text = " /" + shown.filter().text() + " ";
            Pen.on(edge, 0, Backdrop.MODAL).right(text, Ink.KEY, 0);
            if (shown.filter().isBeingTyped()) {
                edge.showCursor(edge.width() - 1, 0);
            }
        }
    }

    private static List<Paper.Span> spans(Region measure, InstalledPackage one, int names) {
        Text name = measure.truncated(one.name(), names);
        String from = switch (one.manager()) {
            case CONDA ->
                one.channel().orElse("conda")
                        + one.build().map(build -> " " + build).orElse("");
            case PIP -> one.origin().orElse("pip");
        };
        return List.of(
                new Paper.Span(name + " ".repeat(Math.max(0, names + 2 - name.width())), Ink.NORMAL),
                new Paper.Span(one.version() + "  ", Ink.STRONG),
                new Paper.Span(from, Ink.FAINT));
    }

    static void draw(Overlay.Comparing shown, Region body) {
        PageView.draw(
                body,
                shown.here().words() + " and " + shown.there().words(),
                ComparisonPage.of(shown).stream()
                        .map(line -> List.of(new Paper.Span(indent(line.part()) + line.text(), ink(line.part()))))
                        .toList(),
                shown.scroll(),
                "");
    }

    private static String indent(ComparisonPage.Part part) {
        return part == ComparisonPage.Part.DIFFERENCE || part == ComparisonPage.Part.COMMAND ? "  " : "";
    }

    private static Ink ink(ComparisonPage.Part part) {
        return switch (part) {
            case VERDICT -> Ink.STRONG;
            case HEADING -> Ink.TITLE;
            case DIFFERENCE, COMMAND -> Ink.NORMAL;
            case NOTE -> Ink.FAINT;
            case FAILURE -> Ink.BAD;
        };
    }

    static void draw(AppState state, Overlay.ForIde shown, Region body) {
        List<List<Paper.Span>> lines = ForIde.lines(state, shown).stream()
                .map(line -> List.of(new Paper.Span(line, Ink.NORMAL)))
                .toList();
        PageView.draw(
                body,
                "For " + shown.form().title(),
                lines.isEmpty() ? List.of(List.of(new Paper.Span("The environment is gone.", Ink.FAINT))) : lines,
                shown.scroll(),
                "");
    }
}
