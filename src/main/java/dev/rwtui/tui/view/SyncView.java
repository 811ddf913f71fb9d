package dev.rwtui.tui.view;

import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.command.Availability;
import dev.rwtui.tui.command.Command;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.PlanPage;
import dev.rwtui.tui.model.SyncLine;
import dev.rwtui.tui.model.SyncNews;
import dev.rwtui.tui.model.SyncPages;
import dev.rwtui.tui.model.Words;
import java.util.List;
import java.util.Optional;

/** What lies over the panes about the repository on a host. */
final class SyncView {

    private static final int ROWS_BESIDE_CAUSE = 8;

    private SyncView() {}

    /** Whether it was one of these. */
    static boolean draw(AppState state, Overlay overlay, Region body) {
        if (overlay instanceof Overlay.Plan shown) {
            plan(state, shown, body);
        } else if (overlay instanceof Overlay.Differences shown) {
            page(body, "What differs on " + shown.host(), SyncPages.of(state, shown), shown.scroll(), "");
        } else if (overlay instanceof Overlay.SyncDone shown) {
            page(body, "git-sync of " + shown.host(), SyncPages.of(state, shown), shown.scroll(), "");
        } else if (overlay instanceof Overlay.BackupText shown) {
            String title = "Backup " + shown.backup() + " on " + shown.host();
            page(body, title, SyncPages.of(state, shown), shown.scroll(), "");
        } else if (overlay instanceof Overlay.Backups shown) {
            backups(state, shown, body);
        } else if (overlay instanceof Overlay.SyncFailed shown) {
            failed(state, shown, body);
        } else if (overlay instanceof Overlay.ConfirmDrop shown) {
            confirmDrop(state, shown, body);
        } else if (overlay instanceof Overlay.ConfirmClone shown) {
            confirmClone(shown, body);
        } else {
            return false;
        }
        return true;
    }

    private static void plan(AppState state, Overlay.Plan shown, Region body) {
        boolean undoes = shown.plan().occasion() == SyncPlan.Occasion.UNDO;
        String title = (undoes ? "Undo on " : "git-sync of ") + shown.host();
        String foot = shown.plan().isDone()
                ? ""
                : shown.plan().canBeCarriedOut() ? "nothing is done yet" : "stopped: nothing is done";
        page(body, title, PlanPage.of(state.client(), shown.plan()), shown.scroll(), foot);
    }

    private static void page(Region body, String title, List<SyncLine> lines, int scroll, String foot) {
        PageView.draw(
                body,
                title,
                lines.stream()
                        .map(line -> List.of(new Paper.Span(line.text(), ink(line.part()))))
                        .toList(),
                scroll,
                foot);
    }

    private static Ink ink(SyncLine.Part part) {
        return switch (part) {
            case HEADING -> Ink.TITLE;
            case WARNING -> Ink.WARNING;
            case GOOD -> Ink.GOOD;
            case STRONG -> Ink.STRONG;
            case VALUE -> Ink.NORMAL;
            case NOTE -> Ink.FAINT;
        };
    }

    private static void backups(AppState state, Overlay.Backups shown, Region body) {
        Region inside = Modal.frame(body, "Backups on " + shown.host());
        Optional<SyncNews.BackupsListed> told = state.facts().syncs().backups(shown.host());
        if (told.isEmpty()) {
            Pen.on(inside, 0, Backdrop.MODAL).write("Asking " + shown.host() + ".", Ink.FAINT);
            return;
        }
        Paper above = new Paper(inside);
        told.get()
                .failure()
                .ifPresent(failure -> above.say("✕", failure.why(), Ink.BAD).say("", failure.advice(), Ink.NORMAL));
        List<Backup> all = told.get().backups();
        if (all.isEmpty() && above.size() == 0) {
            above.say("Nothing is kept there: no git-sync has taken anything away.", Ink.FAINT);
        }
        above.atMost(inside.height()).draw(inside, Backdrop.MODAL);
        rows(state, all, inside.part(0, above.size(), inside.width(), inside.height()));
        String count = all.isEmpty() ? "" : " " + Words.count(all.size(), "backup") + ", newest first ";
        Pen.on(body.part(2, body.height() - 1, body.width() - 4, 1), 0, Backdrop.MODAL)
                .write(count, Ink.FAINT);
    }

