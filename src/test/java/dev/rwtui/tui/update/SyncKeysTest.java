package dev.rwtui.tui.update;

import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.link;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan.Occasion;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.gitsync.model.Verdict;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.repo.model.RepositoryFacts;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.model.Context;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Pane;
import dev.rwtui.tui.model.SyncAsk;
import dev.rwtui.tui.model.SyncNews;
import dev.rwtui.tui.testing.PythonSample;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import dev.rwtui.tui.testing.SyncSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The keys about the repository on a host. */
final class SyncKeysTest {

    private static final SyncWish KEEP = new SyncWish(SyncWish.Commits.KEEP_ON_BRANCH, SyncWish.Source.UPSTREAM);
    private static final SyncWish PUSH = new SyncWish(SyncWish.Commits.PUSH, SyncWish.Source.UPSTREAM);
    private static final SyncWish HERE = new SyncWish(SyncWish.Commits.STOP, SyncWish.Source.HERE);

    private final Story story = Story.givenDirewolf()
            .when(
                    link(DIREWOLF, 1, Sample.up()),
                    PythonSample.found(DIREWOLF, 2, PythonSample.all()),
                    PythonSample.repositoryRead(),
                    SyncSample.mapped());

    @Test
    void whoeverLooksAtWhatNobodyHasReadHasItRead() {
        story.press("4").asks(ask(new SyncAsk.Read(DIREWOLF)));
        story.press("1", "4").asks(ask(new SyncAsk.Read(DIREWOLF)));

        story.when(SyncSample.read(5, SyncSample.holdsWork())).press("1", "4").asks();
        story.when(PythonSample.mapped(DIREWOLF, 9, new Mapping(Optional.of("~/other"), Optional.empty())))
                .asks(ask(new SyncAsk.Read(DIREWOLF)));
    }

    @Test
    void whatCouldNotBeReadIsReadAgainOnlyByKey() {
        story.press("4")
                .when(SyncSample.told(
                        new SyncNews.Read(DIREWOLF, 5, Optional.empty(), Optional.of(SyncSample.refused()))));

        story.press("1", "4").asks();
        story.press("R").asks(ask(new SyncAsk.Read(DIREWOLF))).sees("reading the code on direwolf");
    }

    @Test
    void nothingIsReadWhereThatWouldConnect() {
        story.when(link(DIREWOLF, 2, new Link.Idle())).press("4").asks();
        story.sees("direwolf is not connected: R connects it and reads");
    }

    @Test
    void theNewestReadingStays() {
        story.press("4").when(SyncSample.read(5, SyncSample.holdsWork()));
        story.when(SyncSample.read(4, SyncSample.none())).sees("2 files there hold what is nowhere else");
        story.when(SyncSample.read(5, SyncSample.none())).sees("2 files there hold what is nowhere else");

        story.when(SyncSample.read(6, SyncSample.none())).sees("there is nothing in");
    }

    @Test
    void aStepIsShownUntilNothingIsDone() {
        story.press("4").when(SyncSample.step(5, "fetching origin")).sees("fetching origin: Esc cancels");
        story.when(SyncSample.step(4, "")).sees("fetching origin");

        story.when(SyncSample.step(6, "")).doesNotSee("fetching origin");
    }

    @Test
    void aPlanIsMadeFromAnyPaneAndShownOnceItIsThere() {
        story.press("g").asks(ask(new SyncAsk.Plan(DIREWOLF, SyncWish.PLAIN)));
        assertThat(story.state().screen().pane()).isEqualTo(Pane.SYNC);
        story.sees("planning: Esc cancels");

        story.when(SyncSample.step(5, "fetching origin"), SyncSample.step(6, ""));
        story.when(SyncSample.planned(7, SyncSample.full())).sees("git-sync of direwolf", "1 overwritten (12 kB)");

        assertThat(story.state().context()).isEqualTo(Context.PLAN);
    }

    @Test
    void onlyOneThingIsDoneAtATime() {
        story.press("g");

        story.press("g").asks();
        story.sees("direwolf is at work, planning: 4 and Esc cancel it");
        story.when(SyncSample.step(5, "fetching origin")).press("z").asks();
        story.sees("direwolf is at work, fetching origin: 4 and Esc cancel it");
    }

