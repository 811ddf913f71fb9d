package dev.rwtui.cli;

import static dev.rwtui.cli.CliRig.DIREWOLF;
import static dev.rwtui.cli.CliRig.NOON;
import static dev.rwtui.cli.CliRig.configuration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Secret;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.gitsync.model.SyncWish.Commits;
import dev.rwtui.gitsync.model.SyncWish.Source;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Resolution;
import dev.rwtui.testing.FakeEngine;
import dev.rwtui.testing.GitSyncSample;
import dev.rwtui.tui.testing.Golden;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class GitSyncCommandTest {

    private static final Request PLAN = new Request.PlanSync(DIREWOLF, SyncWish.PLAIN);
    private static final Request UNDO = new Request.PlanUndo(DIREWOLF, Optional.empty());
    private static final Failure LOST = new Failure(Failure.Kind.LOST, DIREWOLF, "reset", "");

    private final CliRig rig = new CliRig();

    @BeforeEach
    void goOn() {
        rig.goesOn = request -> request instanceof Request.OpenRepository
                || request instanceof Request.PlanSync
                || request instanceof Request.PlanUndo;
        rig.resolutions.put("direwolf", new Resolution.Resolved(List.of()));
    }

    /** What has no answer is interrupted. */
    private void interruptAfterPlanning() {
        rig.goesOn = request -> request instanceof Request.OpenRepository;
    }

    private static FakeEngine engine() {
        return new FakeEngine(configuration());
    }

    private static FakeEngine planning(SyncPlan plan) {
        return engine().on(PLAN, new Notice.SyncPlanned(DIREWOLF, 1, Optional.of(plan), Optional.empty()));
    }

    private static FakeEngine carryingOut(SyncOutcome outcome) {
        return planning(outcome.plan())
                .on(
                        new Request.CarryOut(DIREWOLF, outcome.plan().id()),
                        new Notice.SyncEnded(DIREWOLF, 2, Optional.of(outcome), Optional.empty()));
    }

    private static FakeEngine goingWell() {
        return carryingOut(GitSyncSample.outcome(GitSyncSample.plan()));
    }

    private CliRig.FakeTerminal typing(String answer) {
        CliRig.FakeTerminal person = new CliRig.FakeTerminal(answer);
        rig.terminal = Optional.of(person);
        return person;
    }

    private static boolean isCarriedOut(FakeEngine engine) {
        return engine.requests.stream().anyMatch(Request.CarryOut.class::isInstance);
    }

    @Test
    void aHostThatCannotBeReachedEndsWithItsKindOfFailure() {
        FakeEngine engine = engine().on(PLAN, new Notice.LinkChanged(DIREWOLF, 1, new Link.Failed(LOST, NOON)));

        assertThat(rig.run(engine, "git", "sync", "direwolf")).isEqualTo(3);

        assertThat(rig.err).hasToString("rwtui: direwolf: reset\n");
    }

    @Test
    void aPlanAloneChangesNothing() {
        FakeEngine engine = planning(GitSyncSample.plan());

        assertThat(rig.run(engine, "git", "sync", "direwolf", "--dry-run")).isZero();

        Golden.checkText("cli/git-plan.txt", rig.out.toString());
        assertThat(isCarriedOut(engine)).isFalse();
    }

    @Test
    void aPlanAloneAsJson() {
        FakeEngine engine = planning(GitSyncSample.plan(GitSyncSample.localCommits()));

        assertThat(rig.run(engine, "git", "sync", "direwolf", "--dry-run", "--json"))
                .isEqualTo(5);

        Golden.checkText("cli/git-plan.json", rig.out.toString());
        assertThat(rig.out.toString().chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
    }

    @Test
    void whatStopsAPlanIsSaidWithWhatCanBeDone() {
        FakeEngine engine = planning(GitSyncSample.plan(
                GitSyncSample.localCommits(), new Stop(Stop.Kind.BUSY, "a merge is under way", "end it")));

        assertThat(rig.run(engine, "git", "sync", "direwolf", "--yes")).isEqualTo(5);

        assertThat(rig.out.toString()).endsWith("""
                STOP: 1 commit there is not in origin/main
                      keep it on a branch, or push it
                      --keep-commits keeps them on a branch there, --push-commits pushes them upstream first
                STOP: a merge is under way
                      end it
                """);
        assertThat(rig.err)
                .hasToString(
                        "rwtui: direwolf: stopped, and nothing there was changed: 1 commit there is not in origin/main\n");
        assertThat(isCarriedOut(engine)).isFalse();
    }

    @Test
    void whoSaysYesHasItCarriedOut() {
        CliRig.FakeTerminal person = typing("y");

        assertThat(rig.run(goingWell(), "git", "sync", "direwolf")).isZero();

        assertThat(person.seen)
                .containsExactly(
                        "direwolf: 1 overwritten; 33 removed, since no commit has it; 1 updated;"
                                + " 1 deleted by the incoming commit; all of it is kept",
                        "carry it out? [y/N] SHOWN");
        assertThat(rig.out.toString()).endsWith("""
                done: direwolf:/home/anthonyhu/code/vision is at 3f2c1e9 (origin/main)
                kept as 20261201T033012Z: rwtui git undo direwolf 20261201T033012Z
                """);
    }

    @ParameterizedTest
    @CsvSource({"''", "n", "yup"})
    void anythingElseIsANo(String answer) {
        typing(answer);
        FakeEngine engine = goingWell();

        assertThat(rig.run(engine, "git", "sync", "direwolf")).isEqualTo(1);

        assertThat(isCarriedOut(engine)).isFalse();
    }

    @Test
    void whereNobodyIsThereNothingIsCarriedOut() {
        FakeEngine engine = goingWell();

        assertThat(rig.run(engine, "git", "sync", "direwolf")).isEqualTo(4);

        assertThat(rig.err)
                .hasToString(
                        "rwtui: direwolf: carry it out? Nobody is there to answer; --yes does, --dry-run asks nothing\n");
        assertThat(isCarriedOut(engine)).isFalse();
    }

    /** ssh_config(5), BatchMode. */
    @Test
    void whoWantsNoQuestionsIsAskedNone() {
        CliRig.FakeTerminal person = typing("y");
        rig.resolutions.put(
                "direwolf",
                new Resolution.Resolved(List.of(
                        new Resolution.Line("batchmode", "yes", "command line", Resolution.Standing.ACTED_ON))));

        assertThat(rig.run(goingWell(), "git", "sync", "direwolf", "-o", "BatchMode=yes"))
                .isEqualTo(4);

        assertThat(person.seen).isEmpty();
        assertThat(rig.lookedUp).containsExactly(" [BatchMode=yes] [direwolf]");
    }

    @Test
    void withYesNobodyIsAsked() {
        CliRig.FakeTerminal person = typing("n");

        assertThat(rig.run(goingWell(), "git", "sync", "direwolf", "--yes")).isZero();

        assertThat(person.seen).isEmpty();
    }

    @Test
    void whereAllIsWellNobodyIsAsked() {
        FakeEngine engine = planning(GitSyncSample.done());

        assertThat(rig.run(engine, "git", "sync", "direwolf")).isZero();

        assertThat(rig.out).hasToString("""
                direwolf:/home/anthonyhu/code/vision, main: 3f2c1e9 -> 3f2c1e9 (origin/main)
                nothing to do
                """);
        assertThat(isCarriedOut(engine)).isFalse();
    }

    static Stream<Arguments> wishes() {
        return Stream.of(
                Arguments.of(List.of(), SyncWish.PLAIN),
                Arguments.of(List.of("--keep-commits"), new SyncWish(Commits.KEEP_ON_BRANCH, Source.UPSTREAM)),
                Arguments.of(List.of("--push-commits"), new SyncWish(Commits.PUSH, Source.UPSTREAM)),
                Arguments.of(
                        List.of("--from-here", "--keep-commits"), new SyncWish(Commits.KEEP_ON_BRANCH, Source.HERE)));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void whatIsWishedIsPlanned(List<String> options, SyncWish wish) {
        interruptAfterPlanning();
        FakeEngine engine = engine();

        rig.run(
                engine,
                Stream.concat(Stream.of("git", "sync", "direwolf"), options.stream())
                        .toArray(String[]::new));

        assertThat(engine.requests).endsWith(new Request.PlanSync(DIREWOLF, wish));
    }

    @Test
    void commitsAreKeptOrPushed() {
        assertThat(rig.run(engine(), "git", "sync", "direwolf", "--keep-commits", "--push-commits"))
                .isEqualTo(2);
    }

    @Test
    void aHostThatCannotFetchIsHelpedFromHere() {
        SyncFailure refused = GitSyncSample.failure(SyncFailure.Kind.REFUSED);
        FakeEngine engine =
                engine().on(PLAN, new Notice.SyncPlanned(DIREWOLF, 1, Optional.empty(), Optional.of(refused)));

        assertThat(rig.run(engine, "git", "sync", "direwolf")).isEqualTo(4);

        assertThat(rig.err)
                .hasToString("rwtui: direwolf: fatal: it will not; try something else; "
                        + "where the host cannot fetch, --from-here brings the commits of the branch here\n");
    }

    @Test
    void whatIsLeftChangedIsANo() {
        FakeEngine engine = carryingOut(GitSyncSample.imperfect(GitSyncSample.plan()));

        assertThat(rig.run(engine, "git", "sync", "direwolf", "--yes")).isEqualTo(1);

        assertThat(rig.out.toString()).endsWith("""
                note: a running process writes to src/busy.log
                still changed there, which should not be
                  modified  src/busy.log
                """);
    }

    @Test
    void whatCameOfItAsJson() {
        FakeEngine engine = carryingOut(GitSyncSample.imperfect(GitSyncSample.undo()));

        rig.run(engine, "git", "sync", "direwolf", "--yes", "--json");

        Golden.checkText("cli/git-sync.json", rig.out.toString());
    }

    @Test
    void whatBreaksOffIsDistinguished() {
        SyncFailure broken = GitSyncSample.failure(SyncFailure.Kind.BROKEN_OFF);
        FakeEngine engine = planning(GitSyncSample.plan())
                .on(
                        new Request.CarryOut(DIREWOLF, GitSyncSample.ID),
                        // A connection that is lost meanwhile is not yet how it ended.
                        new Notice.LinkChanged(DIREWOLF, 2, new Link.Retrying(LOST, 1, NOON)),
                        new Notice.SyncEnded(DIREWOLF, 3, Optional.empty(), Optional.of(broken)));

        assertThat(rig.run(engine, "git", "sync", "direwolf", "--yes")).isEqualTo(5);

        assertThat(rig.err).hasToString("rwtui: direwolf: fatal: it will not; try something else\n");
    }

    @Test
    void whoInterruptsIsToldThatItGoesOn() {
        assertThat(rig.run(planning(GitSyncSample.plan()), "git", "sync", "direwolf", "--yes"))
                .isEqualTo(130);

        assertThat(rig.err)
                .hasToString(
                        "rwtui: direwolf: what has begun there goes on to its end; rwtui git status direwolf tells\n");
    }

    @Test
    void whoInterruptsTheQuestionIsNotTakenForANo() {
        rig.terminal = Optional.of(new World.Terminal() {
            @Override
            public Optional<Secret> read(List<String> lead, String prompt, Question.Echo echo) {
                rig.interrupt();
                return Optional.empty();
            }

            @Override
            public void close() {}
        });
        FakeEngine engine = goingWell();

        assertThat(rig.run(engine, "git", "sync", "direwolf")).isEqualTo(130);

        assertThat(isCarriedOut(engine)).isFalse();
    }

    @Test
    void theLastSyncIsUndone() {
        SyncPlan plan = GitSyncSample.undo();
        FakeEngine engine = engine().on(UNDO, new Notice.SyncPlanned(DIREWOLF, 1, Optional.of(plan), Optional.empty()))
                .on(
                        new Request.CarryOut(DIREWOLF, plan.id()),
                        new Notice.SyncEnded(DIREWOLF, 2, Optional.of(GitSyncSample.outcome(plan)), Optional.empty()));
        CliRig.FakeTerminal person = typing("yes");

        assertThat(rig.run(engine, "git", "undo", "direwolf")).isZero();

        assertThat(person.seen).containsExactly("direwolf: 1 updated", "undo it? [y/N] SHOWN");
        Golden.checkText("cli/git-undo.txt", rig.out.toString());
    }

    @Test
    void anEarlierSyncIsUndone() {
        interruptAfterPlanning();
        FakeEngine engine = engine();

        rig.run(engine, "git", "undo", "direwolf", GitSyncSample.ID);

        assertThat(engine.requests).endsWith(new Request.PlanUndo(DIREWOLF, Optional.of(GitSyncSample.ID)));
    }
}
