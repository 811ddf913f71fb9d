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
        Region inside = Modal.frame(body, "Packages of " + name(state, shown.environment()));
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
        int last = Math.max(0, found.size() - inside.height());
        int first = Math.min(shown.scroll(), last);
        int names = found.stream()
                .mapToInt(one -> Text.widthOf(one.name()))
                .map(width -> Math.min(width, NAMES_AT_MOST))
                .max()
                .orElse(0);
        for (int row = 0; row < Math.min(inside.height(), found.size()); row++) {
            row(inside, row, found.get(first + row), names);
        }
        if (found.isEmpty()) {
            Pen.on(inside, 0, Backdrop.MODAL)
                    .write(shown.filter().isActive() ? "No package is called like that." : "None.", Ink.FAINT);
        }
        Pen.on(body.part(2, body.height() - 1, body.width() - 4, 1), 0, Backdrop.MODAL)
                .write(" " + Words.count(found.size(), "package") + " ", Ink.FAINT)
                .write(first < last ? "↓ more " : "", Ink.KEY);
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

    private static void row(Region inside, int row, InstalledPackage one, int names) {
        Pen pen = Pen.on(inside, row, Backdrop.MODAL)
                .write(inside.truncated(one.name(), names), Ink.NORMAL)
                .at(names + 2);
        String from = switch (one.manager()) {
            case CONDA ->
                one.channel().orElse("conda")
                        + one.build().map(build -> " " + build).orElse("");
            case PIP -> one.origin().orElse("pip");
        };
        pen.write(one.version() + "  ", Ink.STRONG).write(from, Ink.FAINT);
    }

    static void draw(Overlay.Comparing shown, Region body) {
        Region inside =
                Modal.frame(body, shown.here().words() + " and " + shown.there().words());
        List<ComparisonPage.Line> lines = ComparisonPage.of(shown);
        int last = Math.max(0, lines.size() - inside.height());
        int first = Math.min(shown.scroll(), last);
        for (int row = 0; row < Math.min(inside.height(), lines.size()); row++) {
            ComparisonPage.Line line = lines.get(first + row);
            boolean inner = line.part() == ComparisonPage.Part.DIFFERENCE || line.part() == ComparisonPage.Part.COMMAND;
            Pen.on(inside, row, Backdrop.MODAL).at(inner ? 2 : 0).write(line.text(), ink(line.part()));
        }
        Pen.on(body.part(2, body.height() - 1, body.width() - 4, 1), 0, Backdrop.MODAL)
                .write(first < last ? " ↓ more " : "", Ink.KEY);
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
        Region inside = Modal.frame(body, "For " + shown.form().title());
        List<String> lines = ForIde.lines(state, shown);
        int last = Math.max(0, lines.size() - inside.height());
        int first = Math.min(shown.scroll(), last);
        for (int row = 0; row < Math.min(inside.height(), lines.size()); row++) {
            Pen.on(inside, row, Backdrop.MODAL).write(lines.get(first + row), Ink.NORMAL);
        }
        if (lines.isEmpty()) {
            Pen.on(inside, 0, Backdrop.MODAL).write("The environment is gone.", Ink.FAINT);
        }
    }
}