    @Test
    void aPlanThatNobodyWaitsForOpensNothing() {
        story.press("4").when(SyncSample.planned(5, SyncSample.full()));
        assertThat(story.state().context()).isEqualTo(Context.SYNC);

        story.press("g").when(SyncSample.planned(4, SyncSample.full()), SyncSample.planned(5, SyncSample.full()));
        assertThat(story.state().context()).isEqualTo(Context.SYNC);

        story.when(SyncSample.planned(6, SyncSample.full()));
        assertThat(story.state().context()).isEqualTo(Context.PLAN);
    }

    @Test
    void aPlanDoesNotOpenUnderTheKeysOfAnotherPane() {
        story.press("g", "3").when(SyncSample.planned(5, SyncSample.full()));
        assertThat(story.state().context()).isEqualTo(Context.PYTHON);
        story.sees("the plan for direwolf is ready: 4 on it shows it");
        story.press("y");
        assertThat(story.effects())
                .containsExactly(
                        new Effect.Copy(PythonSample.vision().interpreter().orElseThrow()));

        story.press("4");
        assertThat(story.state().context()).isEqualTo(Context.PLAN);
    }

    @Test
    void aPlanOfAnotherHostWaitsUntilThatOneIsShown() {
        story.press("g", "Down").when(SyncSample.planned(5, SyncSample.full()));
        assertThat(story.state().context()).isEqualTo(Context.SYNC);

        story.press("Up");
        assertThat(story.state().context()).isEqualTo(Context.PLAN);
    }

    @Test
    void aPlanDoesNotOpenOverWhatIsRead() {
        story.press("g", "?").when(SyncSample.planned(5, SyncSample.full()));
        assertThat(story.state().context()).isEqualTo(Context.HELP);

        story.press("Esc");
        assertThat(story.state().context()).isEqualTo(Context.PLAN);
    }

    @Test
    void yesCarriesThePlanOut() {
        story.when(SyncSample.read(5, SyncSample.holdsWork()));
        planned().press("y").asks(ask(new SyncAsk.CarryOut(DIREWOLF, SyncSample.ID)));

        story.sees("carrying it out: Esc cancels").when(SyncSample.step(21, "keeping 3 files"));
        story.sees("keeping 3 files: Esc cancels");
        story.when(SyncSample.step(22, ""), SyncSample.ended(23, SyncSample.outcome()))
                .sees("direwolf is at 9e8f7a6, 5 files changed; backup 20261124T140000Z: z undoes it", "last ");
        assertThat(story.state().context()).isEqualTo(Context.SYNC);
    }

    @Test
    void everyOtherKeyOfAPlanIsHarmless() {
        for (String key : List.of("n", "Esc", "Enter")) {
            Story one = Story.of(planned().state()).press(key);
            one.asks();
            assertThat(one.state().context()).isEqualTo(Context.SYNC);
        }
        Story other = Story.of(planned().state()).press("k", "p", "z", "h", "x", "Y");
        assertThat(other.state().context()).isEqualTo(Context.PLAN);
    }

    @Test
    void aPlanIsScrolledByArrowsAndPages() {
        story.press("g").when(SyncSample.planned(20, SyncSample.huge()));

        assertThat(scroll(story.press("Down", "j"))).isEqualTo(2);
        assertThat(scroll(story.press("Up"))).isEqualTo(1);
        assertThat(scroll(story.press("Home"))).isZero();
        story.press("End").sees("data/frame_2999.png");
        story.press("PgUp").doesNotSee("data/frame_2999.png");
    }

    @Test
    void aStoppedPlanSaysWhyItCannotBeCarriedOut() {
        Stop busy = new Stop(Stop.Kind.BUSY, "a rebase is under way", "Finish it");
        story.press("g")
                .when(SyncSample.planned(20, SyncSample.stopped(busy)))
                .press("y")
                .asks();
        story.sees("! a rebase is under way");

        story.press("k").asks();
        story.sees("it is not commits alone that stop this");
        story.press("p").asks();
    }

    @Test
    void whereThereIsNothingToDoNothingIsDone() {
        story.press("g")
                .when(SyncSample.planned(20, SyncSample.done()))
                .press("y")
                .asks();

        story.sees("There is nothing to do", "! there is nothing to do");
    }

