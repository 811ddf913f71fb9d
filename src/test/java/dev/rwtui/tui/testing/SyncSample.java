package dev.rwtui.tui.testing;

import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.NOW;

import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.Difference;
import dev.rwtui.gitsync.model.Difference.Standing;
import dev.rwtui.gitsync.model.PathFate;
import dev.rwtui.gitsync.model.PathFate.Fate;
import dev.rwtui.gitsync.model.PathFate.Keeping;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncPlan.CommitLine;
import dev.rwtui.gitsync.model.SyncPlan.Occasion;
import dev.rwtui.gitsync.model.SyncPlan.Running;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.Upstream;
import dev.rwtui.gitsync.model.Verdict;
import dev.rwtui.gitsync.model.WorkingCopy;
import dev.rwtui.repo.model.Head;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.SyncNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A repository here and on direwolf, and what a git-sync makes of it. */
public final class SyncSample {

    public static final String PATH = "/home/anthonyhu/code/vision";
    public static final String ID = "20261124T140000Z";
    private static final String OLD = "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678";
    private static final String NEW = "9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f";

    private SyncSample() {}

    public static Event mapped() {
        return PythonSample.mapped(DIREWOLF, 3, new Mapping(Optional.of(PATH), Optional.empty()));
    }

    public static Event unmapped() {
        return PythonSample.mapped(DIREWOLF, 3, Mapping.NONE);
    }

    public static Event told(SyncNews news) {
        return new Event.SyncTold(NOW, news);
    }

    public static Event read(long revision, SyncStatus status) {
        return told(new SyncNews.Read(DIREWOLF, revision, Optional.of(status), Optional.empty()));
    }

    public static Event step(long revision, String words) {
        return told(new SyncNews.Stepped(DIREWOLF, revision, Optional.of(words).filter(text -> !text.isEmpty())));
    }

    public static Event planned(long revision, SyncPlan plan) {
        return told(new SyncNews.Planned(DIREWOLF, revision, Optional.of(plan), Optional.empty()));
    }

    public static Event notPlanned(long revision, SyncFailure failure) {
        return told(new SyncNews.Planned(DIREWOLF, revision, Optional.empty(), Optional.of(failure)));
    }

    public static Event ended(long revision, SyncOutcome outcome) {
        return told(new SyncNews.Ended(DIREWOLF, revision, Optional.of(outcome), Optional.empty()));
    }

    public static Event failed(long revision, SyncFailure failure) {
        return told(new SyncNews.Ended(DIREWOLF, revision, Optional.empty(), Optional.of(failure)));
    }

    public static Event backups(long revision, Backup... backups) {
        return told(new SyncNews.BackupsListed(DIREWOLF, revision, List.of(backups), Optional.empty()));
    }

    public static SyncFailure refused() {
        return new SyncFailure(
                SyncFailure.Kind.REFUSED,
                "git@github.com: Permission denied (publickey). fatal: Could not read from remote repository",
                "Set ForwardAgent for direwolf, or bring the commits from here");
    }

    public static WorkingCopy here() {
        return copy(NEW, 0, 0, List.of(), List.of(), Set.of());
    }

    public static WorkingCopy there(Change... changes) {
        return copy(OLD, 0, 2, List.of(changes), List.of(), Set.of());
    }

    /** In the middle of something, and made sparingly. */
    public static WorkingCopy odd() {
        return copy(
                OLD,
                3,
                1,
                List.of(
                        new Change("a", Change.Kind.MODIFIED),
                        new Change("b", Change.Kind.UNMERGED),
                        new Change("deps/one", Change.Kind.NESTED),
                        new Change("deps/two", Change.Kind.NESTED),
                        new Change("sub", Change.Kind.SUBMODULE)),
                List.of("a rebase", "index.lock"),
                Set.of(WorkingCopy.Trait.values()));
    }

    /** Just fetched, and ahead alone. */
    public static WorkingCopy fresh() {
        return new WorkingCopy(
                PATH,
                PATH + "/.git",
                "2.39.5",
                new Head.Branch("main"),
                Optional.of(OLD),
                Optional.of("Train longer"),
                Optional.of(new Upstream(".", "", "trunk", Optional.empty(), 1, 0)),
                List.of(
                        new Change("deps/one", Change.Kind.NESTED),
                        new Change("sub", Change.Kind.SUBMODULE),
                        new Change("sub2", Change.Kind.SUBMODULE)),
                List.of(),
                Optional.of(NOW.minusSeconds(3)),
                Set.of());
    }

