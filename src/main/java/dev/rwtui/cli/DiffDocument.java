package dev.rwtui.cli;

import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.Comparison;
import dev.rwtui.python.model.Difference;
import dev.rwtui.python.model.InstalledPackage;
import dev.rwtui.python.model.Requirement;
import java.util.List;
import java.util.Locale;

/**
 * What {@code rwtui envs --diff A B --json} prints. Fields are only ever added.
 *
 * @param version of this shape
 * @param here what is wanted, or the first environment
 * @param there the environment that is looked at
 * @param verdict {@code same}, {@code same but for tools}, {@code other builds} or {@code different}
 * @param summary the verdict in a line
 * @param commands that would make the other side equal
 */
record DiffDocument(
        int version,
        String here,
        String there,
        String verdict,
        String summary,
        String pythonHere,
        String pythonThere,
        int same,
        List<Entry> onlyHere,
        List<Entry> onlyThere,
        List<Entry> otherVersion,
        List<Entry> otherBuild,
        List<String> notes,
        List<String> commands) {

    private static final int VERSION = 1;

    /**
     * A package.
     *
     * @param here what is wanted of it, or its version here; empty where it is not there
     * @param words all of it in a line, builds included
     */
    record Entry(String name, String here, String there, String words) {

        static Entry of(Difference one) {
            return new Entry(
                    one.name(),
                    one.here()
                            .map(Requirement::constraint)
                            .map(wanted -> wanted.words())
                            .orElse(""),
                    one.there().map(InstalledPackage::version).orElse(""),
                    one.words());
        }
    }

    /** Of one that was made. */
    static DiffDocument of(Compared compared) {
        Comparison comparison = compared.comparison().orElseThrow();
        return new DiffDocument(
                VERSION,
                compared.here(),
                compared.there(),
                comparison.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                comparison.verdict(),
                comparison.python().here(),
                comparison.python().there(),
                comparison.same(),
                entries(comparison.onlyHere()),
                entries(comparison.onlyThere()),
                entries(comparison.otherVersion()),
                entries(comparison.otherBuild()),
                comparison.notes(),
                compared.commands());
    }

    private static List<Entry> entries(List<Difference> differences) {
        return differences.stream().map(Entry::of).toList();
    }
}