    @Test
    void commitsThereAreKeptOrPushed() {
        story.press("g").when(SyncSample.planned(20, SyncSample.stopped(SyncSample.localCommits())));

        Story.of(story.state()).press("k").asks(ask(new SyncAsk.Plan(DIREWOLF, KEEP)));
        Story.of(story.state()).press("p").asks(ask(new SyncAsk.Plan(DIREWOLF, PUSH)));
    }

    @Test
    void whatGitThereCannotFetchIsBroughtFromHere() {
        story.press("g")
                .when(SyncSample.notPlanned(20, SyncSample.refused()))
                .sees("Permission denied (publickey)", "bring the commits from here");

        story.press("h").asks(ask(new SyncAsk.Plan(DIREWOLF, HERE)));
        story.when(SyncSample.planned(21, SyncSample.stopped(SyncSample.localCommits())))
                .press("k")
                .asks(ask(new SyncAsk.Plan(
                        DIREWOLF, new SyncWish(SyncWish.Commits.KEEP_ON_BRANCH, SyncWish.Source.HERE))));
        story.when(SyncSample.notPlanned(22, SyncSample.refused())).press("h").asks();
        story.sees("commits from here would not help").press("Enter");
        assertThat(story.state().context()).isEqualTo(Context.SYNC);
    }

    @ParameterizedTest
    @EnumSource(SyncFailure.Kind.class)
    void commitsFromHereHelpWhereTheOriginCannotBeReached(SyncFailure.Kind kind) {
        story.press("g")
                .when(SyncSample.notPlanned(20, new SyncFailure(kind, "no", "")))
                .press("h");

        boolean helps = kind == SyncFailure.Kind.REFUSED || kind == SyncFailure.Kind.UNREACHABLE;
        assertThat(story.effects()).hasSize(helps ? 1 : 0);
    }

    @Test
    void commitsFromHereDoNotHelpAnUndoing() {
        story.press("4").press("z").asks(ask(new SyncAsk.PlanUndo(DIREWOLF, Optional.empty())));

        story.when(SyncSample.notPlanned(20, SyncSample.refused())).press("h").asks();
    }

    @Test
    void anUndoingIsPlannedAndCarriedOutLikeAGitSync() {
        story.press("4", "z").when(SyncSample.planned(20, SyncSample.undo())).sees("Undo on direwolf");

        story.press("y").asks(ask(new SyncAsk.CarryOut(DIREWOLF, SyncSample.ID)));
        story.when(SyncSample.ended(21, new SyncOutcome(SyncSample.undo(), Optional.empty(), List.of(), List.of())))
                .sees("direwolf is undone: at no commit again, 2 files changed");
    }

    @Test
    void anUndoingHasNoAnswerToCommits() {
        story.press("4", "z").when(SyncSample.planned(20, SyncSample.stopped(SyncSample.localCommits())));

        story.press("k").asks();
        story.press("p").asks();
    }

    @Test
    void whatWasLeftIsListed() {
        planned().press("y").when(SyncSample.ended(21, SyncSample.outcome(new Change("a.py", Change.Kind.MODIFIED))));

        assertThat(story.state().context()).isEqualTo(Context.SYNC_PAGE);
        story.sees("1 path is not as the commit has it", "a.py");
    }

    @Test
    void whatAPersonShouldKnowAfterwardsIsShown() {
        SyncOutcome outcome = new SyncOutcome(
                SyncSample.full(), Optional.of(SyncSample.ID), List.of(), List.of("one", "two", "three"));
        planned().press("y").when(SyncSample.ended(21, outcome)).sees("Notes", "three");

        story.press("Down", "End", "Esc");
        assertThat(story.state().context()).isEqualTo(Context.SYNC);
    }

    @Test
    void whatBecameOfItIsToldWhereverOneIs() {
        planned().press("y", "1");
        Story other = Story.of(story.state())
                .when(SyncSample.ended(
                        21,
                        SyncSample.outcome(
                                new Change("a.py", Change.Kind.MODIFIED), new Change("b", Change.Kind.UNTRACKED))));
        other.sees("direwolf is at 9e8f7a6", "but not all is as planned");
        assertThat(other.state().context()).isEqualTo(Context.HOSTS);
        other.press("4").sees("2 paths are not as the commit has it");

        story.when(SyncSample.failed(21, new SyncFailure(SyncFailure.Kind.STOPPED, "it has changed", "")))
                .sees("✕ direwolf: it has changed");
        story.press("4").sees("git-sync of direwolf failed", "it has changed");
        story.press("Esc").when(SyncSample.failed(20, SyncSample.refused())).doesNotSee("Permission denied");
    }

