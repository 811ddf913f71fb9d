package dev.rwtui.testing;

import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.Difference;
import dev.rwtui.gitsync.model.PathFate;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.Upstream;
import dev.rwtui.gitsync.model.Verdict;
import dev.rwtui.gitsync.model.WorkingCopy;
import dev.rwtui.repo.model.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Working copies, plans and backups as a git-sync tells of them. */
public final class GitSyncSample {

    public static final String OLD = "a1b2c3d4".repeat(5);
    public static final String NEW = "3f2c1e90".repeat(5);

    /** {@code notes-ä} in Latin-1, as names that are no UTF-8 are told. */
    public static final String LATIN = "notes-\udce4.txt";

    public static final String ID = "20261201T033012Z";

    private static final Instant FETCHED = Instant.parse("2026-11-30T09:00:00Z");

    private GitSyncSample() {}

    public static WorkingCopy here() {
        return new WorkingCopy(
                "/home/me/code/vision",
                "/home/me/code/vision/.git",
                "2.45.1",
                new Head.Branch("main"),
                Optional.of(NEW),
                Optional.of("Train longer"),
                Optional.of(new Upstream("origin", "github.com:anthonyhu/vision.git", "main", Optional.of(NEW), 0, 0)),
                List.of(),
                List.of(),
                Optional.of(FETCHED),
                Set.of());
    }

    public static WorkingCopy there() {
        return new WorkingCopy(
                "/home/anthonyhu/code/vision",
                "/home/anthonyhu/code/vision/.git",
                "2.39.5",
                new Head.Branch("main"),
                Optional.of(OLD),
                Optional.of("Begin"),
                Optional.of(new Upstream("origin", "github.com:anthonyhu/vision.git", "main", Optional.of(NEW), 0, 2)),
                List.of(
                        new Change("src/model.py", Change.Kind.MODIFIED),
                        new Change(LATIN, Change.Kind.UNTRACKED),
                        new Change("data/new.py", Change.Kind.UNTRACKED)),
                List.of("a rebase"),
                Optional.of(FETCHED),
                Set.of(WorkingCopy.Trait.SHALLOW));
    }

    public static SyncStatus same() {
        return new SyncStatus(
                "~/code/vision",
                Optional.of(here()),
                Optional.of(here()),
                Optional.of(NEW),
                new Verdict(Verdict.Kind.SAME_CODE, "the same code as here"),
                List.of());
    }

    public static SyncStatus holdsWork() {
        return new SyncStatus(
                "~/code/vision",
                Optional.of(here()),
                Optional.of(there()),
                Optional.of(NEW),
                new Verdict(Verdict.Kind.HOLDS_WORK, "1 of 3 files that differ exists nowhere else"),
                List.of(
                        new Difference(new Change("src/model.py", Change.Kind.MODIFIED), Difference.Standing.INCOMING),
                        new Difference(new Change("data/new.py", Change.Kind.UNTRACKED), Difference.Standing.HERE),
                        new Difference(new Change(LATIN, Change.Kind.UNTRACKED), Difference.Standing.NOWHERE_ELSE)));
    }

    public static SyncStatus noClone() {
        return new SyncStatus(
                "~/code/vision",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Verdict(Verdict.Kind.NO_REPOSITORY, "there is nothing at ~/code/vision"),
                List.of());
    }

