package dev.rwtui.tui.model;

import dev.rwtui.gitsync.model.PathFate;
import dev.rwtui.gitsync.model.PathFate.Fate;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncPlan.Occasion;
import dev.rwtui.tui.model.SyncLine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan of a git-sync as lines: what is about the whole first, then path by path, what takes work first. */
public final class PlanPage {

    private static final int SHORT = 7;

    private final SyncPlan plan;
    private final SyncLines lines;

    private PlanPage(SyncPlan plan, SyncLines lines) {
        this.plan = plan;
        this.lines = lines;
    }

    public static List<SyncLine> of(Client client, SyncPlan plan) {
        PlanPage page = new PlanPage(plan, new SyncLines(client));
        page.stops();
        page.whole();
        page.running();
        page.ahead();
        page.notes();
        page.paths("Overwritten", Fate.OVERWRITTEN);
        page.paths("Removed, since no commit has it", Fate.REMOVED);
        page.paths(plan.occasion() == SyncPlan.Occasion.UNDO ? "Brought back" : "Created", Fate.CREATED);
        page.paths("Updated", Fate.UPDATED);
        page.paths("Deleted by the incoming commit", Fate.DELETED);
        page.left();
        return page.lines.all();
    }

    /** The beginning of a commit, as git shows it. */
    public static String brief(String commit) {
        return commit.substring(0, Math.min(SHORT, commit.length()));
    }

    /** Whether all that stops it are commits that upstream does not have: a front end has answers to that. */
    public static boolean isStoppedByCommitsAlone(SyncPlan plan) {
        return !plan.stops().isEmpty()
                && plan.stops().stream().allMatch(stop -> stop.kind() == Stop.Kind.LOCAL_COMMITS);
    }

    private void stops() {
        for (Stop stop : plan.stops()) {
            lines.say(Part.WARNING, "⚠ ", stop.why());
            lines.say(Part.VALUE, "  ", stop.advice());
        }
        if (!plan.stops().isEmpty()) {
            lines.blank();
        }
    }

    private void whole() {
        String branch = plan.branch().orElse("no branch");
        if (plan.isDone()) {
            String like = plan.follows().isEmpty() ? "" : ", as " + plan.follows() + " is";
            lines.say(Part.STRONG, branch + "  at " + to() + like).say(Part.NOTE, plan.root());
            lines.blank().say(Part.GOOD, "✓ ", "There is nothing to do.");
            return;
        }
        lines.say(Part.STRONG, branch + "  " + from() + " → " + to() + incoming())
                .say(Part.NOTE, plan.root());
        List<String> counts = new ArrayList<>();
        count(counts, Fate.OVERWRITTEN, "overwritten");
        count(counts, Fate.REMOVED, "removed");
        count(counts, Fate.CREATED, plan.occasion() == SyncPlan.Occasion.UNDO ? "brought back" : "created");
        count(counts, Fate.UPDATED, "updated");
        count(counts, Fate.DELETED, "deleted");
        count(counts, Fate.UNTOUCHED, "not touched, since equal");
        int left = plan.count(Fate.LEFT_IGNORED) + plan.count(Fate.LEFT_NESTED) + plan.count(Fate.LEFT_SUBMODULE);
        if (left > 0) {
            counts.add(left + " left alone");
        }
        lines.say(Part.VALUE, counts.isEmpty() ? "no file changes" : String.join(", ", counts));
        space();
    }

    private String from() {
        return plan.before().map(PlanPage::brief).orElse("no commit");
    }

    private String to() {
        return plan.after().map(PlanPage::brief).orElse("no commit");
    }

    private String incoming() {
        String follows = plan.follows().isEmpty() ? "" : " of " + plan.follows();
        return plan.occasion() == Occasion.SYNC && plan.incoming() > 0
                ? follows + ", " + Words.count(plan.incoming(), "commit") + " in"
                : follows;
    }

    private void count(List<String> counts, Fate fate, String words) {
        if (plan.count(fate) > 0) {
            counts.add(plan.count(fate) + " " + words + (fate.takesWork() ? " (" + bytes(fate) + ")" : ""));
        }
    }

    private String bytes(Fate fate) {
        return Words.bytes(plan.paths().stream()
                .filter(path -> path.fate() == fate)
                .mapToLong(PathFate::bytes)
                .sum());
    }

    private void space() {
        SyncPlan.Space space = plan.space();
        if (space.needed() == 0 && space.setAside() == 0) {
            return;
        }
        String needed = "the backup takes " + Words.bytes(space.needed()) + " at most";
        String aside = space.setAside() == 0 ? "" : ", " + Words.bytes(space.setAside()) + " are renamed";
        String free = space.free()
                .map(bytes -> "; " + Words.bytes(bytes) + " are free")
                .orElse("");
        lines.say(Part.VALUE, needed + aside + free);
    }

    private void running() {
        if (plan.running().isEmpty()) {
            return;
        }
        lines.blank();
        lines.say(
                Part.WARNING, "⚠ ", Words.count(plan.running().size(), "process", "processes") + " at work in there:");
        plan.running()
                .forEach(one -> lines.item(
                        Part.WARNING, one.pid() + " " + one.user() + "  " + one.command() + "  in " + one.directory()));
    }

    private void ahead() {
        if (plan.ahead().isEmpty()) {
            return;
        }
        lines.heading(Words.count(plan.ahead().size(), "commit") + " there that "
                + (plan.follows().isEmpty() ? "upstream" : plan.follows()) + " does not have");
        plan.ahead().forEach(commit -> lines.item(Part.VALUE, brief(commit.id()) + " " + commit.subject()));
    }

    private void notes() {
        if (!plan.notes().isEmpty()) {
            lines.heading("Notes");
            plan.notes().forEach(note -> lines.say(Part.VALUE, "  ", note));
        }
    }

    private void paths(String title, Fate fate) {
        if (plan.count(fate) == 0) {
            return;
        }
        lines.heading(title + ": " + plan.count(fate) + (fate.takesWork() ? ", " + bytes(fate) : ""));
        plan.paths().stream().filter(path -> path.fate() == fate).forEach(path -> lines.item(Part.VALUE, words(path)));
    }

    /** Size and keeping first: a path may be as long as it likes. */
    private static String words(PathFate path) {
        String size = path.fate().takesWork() ? padded(Words.bytes(path.bytes()), 8) : "";
        String keeping = keeping(path).map(words -> padded(words, 15)).orElse("");
        return size + keeping + path.path();
    }

    private static Optional<String> keeping(PathFate path) {
        return Optional.of(path.keeping().words()).filter(words -> !words.isEmpty());
    }

    private static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(1, columns - text.length()));
    }

    private void left() {
        for (Fate fate : List.of(Fate.LEFT_NESTED, Fate.LEFT_SUBMODULE, Fate.LEFT_IGNORED)) {
            if (plan.count(fate) > 0) {
                lines.heading(capital(fate.words()) + ": " + plan.count(fate));
                plan.paths().stream()
                        .filter(path -> path.fate() == fate)
                        .forEach(path -> lines.item(Part.NOTE, path.path()));
            }
        }
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
