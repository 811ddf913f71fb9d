package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.PathFate;
import dev.rwtui.gitsync.model.PathFate.Fate;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A plan, and what came of it, as lines of text. */
final class PlanReport {

    /** Of each list; the document has them all. */
    private static final int MOST = 20;

    /** What a person may wonder about, path by path. */
    private static final Set<Fate> NAMED =
            Set.of(Fate.OVERWRITTEN, Fate.REMOVED, Fate.LEFT_NESTED, Fate.LEFT_SUBMODULE);

    private PlanReport() {}

    static List<String> lines(HostAlias host, SyncPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(host + ":" + plan.root()
                + plan.branch().map(name -> ", " + name).orElse("") + ": "
                + commit(plan.before().orElse("")) + " -> "
                + commit(plan.after().orElse("")) + " (" + plan.follows() + ")");
        if (plan.incoming() > 0) {
            lines.add(Amounts.of(plan.incoming(), "commit") + " to come in");
        }
        lines.addAll(paths(plan));
        addList(lines, Amounts.of(plan.ahead().size(), "commit") + " only there", commits(plan));
        addList(lines, Amounts.of(plan.running().size(), "process", "processes") + " in this directory", running(plan));
        if (plan.space().needed() + plan.space().setAside() > 0) {
            lines.add(space(plan.space()));
        }
        plan.notes().forEach(note -> lines.add("note: " + note));
        plan.stops().forEach(stop -> lines.addAll(stop(stop)));
        if (plan.isDone()) {
            lines.add("nothing to do");
        }
        return lines;
    }

    /** What has come of it, and how to take it back. */
    static List<String> lines(HostAlias host, SyncOutcome outcome) {
        SyncPlan plan = outcome.plan();
        List<String> lines = new ArrayList<>();
        lines.add("done: " + host + ":" + plan.root() + " is at "
                + commit(plan.after().orElse("")) + " (" + plan.follows() + ")");
        outcome.backup().ifPresent(id -> lines.add("kept as " + id + ": rwtui git undo " + host + " " + id));
        outcome.notes().forEach(note -> lines.add("note: " + note));
        addList(
                lines,
                "still changed there, which should not be",
                outcome.left().stream()
                        .map(change -> List.of("  " + change.kind().words(), change.path()))
                        .toList());
        return lines;
    }

    static String question(SyncPlan plan) {
        return plan.occasion() == SyncPlan.Occasion.UNDO ? "undo it?" : "carry it out?";
    }

    /** Once more what matters, beside the question: the plan may have gone to a file. */
    static String summary(SyncPlan plan) {
        String paths = Stream.of(Fate.OVERWRITTEN, Fate.REMOVED, Fate.CREATED, Fate.UPDATED, Fate.DELETED)
                .filter(fate -> plan.count(fate) > 0)
                .map(fate -> plan.count(fate) + " " + fate.words())
                .reduce((a, b) -> a + "; " + b)
                .orElse("no file is touched");
        boolean takesWork = plan.count(Fate.OVERWRITTEN) + plan.count(Fate.REMOVED) > 0;
        return paths + (takesWork ? "; all of it is kept" : "");
    }

    private static String commit(String id) {
        return id.isEmpty() ? "no commit" : GitStatusReport.brief(id);
    }

    /** The fates in columns, and under some of them what they are of. */
    private static List<String> paths(SyncPlan plan) {
        List<Fate> fates =
                Stream.of(Fate.values()).filter(fate -> plan.count(fate) > 0).toList();
        List<String> heads = Columns.lines(
                fates.stream().map(fate -> head(fate, of(plan, fate))).toList());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < fates.size(); i++) {
            Fate fate = fates.get(i);
            List<List<String>> named = NAMED.contains(fate)
                    ? of(plan, fate).stream().map(PlanReport::row).toList()
                    : List.of();
            lines.add(heads.get(i));
            addRows(lines, named);
        }
        return lines;
    }

    private static List<PathFate> of(SyncPlan plan, Fate fate) {
        return plan.paths().stream().filter(path -> path.fate() == fate).toList();
    }

    private static List<String> head(Fate fate, List<PathFate> paths) {
        long bytes = paths.stream().mapToLong(PathFate::bytes).sum();
        return List.of(Amounts.of(paths.size(), "path"), Amounts.bytes(bytes), fate.words());
    }

    private static List<String> row(PathFate path) {
        return List.of(
                "  " + path.path(), Amounts.bytes(path.bytes()), path.keeping().words());
    }

    private static List<List<String>> commits(SyncPlan plan) {
        return plan.ahead().stream()
                .map(line -> List.of("  " + commit(line.id()), line.subject()))
                .toList();
    }

    private static List<List<String>> running(SyncPlan plan) {
        return plan.running().stream()
                .map(process -> List.of("  " + process.pid(), process.user(), process.directory(), process.command()))
                .toList();
    }

    private static String space(SyncPlan.Space space) {
        return "to be kept: " + Amounts.bytes(space.needed()) + " in the backup, "
                + Amounts.bytes(space.setAside()) + " set aside by renaming"
                + space.free()
                        .map(free -> "; " + Amounts.bytes(free) + " are free")
                        .orElse("");
    }

    private static List<String> stop(Stop stop) {
        List<String> lines = new ArrayList<>(List.of("STOP: " + stop.why()));
        Stream.of(stop.advice(), options(stop.kind()))
                .filter(advice -> !advice.isEmpty())
                .forEach(advice -> lines.add("      " + advice));
        return lines;
    }

    /** What this command has for it. */
    private static String options(Stop.Kind kind) {
        return switch (kind) {
            case LOCAL_COMMITS ->
                "--keep-commits keeps them on a branch there, --push-commits pushes them upstream first";
            case NOTHING_TO_FOLLOW -> "--from-here takes the branch of the same name here";
            case BUSY, IN_THE_WAY, NO_ROOM, CANNOT_KEEP, CHANGED -> "";
        };
    }

    /** Nothing at all where it is empty. */
    private static void addList(List<String> lines, String title, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            lines.add(title);
            addRows(lines, rows);
        }
    }

    private static void addRows(List<String> lines, List<List<String>> rows) {
        lines.addAll(Columns.lines(rows.stream().limit(MOST).toList()));
        if (rows.size() > MOST) {
            lines.add("  and " + (rows.size() - MOST) + " more");
        }
    }
}