    private static WorkingCopy copy(
            String commit,
            int ahead,
            int behind,
            List<Change> changes,
            List<String> operations,
            Set<WorkingCopy.Trait> traits) {
        return new WorkingCopy(
                PATH,
                PATH + "/.git",
                "2.39.5",
                new Head.Branch("main"),
                Optional.of(commit),
                Optional.of("Train longer"),
                Optional.of(new Upstream(
                        "origin", "git@github.com:anthonyhu/vision.git", "main", Optional.of(OLD), ahead, behind)),
                changes,
                operations,
                Optional.of(NOW.minus(Duration.ofMinutes(190))),
                traits);
    }

    /** Detached, with nothing to follow and no commit known of it. */
    public static WorkingCopy bare() {
        return new WorkingCopy(
                PATH,
                PATH + "/.git",
                "2.39.5",
                new Head.Detached(OLD),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of());
    }

    public static SyncStatus status(Verdict.Kind kind, String words, Difference... differences) {
        Change[] changes = List.of(differences).stream().map(Difference::change).toArray(Change[]::new);
        return new SyncStatus(
                PATH,
                Optional.of(here()),
                Optional.of(there(changes)),
                Optional.of(NEW),
                new Verdict(kind, words),
                List.of(differences));
    }

    public static SyncStatus of(Verdict.Kind kind, String words, WorkingCopy there) {
        return new SyncStatus(
                PATH, Optional.of(here()), Optional.of(there), Optional.empty(), new Verdict(kind, words), List.of());
    }

    public static SyncStatus none() {
        return new SyncStatus(
                PATH,
                Optional.of(here()),
                Optional.empty(),
                Optional.empty(),
                new Verdict(Verdict.Kind.NO_REPOSITORY, "there is nothing in " + PATH),
                List.of());
    }

    public static Difference difference(String path, Standing standing) {
        return new Difference(
                new Change(path, standing == Standing.NOWHERE_ELSE ? Change.Kind.UNTRACKED : Change.Kind.MODIFIED),
                standing);
    }

    public static SyncStatus holdsWork() {
        List<Difference> all = new ArrayList<>();
        IntStream.range(0, 12)
                .mapToObj(i -> difference("vision/models/layer_" + i + ".py", Standing.INCOMING))
                .forEach(all::add);
        all.add(difference("notes.txt", Standing.NOWHERE_ELSE));
        all.add(difference("checkpoints/run 7/epoch-0042-with-a-name-that-is-long.pt", Standing.NOWHERE_ELSE));
        all.add(difference("vision/train.py", Standing.HERE));
        return status(
                Verdict.Kind.HOLDS_WORK,
                "2 files there hold what is nowhere else; a git-sync keeps them in a backup",
                all.toArray(Difference[]::new));
    }

    public static SyncPlan plan(PathFate... paths) {
        return with(Occasion.SYNC, List.of(paths), List.of());
    }

    public static SyncPlan stopped(Stop... stops) {
        return with(Occasion.SYNC, List.of(), List.of(stops));
    }

    private static SyncPlan with(Occasion occasion, List<PathFate> paths, List<Stop> stops) {
        boolean ahead = stops.stream().anyMatch(stop -> stop.kind() == Stop.Kind.LOCAL_COMMITS);
        return new SyncPlan(
                ID,
                occasion,
                PATH,
                Optional.of("main"),
                Optional.of(OLD),
                Optional.of(NEW),
                "origin/main",
                2,
                paths,
                ahead ? List.of(new CommitLine("77aa88bb99cc", "Try a larger batch")) : List.of(),
                List.of(),
                new SyncPlan.Space(0, 0, Optional.empty()),
                stops,
                List.of());
    }

    public static Stop localCommits() {
        return new Stop(
                Stop.Kind.LOCAL_COMMITS,
                "1 commit on main there is not in origin/main",
                "Keep it on a branch, or push it");
    }

    public static PathFate fate(String path, Fate fate, long bytes) {
        Keeping keeping =
                bytes > 50_000_000 ? Keeping.SET_ASIDE : fate.takesWork() ? Keeping.IN_BACKUP : Keeping.NOT_NEEDED;
        return new PathFate(path, fate, keeping, bytes);
    }

