package dev.rwtui.tui.view;

import static dev.rwtui.tui.testing.Sample.BOARD;
import static dev.rwtui.tui.testing.Sample.BUSY;
import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.JUPYTER;
import static dev.rwtui.tui.testing.Sample.NOW;
import static dev.rwtui.tui.testing.Sample.link;
import static dev.rwtui.tui.testing.Sample.tunnel;

import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.Difference.Standing;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan.Occasion;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.Verdict;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Client;
import dev.rwtui.tui.model.SyncNews;
import dev.rwtui.tui.testing.Golden;
import dev.rwtui.tui.testing.PythonSample;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import dev.rwtui.tui.testing.SyncSample;
import dev.rwtui.tunnel.model.TunnelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the pane of the code shows, and what lies over it. */
final class SyncScreensTest {

    private static final int[][] SIZES = {{60, 20}, {80, 24}, {120, 36}, {200, 60}};

    @TestFactory
    Stream<DynamicTest> workThatIsNowhereElse() {
        return everySize("sync/work", focused().when(SyncSample.read(20, SyncSample.holdsWork())));
    }

    @TestFactory
    Stream<DynamicTest> withTheHostsFocused() {
        return everySize("sync/hosts-focused", mapped().when(SyncSample.read(20, SyncSample.holdsWork())));
    }

    @TestFactory
    Stream<DynamicTest> withTheEnvironmentsFocused() {
        return everySize(
                "sync/python-focused",
                mapped().when(SyncSample.read(20, SyncSample.holdsWork())).press("3"));
    }

    @TestFactory
    Stream<DynamicTest> everyVerdict() {
        Map<String, SyncStatus> verdicts = new TreeMap<>();
        verdicts.put("same", SyncSample.of(Verdict.Kind.SAME_CODE, "same code", SyncSample.here()));
        verdicts.put("behind", SyncSample.status(Verdict.Kind.BEHIND, "2 commits behind origin/main, and clean"));
        verdicts.put(
                "incoming",
                SyncSample.status(
                        Verdict.Kind.INCOMING,
                        "all 2 differences equal the incoming commit",
                        SyncSample.difference("a.py", Standing.INCOMING),
                        SyncSample.difference("b.py", Standing.INCOMING)));
        verdicts.put(
                "uploaded",
                SyncSample.status(
                        Verdict.Kind.UPLOADED,
                        "every difference equals the incoming commit or the files here",
                        SyncSample.difference("a.py", Standing.HERE)));
        verdicts.put("other", SyncSample.of(Verdict.Kind.OTHER_COMMIT, "another commit than here", SyncSample.there()));
        verdicts.put("ahead", SyncSample.of(Verdict.Kind.AHEAD, "3 commits there are not upstream", SyncSample.odd()));
        verdicts.put("diverged", SyncSample.of(Verdict.Kind.DIVERGED, "diverged", SyncSample.odd()));
        verdicts.put(
                "no-branch",
                SyncSample.of(Verdict.Kind.NO_SUCH_BRANCH, "origin has no branch main", SyncSample.bare()));
        verdicts.put("unknown", SyncSample.of(Verdict.Kind.UNKNOWN, "a rebase is under way there", SyncSample.odd()));
        verdicts.put("no-repository", SyncSample.none());
        return verdicts.entrySet().stream()
                .flatMap(one -> sizes(
                        "sync/verdict-" + one.getKey(), focused().when(SyncSample.read(20, one.getValue())), 60, 120));
    }

