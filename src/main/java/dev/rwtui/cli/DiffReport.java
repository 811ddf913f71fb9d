package dev.rwtui.cli;

import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.Comparison;
import dev.rwtui.python.model.Difference;
import java.util.ArrayList;
import java.util.List;

/** How two environments differ, as {@code diff} would say it: {@code -} and {@code +}, the verdict first. */
final class DiffReport {

    private DiffReport() {}

    static List<String> lines(Compared compared) {
        List<String> lines = new ArrayList<>();
        compared.comparison().ifPresent(comparison -> differences(comparison, lines));
        if (!compared.commands().isEmpty()) {
            lines.add("");
            lines.add("To make " + compared.there() + " equal:");
            compared.commands().forEach(command -> lines.add("  " + command));
        }
        return lines;
    }

    private static void differences(Comparison comparison, List<String> lines) {
        lines.add(comparison.verdict());
        for (Difference one : comparison.onlyHere()) {
            one.here().ifPresent(here -> lines.add("- " + here.words()));
        }
        for (Difference one : comparison.onlyThere()) {
            one.there().ifPresent(there -> lines.add("+ " + there.name() + " " + there.version()));
        }
        comparison.otherVersion().forEach(one -> lines.add("! " + one.words()));
        comparison.otherBuild().forEach(one -> lines.add("~ " + one.words()));
        comparison.notes().forEach(note -> lines.add("# " + note));
    }
}
