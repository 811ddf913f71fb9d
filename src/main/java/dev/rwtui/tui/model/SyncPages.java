package dev.rwtui.tui.model;

import dev.rwtui.gitsync.model.Difference;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.tui.model.SyncLine.Part;
import java.util.List;
import java.util.Optional;

/** Pages about a repository on a host, as lines. */
public final class SyncPages {

    private static final List<Difference.Standing> WORST_FIRST =
            List.of(Difference.Standing.NOWHERE_ELSE, Difference.Standing.HERE, Difference.Standing.INCOMING);

    /** Of a backup: nobody reads more, and all of it is drawn again with every key. */
    private static final int LINES_AT_MOST = 10_000;

    private SyncPages() {}

    /** At most so many; what exists nowhere else first, else in git's order. */
    public static List<Difference> first(SyncStatus status, int most) {
        return WORST_FIRST.stream()
                .flatMap(standing -> status.differences().stream().filter(one -> one.standing() == standing))
                .limit(Math.max(0, most))
                .toList();
    }

    public static List<SyncLine> of(AppState state, Overlay.Differences shown) {
        SyncLines lines = new SyncLines(state.client());
        Optional<SyncStatus> status = state.facts().syncs().status(shown.host());
        if (status.isEmpty() || status.get().differences().isEmpty()) {
            return lines.say(Part.NOTE, "Nothing differs.").all();
        }
        for (Difference.Standing standing : WORST_FIRST) {
            List<Difference> all = status.get().differences().stream()
                    .filter(difference -> difference.standing() == standing)
                    .toList();
            if (!all.isEmpty()) {
                standing(lines, standing, all);
            }
        }
        return lines.all();
    }

    private static void standing(SyncLines lines, Difference.Standing standing, List<Difference> all) {
        boolean only = standing == Difference.Standing.NOWHERE_ELSE;
        lines.heading(
                switch (standing) {
                    case NOWHERE_ELSE -> "Nowhere else: " + all.size();
                    case HERE -> "Equal to the file here: " + all.size();
                    case INCOMING -> "Equal to the incoming commit: " + all.size();
                });
        all.forEach(difference -> lines.item(
                only ? Part.WARNING : Part.VALUE,
                padded(difference.change().kind().words(), 11)
                        + difference.change().path()));
    }

    private static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(1, columns - text.length()));
    }

    /** What a backup holds, in git's words. */
    public static List<SyncLine> of(AppState state, Overlay.BackupText shown) {
        SyncLines lines = new SyncLines(state.client());
        Optional<SyncNews.BackupShown> told = state.facts().syncs().shown(shown.host(), shown.backup());
        if (told.isEmpty()) {
            return lines.say(Part.NOTE, "Asking " + shown.host() + ".").all();
        }
        told.get().failure().ifPresent(failure -> failed(lines, failure));
        told.get()
                .text()
                .lines()
                .limit(LINES_AT_MOST)
                .forEach(line -> lines.all().add(new SyncLine(part(line), line)));
        if (lines.all().size() >= LINES_AT_MOST) {
            lines.blank().say(Part.NOTE, "Only the first " + LINES_AT_MOST + " lines are shown.");
        }
        return lines.all();
    }

    /** As git colours a difference. */
    private static Part part(String line) {
        if (line.startsWith("+") && !line.startsWith("+++")) {
            return Part.GOOD;
        }
        if (line.startsWith("-") && !line.startsWith("---")) {
            return Part.WARNING;
        }
        return line.startsWith("diff ") ? Part.HEADING : Part.VALUE;
    }

    private static void failed(SyncLines lines, SyncFailure failure) {
        lines.say(Part.WARNING, "✕ ", failure.why());
        lines.say(Part.VALUE, "  ", failure.advice());
    }

    public static List<SyncLine> of(AppState state, Overlay.SyncDone shown) {
        SyncLines lines = new SyncLines(state.client());
        SyncOutcome outcome = shown.outcome();
        lines.say(Part.STRONG, ended(outcome) + ".");
        if (!outcome.left().isEmpty()) {
            lines.blank();
            String count =
                    outcome.left().size() == 1 ? "1 path is" : outcome.left().size() + " paths are";
            lines.say(Part.WARNING, "⚠ ", count + " not as the commit has it, against what was planned:");
            outcome.left()
                    .forEach(change ->
                            lines.item(Part.WARNING, padded(change.kind().words(), 11) + change.path()));
        }
        if (!outcome.notes().isEmpty()) {
            lines.heading("Notes");
            outcome.notes().forEach(note -> lines.say(Part.VALUE, "  ", note));
        }
        return lines.all();
    }

    /** How it ended, in a line: without a full stop. */
    public static String ended(SyncOutcome outcome) {
        SyncPlan plan = outcome.plan();
        String commit = plan.after().map(PlanPage::brief).orElse("no commit");
        String done = plan.occasion() == SyncPlan.Occasion.UNDO ? "undone: at " + commit + " again" : "at " + commit;
        long touched =
                plan.paths().stream().filter(path -> path.fate().touches()).count();
        return done + ", " + Words.count(touched, "file") + " changed"
                + outcome.backup().map(id -> "; backup " + id + ": z undoes it").orElse("");
    }
}