    @Test
    void escapeCancelsWhatIsUnderWayAndAwaitsItNoLonger() {
        story.when(SyncSample.read(5, SyncSample.holdsWork())).press("g").press("Esc");
        story.asks(ask(new SyncAsk.Cancel(DIREWOLF))).sees("cancelling what is done on direwolf");
        story.when(SyncSample.notPlanned(20, new SyncFailure(SyncFailure.Kind.STOPPED, "cancelled", "")));
        assertThat(story.state().context()).isEqualTo(Context.SYNC);

        story.press("Esc").asks();
        assertThat(story.state().screen().pane()).isEqualTo(Pane.HOSTS);
    }

    @Test
    void escapeWhileItIsCarriedOutStillHearsTheEnd() {
        planned().press("y").when(SyncSample.step(21, "writing files")).press("Esc");
        assertThat(story.effects()).containsExactly(ask(new SyncAsk.Cancel(DIREWOLF)));

        story.when(SyncSample.failed(22, new SyncFailure(SyncFailure.Kind.BROKEN_OFF, "cancelled", "")))
                .sees("git-sync of direwolf failed", "cancelled");
    }

    @Test
    void escapeInAnotherPaneCancelsNothing() {
        story.press("g").press("3", "Esc").asks();

        assertThat(story.state().screen().awaited()).isPresent();
    }

    @Test
    void backupsAreListedAndMarked() {
        story.press("4").press("b").asks(ask(new SyncAsk.ListBackups(DIREWOLF))).sees("Asking direwolf");
        story.press("z").asks();
        story.sees("there is no backup");

        story.when(backups());
        assertThat(marked()).isEqualTo("1");
        assertThat(markedAfter("Down")).isEqualTo("2");
        assertThat(markedAfter("End")).isEqualTo("3");
        assertThat(markedAfter("Down", "Up")).isEqualTo("2");
        assertThat(markedAfter("Home")).isEqualTo("1");
    }

    @Test
    void anEndOfSomethingElseIsOnlyTold() {
        story.press("4").when(SyncSample.failed(20, SyncSample.refused())).sees("✕ direwolf: git@github.com");
        assertThat(story.state().context()).isEqualTo(Context.SYNC);

        story.press("g").when(SyncSample.failed(21, SyncSample.refused()));
        assertThat(story.state().context()).isEqualTo(Context.SYNC);
        story.when(SyncSample.planned(22, SyncSample.full()));
        assertThat(story.state().context()).isEqualTo(Context.PLAN);
    }

    @Test
    void theMarkStaysWithItsBackup() {
        story.press("4", "b").when(backups()).press("Down");

        story.when(SyncSample.backups(30, SyncSample.backup("0", Occasion.SYNC, 0), backup("2"), backup("3")));
        assertThat(marked()).isEqualTo("2");
        story.when(SyncSample.backups(29, backup("3")));
        assertThat(marked()).isEqualTo("2");
        story.when(SyncSample.backups(31, backup("3")));
        assertThat(marked()).isEqualTo("3");
        story.when(SyncSample.backups(32)).sees("Nothing is kept there");
        story.press("Down");
        assertThat(story.state().markedBackup()).isEmpty();
    }

    @Test
    void aBackupIsShownAndLeftForTheList() {
        story.press("4", "b").when(backups()).press("Down", "Enter");
        story.asks(ask(new SyncAsk.ShowBackup(DIREWOLF, "2"))).sees("Backup 2 on direwolf", "Asking direwolf");

        story.when(SyncSample.shown("2", "1 file\n\u001b[31m+new\n")).sees("1 file", "·[31m+new");
        story.press("Down", "Esc");
        assertThat(story.state().context()).isEqualTo(Context.BACKUPS);
        assertThat(marked()).isEqualTo("2");
    }

    @Test
    void noMoreOfABackupIsShownThanAnybodyReads() {
        story.press("4", "b").when(backups()).press("Enter").when(SyncSample.shown("1", "+line\n".repeat(20_000)));

        story.press("End").sees("Only the first 10000 lines are shown");
    }