    /** One of each fate, a process at work, and something to know. */
    public static SyncPlan full() {
        return new SyncPlan(
                ID,
                Occasion.SYNC,
                PATH,
                Optional.of("main"),
                Optional.of(OLD),
                Optional.of(NEW),
                "origin/main",
                2,
                List.of(
                        fate("vision/train.py", Fate.OVERWRITTEN, 12_345),
                        fate("notes.txt", Fate.REMOVED, 812),
                        fate("checkpoints/run 7/epoch-0042.pt", Fate.REMOVED, 40_200_000_000L),
                        fate("README.md", Fate.UPDATED, 3_000),
                        fate("old.py", Fate.DELETED, 100),
                        fate("vision/models/layer_1.py", Fate.UNTOUCHED, 700),
                        fate("vision/models/layer_2.py", Fate.UNTOUCHED, 700),
                        fate("data", Fate.LEFT_IGNORED, 0),
                        fate("deps/apex", Fate.LEFT_NESTED, 0),
                        fate("third_party/x", Fate.LEFT_SUBMODULE, 0)),
                List.of(),
                List.of(new Running(4242, "anthonyhu", "python train.py --epochs 90", PATH + "/vision")),
                new SyncPlan.Space(13_157, 40_200_000_000L, Optional.of(120_000_000_000L)),
                List.of(),
                List.of("LFS files are fetched by git itself afterwards."));
    }

    public static SyncPlan done() {
        return new SyncPlan(
                ID,
                Occasion.SYNC,
                PATH,
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
                ID,
                Occasion.UNDO,
                PATH,
                Optional.empty(),
                Optional.of(NEW),
                Optional.empty(),
                "",
                0,
                List.of(fate("vision/train.py", Fate.OVERWRITTEN, 12_345), fate("README.md", Fate.UPDATED, 3_000)),
                List.of(),
                List.of(new Running(1, "root", "sh", PATH), new Running(2, "root", "sh", PATH)),
                new SyncPlan.Space(12_345, 0, Optional.empty()),
                List.of(),
                List.of());
    }

    public static SyncPlan huge() {
        return plan(IntStream.range(0, 3000)
                .mapToObj(i -> fate("data/frame_" + i + ".png", i < 2000 ? Fate.REMOVED : Fate.UPDATED, 20_000L + i))
                .toArray(PathFate[]::new));
    }

    /** What somebody else on that machine may have named things. */
    public static SyncPlan hostile() {
        return new SyncPlan(
                ID,
                Occasion.SYNC,
                "/tmp/\u001b]0;owned\u0007",
                Optional.of("ma\u202ein"),
                Optional.of(OLD),
                Optional.of(NEW),
                "origin/\u001b[31mmain",
                1,
                List.of(
                        fate("-rf --\nnew\tline", Fate.OVERWRITTEN, 1),
                        fate("caf\udce9\udcff.txt", Fate.REMOVED, 2),
                        fate("\u001b[2J\u202egnp.exe", Fate.REMOVED, 3),
                        fate("機械学習/データ.csv", Fate.UPDATED, 4)),
                List.of(new CommitLine("77aa", "sub\u001b[1mject\u0085")),
                List.of(new Running(7, "ev\u0000il", "sh -c \u001b[8m", "/\n")),
                new SyncPlan.Space(6, 0, Optional.of(0L)),
                List.of(new Stop(Stop.Kind.CANNOT_KEEP, "cannot read caf\udce9\u001b[31m", "")),
                List.of("a note\u009b31m of " + "averylongword".repeat(20)));
    }

    public static SyncOutcome outcome(Change... left) {
        return new SyncOutcome(full(), Optional.of(ID), List.of(left), List.of());
    }

    public static Backup backup(String id, Occasion occasion, long setAside) {
        return new Backup(
                id,
                NOW.minus(Duration.ofDays(id.length() % 7 + 1)),
                "b".repeat(40),
                occasion,
                occasion == Occasion.UNDO ? Optional.empty() : Optional.of("main"),
                Optional.of(OLD),
                occasion == Occasion.UNDO ? Optional.empty() : Optional.of(NEW),
                3,
                13_157,
                setAside);
    }

    public static Event shown(String id, String text) {
        return told(new SyncNews.BackupShown(DIREWOLF, id, 1, text, Optional.empty()));
    }
}