    @TestFactory
    Stream<DynamicTest> beforeAnythingIsKnown() {
        Map<String, Story> states = new TreeMap<>();
        states.put("no-code", busy().press("4"));
        states.put(
                "unmapped",
                busy().when(PythonSample.repositoryRead(), SyncSample.unmapped())
                        .press("4"));
        states.put(
                "clones",
                busy().when(
                                PythonSample.found(
                                        DIREWOLF,
                                        11,
                                        PythonSample.withClones("/home/anthonyhu/code/vision", "/scratch/vision")),
                                PythonSample.repositoryRead(),
                                SyncSample.unmapped())
                        .press("4"));
        states.put("reading", focused());
        states.put("off", focused().when(link(DIREWOLF, 30, new Link.Idle())));
        states.put(
                "failed",
                focused()
                        .when(SyncSample.told(
                                new SyncNews.Read(DIREWOLF, 20, Optional.empty(), Optional.of(SyncSample.refused())))));
        states.put(
                "not-read-again",
                focused()
                        .when(SyncSample.told(new SyncNews.Read(
                                DIREWOLF,
                                20,
                                Optional.of(SyncSample.holdsWork()),
                                Optional.of(new SyncFailure(
                                        SyncFailure.Kind.UNREACHABLE, "direwolf: connection lost", ""))))));
        states.put(
                "step",
                focused().when(SyncSample.read(20, SyncSample.holdsWork()), SyncSample.step(21, "fetching origin")));
        states.put(
                "ended",
                focused()
                        .when(
                                SyncSample.read(
                                        20, SyncSample.of(Verdict.Kind.SAME_CODE, "same code", SyncSample.here())),
                                SyncSample.ended(21, SyncSample.outcome()))
                        .after(java.time.Duration.ofMinutes(1)));
        states.put(
                "fresh",
                focused()
                        .when(SyncSample.read(
                                20,
                                SyncSample.of(Verdict.Kind.AHEAD, "1 commit is not upstream", SyncSample.fresh()))));
        states.put(
                "nothing-followed",
                focused()
                        .when(SyncSample.read(
                                20,
                                new SyncStatus(
                                        SyncSample.PATH,
                                        Optional.empty(),
                                        Optional.of(SyncSample.bare()),
                                        Optional.empty(),
                                        new Verdict(Verdict.Kind.UNKNOWN, "no branch is checked out there"),
                                        List.of()))));
        return states.entrySet().stream().flatMap(one -> sizes("sync/state-" + one.getKey(), one.getValue(), 60, 120));
    }

    @TestFactory
    Stream<DynamicTest> thePlan() {
        return everySize("sync/plan", focused().press("g").when(SyncSample.planned(20, SyncSample.full())));
    }

    @TestFactory
    Stream<DynamicTest> aPlanThatIsStopped() {
        return everySize(
                "sync/plan-stopped",
                focused().press("g").when(SyncSample.planned(20, SyncSample.stopped(SyncSample.localCommits()))));
    }