    private static void rows(AppState state, List<Backup> all, Region place) {
        int marked = state.markedBackup().map(all::indexOf).orElse(0);
        int first = Scroll.first(marked, all.size(), place.height());
        for (int i = first; i < Math.min(all.size(), first + place.height()); i++) {
            Backup backup = all.get(i);
            Region line = place.part(0, i - first, place.width(), 1);
            boolean isMarked = i == marked;
            Pen.on(line, 0, Backdrop.MODAL)
                    .write(isMarked ? "▸ " : "  ", Ink.STRONG)
                    .write(time(state, backup) + "  ", isMarked ? Ink.STRONG : Ink.NORMAL)
                    .write(size(backup) + "  ", Ink.NORMAL)
                    .write(move(backup), Ink.FAINT);
            if (isMarked) {
                line.lay(0, Backdrop.SELECTED);
            }
        }
    }

    private static String time(AppState state, Backup backup) {
        return Clock.day(backup.made(), state.client().zone()) + " "
                + Clock.minutes(backup.made(), state.client().zone());
    }

    private static String size(Backup backup) {
        String aside = backup.setAside() == 0 ? "" : " and " + Words.bytes(backup.setAside()) + " set aside";
        return Words.count(backup.files(), "file") + ", " + Words.bytes(backup.bytes()) + aside;
    }

    private static String move(Backup backup) {
        String occasion = backup.occasion() == SyncPlan.Occasion.UNDO ? "undo" : "sync";
        return occasion + " of " + backup.branch().orElse("no branch") + " " + commit(backup.before()) + " → "
                + commit(backup.after());
    }

    private static String commit(Optional<String> commit) {
        return commit.map(PlanPage::brief).orElse("none");
    }

    /** The cause in git's words, and what can be done. */
    private static void failed(AppState state, Overlay.SyncFailed shown, Region body) {
        Paper paper = new Paper(Modal.measure(body))
                .say("✕", shown.failure().why(), Ink.BAD)
                .say("", shown.failure().advice(), Ink.NORMAL)
                .atMost(Math.max(1, body.height() - ROWS_BESIDE_CAUSE))
                .blank();
        if (Command.BRING.availability(state) instanceof Availability.Enabled) {
            paper.line(
                    new Paper.Span("h", Ink.KEY),
                    new Paper.Span(" bring the commits from here   ", Ink.NORMAL),
                    new Paper.Span("Esc", Ink.KEY),
                    new Paper.Span(" close (default)", Ink.STRONG));
        } else {
            paper.line(new Paper.Span("Esc", Ink.KEY), new Paper.Span(" close", Ink.STRONG));
        }
        String title = "git-sync of " + shown.host() + " failed";
        paper.draw(Modal.open(body, title, paper.size()), Backdrop.MODAL);
    }

    private static void confirmDrop(AppState state, Overlay.ConfirmDrop shown, Region body) {
        Backup backup = shown.backup();
        Paper paper = new Paper(Modal.measure(body))
                .say("⚠", "This is lost for ever:", Ink.WARNING)
                .say("", size(backup) + ", kept on " + time(state, backup), Ink.STRONG)
                .say("", "before the " + move(backup), Ink.NORMAL)
                .say("", "It can no longer be undone then.", Ink.NORMAL)
                .atMost(body.height() - ROWS_BESIDE_CAUSE);
        confirm(paper, "Drop backup " + backup.id() + "?", "drop it", body);
    }

    private static void confirmClone(Overlay.ConfirmClone shown, Region body) {
        Paper paper = new Paper(Modal.measure(body))
                .say("On " + shown.host() + " git clones", Ink.NORMAL)
                .say(shown.url(), Ink.STRONG)
                .say("into", Ink.NORMAL)
                .say(shown.path(), Ink.STRONG)
                .atMost(body.height() - ROWS_BESIDE_CAUSE);
        confirm(paper, "Make a clone?", "make it", body);
    }

    private static void confirm(Paper paper, String title, String yes, Region body) {
        paper.blank()
                .line(
                        new Paper.Span("n", Ink.KEY),
                        new Paper.Span(" do not (default)   ", Ink.STRONG),
                        new Paper.Span("y", Ink.KEY),
                        new Paper.Span(" " + yes, Ink.NORMAL));
        paper.draw(Modal.open(body, title, paper.size()), Backdrop.MODAL);
    }
}
