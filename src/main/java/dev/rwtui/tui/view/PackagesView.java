package dev.rwtui.tui.view;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.InstalledPackage;
import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.PackagesPage;
import dev.rwtui.tui.model.Pythons;
import dev.rwtui.tui.model.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is installed in an environment, over the panes. */
final class PackagesView {

    private static final int NAMES_AT_MOST = 32;
    private static final int VERSIONS_AT_MOST = 24;

    /** Columns between two of them. */
    private static final int GAP = 2;

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
        int names = width(found, InstalledPackage::name, NAMES_AT_MOST);
        int versions = width(found, InstalledPackage::version, VERSIONS_AT_MOST);
        List<List<Paper.Span>> lines =
                found.stream().map(one -> spans(body, one, names, versions)).toList();
        if (lines.isEmpty()) {
            String nothing = shown.filter().isActive() ? "No package is called like that." : "None.";
            lines = List.of(List.of(new Paper.Span(nothing, Ink.FAINT)));
        }
        PageView.draw(body, title, lines, shown.scroll(), count(listing.get(), found.size()));
        filter(shown, body);
    }

    /** How many of all there are. */
    private static String count(Pythons.Listing listing, int shown) {
        int all = listing.packages().map(set -> set.packages().size()).orElse(shown);
        return (shown == all ? "" : shown + " of ") + Words.count(all, "package");
    }

    private static int width(List<InstalledPackage> all, Function<InstalledPackage, String> column, int most) {
        return all.stream()
                .mapToInt(one -> Text.widthOf(column.apply(one)))
                .map(width -> Math.min(width, most))
                .max()
                .orElse(0);
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

    private static List<Paper.Span> spans(Region measure, InstalledPackage one, int names, int versions) {
        String from = switch (one.manager()) {
            case CONDA ->
                one.channel().orElse("conda")
                        + one.build().map(build -> " " + build).orElse("");
            case PIP -> one.origin().orElse("pip");
        };
        return List.of(
                new Paper.Span(padded(measure, one.name(), names), Ink.NORMAL),
                new Paper.Span(padded(measure, one.version(), versions), Ink.STRONG),
                new Paper.Span(from, Ink.FAINT));
    }

    private static String padded(Region measure, String raw, int columns) {
        Text text = measure.truncated(raw, columns);
        return text + " ".repeat(Math.max(0, columns - text.width()) + GAP);
    }
}