    @Test
    void whatWasReadBeforeTheConnectionWentIsCalledSo() {
        story.press("4").when(SyncSample.read(5, SyncSample.holdsWork()));
        story.doesNotSee("as it was last");

        story.when(link(DIREWOLF, 6, new Link.Idle())).sees("as it was last: direwolf is not connected");
    }

    @Test
    void aBackupThatCannotBeShownSaysWhy() {
        story.press("4", "b").when(backups()).press("Enter");

        story.when(SyncSample.told(new SyncNews.BackupShown(DIREWOLF, "1", 5, "", Optional.of(SyncSample.refused()))))
                .sees("Permission denied (publickey)");
    }

    @Test
    void aListThatNobodyCanTellSaysWhy() {
        story.press("4", "b")
                .when(SyncSample.told(
                        new SyncNews.BackupsListed(DIREWOLF, 20, List.of(), Optional.of(SyncSample.refused()))))
                .sees("Permission denied (publickey)", "Set ForwardAgent")
                .doesNotSee("Nothing is kept");
    }

    @Test
    void anyBackupCanBeComeBackTo() {
        story.press("4", "b").when(backups()).press("Down", "z");

        story.asks(ask(new SyncAsk.PlanUndo(DIREWOLF, Optional.of("2"))));
        story.when(SyncSample.planned(21, SyncSample.undo())).sees("Undo on direwolf");
    }

    @Test
    void aBackupIsDroppedAfterAYesAlone() {
        story.press("4", "b").when(backups()).press("Down", "D").sees("Drop backup 2?", "This is lost for ever");
        story.asks();
        for (String key : List.of("n", "Esc", "Enter")) {
            Story no = Story.of(story.state()).press(key);
            no.asks();
            assertThat(no.state().context()).isEqualTo(Context.BACKUPS);
        }

        story.press("y").asks(ask(new SyncAsk.DropBackups(DIREWOLF, List.of("2"))));
        assertThat(story.state().context()).isEqualTo(Context.BACKUPS);
    }

    @Test
    void aCloneIsMadeAfterAYesAlone() {
        story.press("4").when(SyncSample.read(5, SyncSample.none())).press("c");
        story.asks();
        story.sees("Make a clone?", "github.com:anthonyhu/vision.git", SyncSample.PATH);
        Story.of(story.state()).press("Enter").asks();

        story.press("y").asks(ask(new SyncAsk.MakeClone(DIREWOLF, SyncSample.PATH)));
        assertThat(story.state().context()).isEqualTo(Context.SYNC);
    }

    @Test
    void aCloneSaysWhyItCannotBeMade() {
        story.press("4", "c").sees("nothing is known yet: R reads it");
        story.when(SyncSample.read(5, SyncSample.holdsWork()))
                .press("c")
                .sees("there is a repository on direwolf already");
        RepositoryFacts alone = new RepositoryFacts(
                Optional.of("/c"),
                "/c/.git",
                "/c/.git",
                Optional.empty(),
                PythonSample.repository().head(),
                List.of());
        story.when(
                        SyncSample.read(6, SyncSample.none()),
                        new Event.RepositoryRead(2, Optional.of(alone), Optional.empty()))
                .press("c")
                .sees("the repository here has no remote to clone from");
        story.when(PythonSample.mapped(DIREWOLF, 9, Mapping.NONE)).press("c").asks();
        story.sees("nobody has said where the repository is on direwolf: m maps it");
    }

    @Test
    void withoutACloneThereIsNothingToSync() {
        story.press("4").when(SyncSample.read(5, SyncSample.none()));

        for (String key : List.of("g", "z", "b")) {
            Story.of(story.state())
                    .press(key)
                    .sees("there is no repository on direwolf: 4 and c make a clone")
                    .asks();
        }
    }

    @Test
    void aPathThatNobodyToldIsAskedForBeforeAClone() {
        Story untold = Story.givenDirewolf()
                .when(
                        link(DIREWOLF, 1, Sample.up()),
                        PythonSample.repositoryRead(),
                        SyncSample.read(5, SyncSample.none()))
                .press("4", "c");

        untold.sees("nobody has said where on direwolf: m maps it").asks();
    }

