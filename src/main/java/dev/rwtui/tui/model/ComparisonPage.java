package dev.rwtui.tui.model;

import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.Comparison;
import dev.rwtui.python.model.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How two environments differ, as lines. */
public final class ComparisonPage {

    private ComparisonPage() {}

    /** What a line is about. */
    public enum Part {
        VERDICT,
        HEADING,
        DIFFERENCE,
        COMMAND,
        NOTE,
        FAILURE
    }

    public record Line(Part part, String text) {}

    /** For the screen, where they are too wide for it. */
    public static List<Wrapped.Line> wrappable(List<Line> lines) {
        return lines.stream()
                .map(line -> switch (line.part()) {
                    case DIFFERENCE, COMMAND -> new Wrapped.Line("  ", line.text(), 2);
                    case VERDICT, HEADING, NOTE, FAILURE -> new Wrapped.Line("", line.text(), 0);
                })
                .toList();
    }

    public static List<Line> of(Overlay.Comparing shown) {
        List<Line> lines = new ArrayList<>();
        if (shown.compared().isEmpty()) {
            lines.add(new Line(
                    Part.NOTE,
                    "Looking into " + shown.here().words() + " and "
                            + shown.there().words() + "."));
            return lines;
        }
        Compared compared = shown.compared().get();
        compared.failure().ifPresent(why -> lines.add(new Line(Part.FAILURE, why)));
        compared.comparison().ifPresent(comparison -> differences(comparison, lines));
        if (!compared.commands().isEmpty()) {
            heading(lines, "To make " + compared.there() + " equal");
            compared.commands().forEach(command -> lines.add(new Line(Part.COMMAND, command)));
        }
        return lines;
    }

    private static void differences(Comparison comparison, List<Line> lines) {
        for (String part : comparison.verdict().split("; ")) {
            lines.add(new Line(Part.VERDICT, part));
        }
        part(lines, "Only in " + comparison.sides().here(), comparison.onlyHere());
        part(lines, "Only in " + comparison.sides().there(), comparison.onlyThere());
        part(
                lines,
                "Another version: " + comparison.sides().here() + " / "
                        + comparison.sides().there(),
                comparison.otherVersion());
        part(lines, "Another build", comparison.otherBuild());
        if (!comparison.notes().isEmpty()) {
            heading(lines, "Notes");
            comparison.notes().forEach(note -> lines.add(new Line(Part.NOTE, note)));
        }
    }

    private static void part(List<Line> lines, String title, List<Difference> differences) {
        if (!differences.isEmpty()) {
            heading(lines, title);
            differences.forEach(one -> lines.add(new Line(Part.DIFFERENCE, words(one))));
        }
    }

    /** On one side only it needs no dash for the other. */
    private static String words(Difference one) {
        Optional<String> only = one.here().isEmpty()
                ? one.there().map(there -> there.name() + " " + there.version())
                : one.there().isEmpty() ? one.here().map(here -> here.words()) : Optional.empty();
        return only.orElseGet(one::words);
    }

    private static void heading(List<Line> lines, String title) {
        lines.add(new Line(Part.NOTE, ""));
        lines.add(new Line(Part.HEADING, title));
    }
}