    public static List<PathFate> paths() {
        List<PathFate> paths = new ArrayList<>(List.of(
                new PathFate("README.md", PathFate.Fate.UNTOUCHED, PathFate.Keeping.NOT_NEEDED, 812),
                new PathFate("src/train.py", PathFate.Fate.UPDATED, PathFate.Keeping.NOT_NEEDED, 4096),
                new PathFate("src/model.py", PathFate.Fate.OVERWRITTEN, PathFate.Keeping.IN_BACKUP, 2048),
                new PathFate("src/old.py", PathFate.Fate.DELETED, PathFate.Keeping.NOT_NEEDED, 100),
                new PathFate(LATIN, PathFate.Fate.REMOVED, PathFate.Keeping.IN_BACKUP, 12),
                new PathFate("a\u001b[31m\nb", PathFate.Fate.REMOVED, PathFate.Keeping.IN_BACKUP, 1),
                new PathFate("last.ckpt", PathFate.Fate.REMOVED, PathFate.Keeping.SET_ASIDE, 40_000_000_000L),
                new PathFate(".env", PathFate.Fate.LEFT_IGNORED, PathFate.Keeping.NOT_NEEDED, 30),
                new PathFate("third_party/lib", PathFate.Fate.LEFT_NESTED, PathFate.Keeping.NOT_NEEDED, 0)));
        for (int i = 0; i < 30; i++) {
            paths.add(new PathFate("runs/" + i, PathFate.Fate.REMOVED, PathFate.Keeping.IN_BACKUP, 10));
        }
        return paths;
    }

    public static SyncPlan plan(Stop... stops) {
        return new SyncPlan(
                ID,
                SyncPlan.Occasion.SYNC,
                "/home/anthonyhu/code/vision",
                Optional.of("main"),
                Optional.of(OLD),
                Optional.of(NEW),
                "origin/main",
                2,
                paths(),
                List.of(new SyncPlan.CommitLine("c0ffee00".repeat(5), "Try a thing\u202e")),
                List.of(new SyncPlan.Running(4242, "alice", "python train.py", "/home/anthonyhu/code/vision")),
                new SyncPlan.Space(2361, 40_000_000_000L, Optional.of(12_000_000_000L)),
                List.of(stops),
                List.of("line endings of 3 files differ"));
    }

    public static Stop localCommits() {
        return new Stop(
                Stop.Kind.LOCAL_COMMITS, "1 commit there is not in origin/main", "keep it on a branch, or push it");
    }

    /** Where everything is as it would leave it. */
    public static SyncPlan done() {
        return new SyncPlan(
                ID,
                SyncPlan.Occasion.SYNC,
                "/home/anthonyhu/code/vision",
                Optional.of("main"),
                Optional.of(NEW),
                Optional.of(NEW),
                "origin/main",
                0,
                List.of(),
                List.of(),
                List.of(),
                new SyncPlan.Space(0, 0, Optional.empty()),
                List.of(),
                List.of());
    }

    public static SyncPlan undo() {
        return new SyncPlan(
                "20261201T040000Z",
                SyncPlan.Occasion.UNDO,
                "/home/anthonyhu/code/vision",
                Optional.of("main"),
                Optional.of(NEW),
                Optional.of(OLD),
                "backup " + ID,
                0,
                List.of(new PathFate("src/model.py", PathFate.Fate.UPDATED, PathFate.Keeping.NOT_NEEDED, 2100)),
                List.of(),
                List.of(),
                new SyncPlan.Space(0, 0, Optional.empty()),
                List.of(),
                List.of());
    }

    public static SyncOutcome outcome(SyncPlan plan) {
        return new SyncOutcome(plan, Optional.of(plan.id()), List.of(), List.of());
    }

    /** With what it should not have left. */
    public static SyncOutcome imperfect(SyncPlan plan) {
        return new SyncOutcome(
                plan,
                Optional.of(plan.id()),
                List.of(new Change("src/busy.log", Change.Kind.MODIFIED)),
                List.of("a running process writes to src/busy.log"));
    }

    public static List<Backup> backups() {
        return List.of(
                new Backup(
                        ID,
                        Instant.parse("2026-12-01T03:30:12Z"),
                        "beef0000".repeat(5),
                        SyncPlan.Occasion.SYNC,
                        Optional.of("main"),
                        Optional.of(OLD),
                        Optional.of(NEW),
                        34,
                        2361,
                        40_000_000_000L),
                new Backup(
                        "20261120T120000Z",
                        Instant.parse("2026-11-20T12:00:00Z"),
                        "beef0001".repeat(5),
                        SyncPlan.Occasion.UNDO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(OLD),
                        1,
                        12,
                        0));
    }

    public static SyncFailure failure(SyncFailure.Kind kind) {
        return new SyncFailure(kind, "fatal: it will not", "try something else");
    }
}