    @Test
    void differencesAreListedInFull() {
        story.press("4", "Enter").sees("nothing is known yet: R reads it");
        story.when(SyncSample.read(5, SyncSample.of(Verdict.Kind.SAME_CODE, "same", SyncSample.here())))
                .press("Enter")
                .sees("no file differs from its commit there");

        story.when(SyncSample.read(6, SyncSample.holdsWork())).press("Enter").sees("Nowhere else: 2", "layer_11.py");
        assertThat(story.state().context()).isEqualTo(Context.SYNC_PAGE);
        story.press("Down", "Esc").resized(60, 20).press("Enter", "End").sees("layer_11.py");
        story.when(SyncSample.read(7, SyncSample.of(Verdict.Kind.SAME_CODE, "same", SyncSample.here())))
                .sees("Nothing differs");
    }

    @Test
    void beforeAnythingIsKnownTheEngineIsAsked() {
        Story.givenDirewolf().press("g").asks(ask(new SyncAsk.Plan(DIREWOLF, SyncWish.PLAIN)));
    }

    @Test
    void withoutARepositoryTheKeysSayWhy() {
        Story none = Story.givenDirewolf()
                .when(link(DIREWOLF, 1, Sample.up()), PythonSample.found(DIREWOLF, 2, PythonSample.all()))
                .press("4");
        none.press("g").asks();
        none.sees("! rwtui was not started in a git repository");

        Story broken = Story.givenDirewolf()
                .when(new Event.RepositoryRead(1, Optional.empty(), Optional.of("cannot read .git/config")))
                .press("4");
        broken.sees("✕ cannot read .git/config").press("z").asks();
        broken.sees("! cannot read .git/config");
    }

    @Test
    void withoutAMappingTheKeysSayWhy() {
        story.when(PythonSample.mapped(DIREWOLF, 9, Mapping.NONE)).press("4");
        story.press("g").asks();
        story.sees("nobody has said where the repository is on direwolf: m maps it");

        story.press("m").sees("map ");
        assertThat(story.state().context()).isEqualTo(Context.COMMANDING);
    }

    @Test
    void aHostThatIsRefusedSaysWhy() {
        Story refused = Story.given(Sample.read(Sample.refused(Sample.direwolf(), "ProxyJump leads in a circle", "x")));

        refused.press("g").asks();
        refused.sees("ProxyJump leads in a circle");
    }

    @Test
    void withoutAHostTheKeysSayWhy() {
        Story nobody = Story.given().press("4");

        for (String key : List.of("g", "z", "b", "c", "R", "Enter")) {
            nobody.press(key).asks();
        }
    }

    @Test
    void arrowsPickTheHostWhoseCodeIsShown() {
        story.press("4", "Down");

        assertThat(story.state().screen().selected()).contains(Sample.GPU07);
    }

    @Test
    void theFetchGrowsOldInSteps() {
        story.press("4").when(SyncSample.read(5, SyncSample.holdsWork())).sees("fetched there 3h10m ago");

        story.after(Duration.ofSeconds(59)).sees("fetched there 3h10m ago");
        story.after(Duration.ofSeconds(60)).sees("fetched there 3h11m ago");
        story.after(Duration.ofDays(2)).sees("fetched there 2d3h ago");
        assertThat(story.wakes()).isNotEmpty();
    }

    @Test
    void whatIsTypedAfterAColonDoesTheSame() {
        story.press(":").type("git-sync").press("Enter").asks(ask(new SyncAsk.Plan(DIREWOLF, SyncWish.PLAIN)));
    }

    private Story planned() {
        return story.press("g").when(SyncSample.planned(20, SyncSample.full()));
    }

    private static int scroll(Story story) {
        return ((Overlay.Page) story.state().screen().overlay().orElseThrow()).scroll();
    }

    private static Event backups() {
        return SyncSample.backups(20, backup("1"), backup("2"), backup("3"));
    }

    private static dev.rwtui.gitsync.model.Backup backup(String id) {
        return SyncSample.backup(id, Occasion.SYNC, 0);
    }

    private String marked() {
        return story.state().markedBackup().orElseThrow().id();
    }

    private String markedAfter(String... keys) {
        story.press(keys);
        return marked();
    }

    private static Effect ask(SyncAsk ask) {
        return new Effect.AskSync(ask);
    }
}