    @TestFactory
    Stream<DynamicTest> morePlans() {
        Stop room =
                new Stop(Stop.Kind.NO_ROOM, "the disk has 2 GB free, and 40 GB have to be kept", "Make room on /home");
        return Stream.of(
                        sizes("sync/plan-huge", planned(SyncSample.huge()).press("PgDn"), 80),
                        sizes("sync/plan-hostile", planned(SyncSample.hostile()), 60, 120),
                        sizes("sync/plan-done", planned(SyncSample.done()), 60, 120),
                        sizes(
                                "sync/plan-no-room",
                                planned(SyncSample.stopped(room, SyncSample.localCommits())),
                                60,
                                120),
                        sizes(
                                "sync/plan-undo",
                                focused().press("z").when(SyncSample.planned(20, SyncSample.undo())),
                                60,
                                120))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicTest> whatFailed() {
        return Stream.of(
                        sizes(
                                "sync/plan-failed",
                                focused().press("g").when(SyncSample.notPlanned(20, SyncSample.refused())),
                                60,
                                120),
                        sizes(
                                "sync/failed",
                                planned(SyncSample.full())
                                        .press("y")
                                        .when(SyncSample.failed(
                                                21,
                                                new SyncFailure(
                                                        SyncFailure.Kind.BROKEN_OFF,
                                                        "the connection was lost while files were written",
                                                        "Press g again: it goes on with what was kept"))),
                                60,
                                120),
                        sizes(
                                "sync/left",
                                planned(SyncSample.full())
                                        .press("y")
                                        .when(SyncSample.ended(
                                                21,
                                                new SyncOutcome(
                                                        SyncSample.full(),
                                                        Optional.of(SyncSample.ID),
                                                        List.of(new Change(
                                                                "caf\udce9 \u001b[31m.txt", Change.Kind.MODIFIED)),
                                                        List.of("A filter of git's changes that file.")))),
                                60,
                                120))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicTest> backups() {
        return everySize("sync/backups", backedUp());
    }

    @TestFactory
    Stream<DynamicTest> ofBackups() {
        String text = "2 files changed\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n-old\n+new \u001b[31m\n same\n";
        return Stream.of(
                        sizes("sync/backups-none", focused().press("b").when(SyncSample.backups(20)), 60),
                        sizes("sync/backups-asked", focused().press("b"), 60),
                        sizes(
                                "sync/backup",
                                backedUp().press("Enter").when(SyncSample.shown(SyncSample.ID, text)),
                                60,
                                120),
                        sizes("sync/drop", backedUp().press("Down", "D"), 60, 120),
                        sizes(
                                "sync/clone",
                                focused()
                                        .when(SyncSample.read(20, SyncSample.none()))
                                        .press("c"),
                                60,
                                120),
                        sizes(
                                "sync/differences",
                                focused()
                                        .when(SyncSample.read(20, SyncSample.holdsWork()))
                                        .press("Enter"),
                                60,
                                120))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicTest> ascii() {
        Client client = new Client(
                80,
                24,
                Client.Glyphs.ASCII,
                "~/.ssh/config",
                NOW,
                java.time.ZoneOffset.UTC,
                "/home/me",
                Optional.empty());
        AppState shown =
                focused().when(SyncSample.read(20, SyncSample.holdsWork())).state();
        Story story = Story.of(new AppState(client, NOW, shown.facts(), shown.screen(), List.of(), Optional.empty()));
        return Stream.concat(
                sizes("sync/ascii", story, 80),
                sizes(
                        "sync/ascii-plan",
                        Story.of(story.state()).press("g").when(SyncSample.planned(20, SyncSample.full())),
                        80));
    }

    private static Story backedUp() {
        return focused()
                .press("b")
                .when(SyncSample.backups(
                        20,
                        SyncSample.backup(SyncSample.ID, Occasion.SYNC, 40_200_000_000L),
                        SyncSample.backup("20261120T0900Z", Occasion.UNDO, 0)));
    }

    private static Story planned(dev.rwtui.gitsync.model.SyncPlan plan) {
        return focused().press("g").when(SyncSample.planned(20, plan));
    }

    private static Story focused() {
        return mapped().press("4");
    }

    private static Story mapped() {
        return busy().when(PythonSample.repositoryRead(), SyncSample.mapped());
    }

    private static Story busy() {
        return Story.givenDirewolf()
                .when(
                        link(DIREWOLF, 9, Sample.up()),
                        tunnel(BOARD, 2, new TunnelState.Up(NOW.minusSeconds(7)), BUSY),
                        tunnel(
                                JUPYTER,
                                2,
                                new TunnelState.FarEndSilent(
                                        TunnelState.Cause.CONNECT_FAILED, "Connection refused", NOW)),
                        PythonSample.found(DIREWOLF, 10, PythonSample.all()));
    }

    private static Stream<DynamicTest> everySize(String name, Story story) {
        return sizes(name, story, 60, 80, 120, 200);
    }

    private static Stream<DynamicTest> sizes(String name, Story story, int... widths) {
        List<DynamicTest> tests = new ArrayList<>();
        for (int[] size : SIZES) {
            if (IntStream.of(widths).anyMatch(width -> width == size[0])) {
                AppState state = story.resized(size[0], size[1]).state();
                tests.add(DynamicTest.dynamicTest(
                        name + "@" + size[0] + "x" + size[1], () -> Golden.check(name, View.draw(state))));
            }
        }
        return tests.stream();
    }
}
