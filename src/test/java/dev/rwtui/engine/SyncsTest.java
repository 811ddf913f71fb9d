package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.remote.Place;
import dev.rwtui.ssh.Backoff;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.testing.GitSyncSample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When the repository on a host is read, and what may be done about it when. What blocks runs when a test says so. */
final class SyncsTest {

    private static final HostAlias HOST = new HostAlias("direwolf");
    private static final HostAlias OTHER = new HostAlias("gpu07");

    private final FakeTimers timers = new FakeTimers();
    private final Deque<Runnable> blocking = new ArrayDeque<>();
    private final List<Notice> told = new ArrayList<>();
    private final List<HostAlias> mapped = new ArrayList<>();
    private final FakeSyncWork work = new FakeSyncWork();
    private final Syncs syncs;

    SyncsTest() {
        EngineTools tools = new EngineTools(
                (hop, carrier, attempt) -> {
                    throw new AssertionError("nobody connects");
                },
                typed -> {
                    throw new AssertionError("nobody reads");
                },
                (watched, changed) -> {},
                nowhere(),
                () -> new dev.rwtui.settings.Surroundings(Map.of(), Path.of("/nonexistent")),
                Runnable::run,
                blocking::add,
                timers,
                new Backoff(() -> 0.5),
                Duration.ZERO);
        Announcements announcements = new Announcements(tools);
        announcements.subscribe(told::add, List.of());
        syncs = new Syncs(tools, announcements, new Background(blocking::add), work, host -> nowhere(), this::mapped);
    }

    private static Place nowhere() {
        return (command, cancellation) -> {
            throw new AssertionError("nobody runs " + command);
        };
    }

    private void mapped(HostAlias host) {
        mapped.add(host);
        syncs.moved(host);
    }

    private static SyncWork.Asked asked(HostAlias host) {
        return new SyncWork.Asked(host, nowhere(), new Engine.Client(Optional.empty(), Engine.Attendance.ATTENDED));
    }

    private void settle() {
        while (!blocking.isEmpty()) {
            blocking.remove().run();
        }
    }

    private <N extends Notice> List<N> told(Class<N> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private <N extends Notice> N last(Class<N> type) {
        return told(type).stream().reduce((a, b) -> b).orElseThrow();
    }

    private void planned() {
        syncs.plan(asked(HOST), SyncWish.PLAIN);
        settle();
        work.asked.clear();
    }

    @Test
    void aHostIsReadOnceItIsUpAndSomebodyLooks() {
        syncs.sessionUp(HOST);
        settle();
        assertThat(work.asked).isEmpty();

        syncs.look(Optional.of(HOST));
        settle();

        assertThat(work.asked).containsExactly("status on direwolf");
        assertThat(last(Notice.SyncRead.class).status()).contains(GitSyncSample.holdsWork());
    }

    @Test
    void aHostThatIsLookedAtIsReadOnceItIsUp() {
        syncs.look(Optional.of(HOST));
        settle();
        assertThat(work.asked).isEmpty();

        syncs.sessionUp(HOST);
        settle();

        assertThat(work.asked).containsExactly("status on direwolf");
    }

    @Test
    void itIsReadAgainWhenSomebodyComesBackAfterAWhile() {
        syncs.look(Optional.of(HOST));
        syncs.sessionUp(HOST);
        settle();

        timers.advance(Duration.ofSeconds(30));
        syncs.look(Optional.of(OTHER));
        syncs.look(Optional.of(HOST));
        settle();
        assertThat(work.asked).hasSize(1);

        timers.advance(Duration.ofSeconds(1));
        syncs.look(Optional.of(HOST));
        settle();
        assertThat(work.asked).hasSize(2);
    }

    @Test
    void whereNothingIsMappedNothingIsSaidUntilItIs() {
        work.mapped = false;
        syncs.look(Optional.of(HOST));
        syncs.sessionUp(HOST);
        settle();
        assertThat(told).isEmpty();

        work.mapped = true;
        syncs.moved(HOST);
        settle();

        assertThat(last(Notice.SyncRead.class).status()).isPresent();
    }

    @Test
    void whoAsksIsToldThatNothingIsMapped() {
        work.trouble = Optional.of(GitSyncSample.failure(SyncFailure.Kind.NOT_THERE));

        syncs.read(asked(HOST));
        settle();

        assertThat(last(Notice.SyncRead.class).failure()).isEqualTo(work.trouble);
        assertThat(last(Notice.SyncRead.class).status()).isEmpty();
    }

    @Test
    void theLastStatusStaysBesideAFailure() {
        syncs.read(asked(HOST));
        settle();
        work.trouble = Optional.of(GitSyncSample.failure(SyncFailure.Kind.UNREACHABLE));

        syncs.read(asked(HOST));
        settle();

        assertThat(last(Notice.SyncRead.class).failure()).isEqualTo(work.trouble);
        assertThat(last(Notice.SyncRead.class).status()).contains(GitSyncSample.holdsWork());
        assertThat(syncs.standing()).containsExactly(last(Notice.SyncRead.class));
    }

    @Test
    void stepsAreToldAndEndWithNone() {
        syncs.plan(asked(HOST), SyncWish.PLAIN);
        settle();

        assertThat(told(Notice.SyncStep.class))
                .extracting(Notice.SyncStep::step)
                .containsExactly(Optional.of("at plan STOP UPSTREAM"), Optional.empty());
        assertThat(last(Notice.SyncPlanned.class).plan()).contains(GitSyncSample.plan());
        assertThat(syncs.standing()).isEmpty();
    }

    @Test
    void aPlanIsCarriedOutOnceAndThenTheRepositoryIsRead() {
        syncs.sessionUp(HOST);
        planned();

        syncs.carryOut(asked(HOST), GitSyncSample.ID);
        settle();
        assertThat(work.asked).containsExactly("carry out " + GitSyncSample.ID + " on direwolf", "status on direwolf");
        assertThat(last(Notice.SyncEnded.class).outcome()).contains(GitSyncSample.outcome(GitSyncSample.plan()));

        syncs.carryOut(asked(HOST), GitSyncSample.ID);
        settle();
        assertThat(work.asked).hasSize(2);
        assertThat(last(Notice.SyncEnded.class).failure().orElseThrow().kind()).isEqualTo(SyncFailure.Kind.STOPPED);
    }

    @Test
    void anotherPlanIsNotCarriedOut() {
        planned();

        syncs.carryOut(asked(HOST), "20200101T000000Z");
        syncs.carryOut(asked(OTHER), GitSyncSample.ID);
        settle();

        assertThat(work.asked).isEmpty();
        assertThat(told(Notice.SyncEnded.class))
                .hasSize(2)
                .allMatch(ended -> ended.failure().orElseThrow().kind() == SyncFailure.Kind.STOPPED);
    }

    @Test
    void aPlanThatAnotherOneFollowedIsNotCarriedOut() {
        planned();
        work.trouble = Optional.of(GitSyncSample.failure(SyncFailure.Kind.REFUSED));
        planned();
        work.trouble = Optional.empty();

        syncs.carryOut(asked(HOST), GitSyncSample.ID);
        settle();

        assertThat(work.asked).isEmpty();
        assertThat(last(Notice.SyncPlanned.class).failure()).contains(GitSyncSample.failure(SyncFailure.Kind.REFUSED));
    }

    @Test
    void aPlanOfARepositoryThatHasMovedIsNotCarriedOut() {
        planned();

        syncs.moved(HOST);
        syncs.carryOut(asked(HOST), GitSyncSample.ID);
        settle();

        assertThat(work.asked).isEmpty();
    }

    @Test
    void aPlanWithStopsIsNotCarriedOut() {
        work.plan = GitSyncSample.plan(GitSyncSample.localCommits());
        planned();

        syncs.carryOut(asked(HOST), GitSyncSample.ID);
        settle();

        assertThat(work.asked).isEmpty();
        assertThat(last(Notice.SyncEnded.class).failure().orElseThrow().why())
                .isEqualTo("1 commit there is not in origin/main");
    }

    @Test
    void readingGivesWayAndIsDoneAfterwards() {
        syncs.look(Optional.of(HOST));
        syncs.sessionUp(HOST);

        syncs.plan(asked(HOST), SyncWish.PLAIN);
        settle();

        assertThat(work.asked)
                .containsExactly("status on direwolf", "plan STOP UPSTREAM on direwolf", "status on direwolf");
        assertThat(told(Notice.SyncRead.class)).hasSize(1);
        assertThat(told(Notice.SyncPlanned.class)).hasSize(1);
    }

    @Test
    void nothingElseGivesWay() {
        planned();
        syncs.carryOut(asked(HOST), GitSyncSample.ID);

        syncs.plan(asked(HOST), SyncWish.PLAIN);
        syncs.carryOut(asked(HOST), GitSyncSample.ID);
        syncs.listBackups(asked(HOST));
        syncs.showBackup(asked(HOST), GitSyncSample.ID);
        syncs.makeClone(asked(HOST), "~/code");
        settle();

        assertThat(work.asked).containsExactly("carry out " + GitSyncSample.ID + " on direwolf");
        assertThat(told(Notice.RequestFailed.class))
                .hasSize(5)
                .allMatch(failed -> failed.why().equals("a plan is being carried out"));
        assertThat(told(Notice.SyncEnded.class)).hasSize(1);
    }

    @Test
    void hostsDoNotWaitForEachOther() {
        syncs.plan(asked(HOST), SyncWish.PLAIN);
        syncs.plan(asked(OTHER), SyncWish.PLAIN);
        settle();

        assertThat(told(Notice.SyncPlanned.class))
                .extracting(Notice.SyncPlanned::host)
                .containsExactly(HOST, OTHER);
    }

    @Test
    void readingThatIsAskedForMeanwhileIsDoneAfterwards() {
        syncs.sessionUp(HOST);
        syncs.plan(asked(HOST), SyncWish.PLAIN);

        syncs.read(asked(HOST));
        settle();

        assertThat(work.asked).containsExactly("plan STOP UPSTREAM on direwolf", "status on direwolf");
    }

    @Test
    void aPlanIsGivenUp() {
        syncs.plan(asked(HOST), SyncWish.PLAIN);

        syncs.cancel(HOST);
        settle();

        assertThat(last(Notice.SyncPlanned.class).failure().orElseThrow().why()).isEqualTo("given up");
    }

    @Test
    void undoingIsPlannedToTheBackupThatIsNamed() {
        syncs.planUndo(asked(HOST), Optional.of(GitSyncSample.ID));
        settle();
        syncs.carryOut(asked(HOST), GitSyncSample.undo().id());
        settle();

        assertThat(work.asked)
                .containsExactly(
                        "undo " + GitSyncSample.ID + " on direwolf",
                        "carry out " + GitSyncSample.undo().id() + " on direwolf");
    }

    @Test
    void backupsAreListedAgainOnceSomeAreDropped() {
        syncs.dropBackups(asked(HOST), List.of("a", "b"));
        settle();

        assertThat(work.asked).containsExactly("drop [a, b] on direwolf", "backups on direwolf");
        assertThat(last(Notice.BackupsListed.class).backups()).isEqualTo(GitSyncSample.backups());
    }

    @Test
    void backupsStayBesideAFailure() {
        syncs.listBackups(asked(HOST));
        settle();
        work.trouble = Optional.of(GitSyncSample.failure(SyncFailure.Kind.NOT_THERE));

        syncs.dropBackups(asked(HOST), List.of("a"));
        settle();

        assertThat(last(Notice.BackupsListed.class).backups()).isEqualTo(GitSyncSample.backups());
        assertThat(last(Notice.BackupsListed.class).failure()).isEqualTo(work.trouble);
    }

    @Test
    void aBackupIsShown() {
        syncs.showBackup(asked(HOST), "a");
        settle();
        work.trouble = Optional.of(GitSyncSample.failure(SyncFailure.Kind.NOT_THERE));
        syncs.showBackup(asked(HOST), "b");
        settle();

        assertThat(told(Notice.BackupShown.class))
                .extracting(Notice.BackupShown::text, Notice.BackupShown::failure)
                .containsExactly(tuple("a diff", Optional.empty()), tuple("", work.trouble));
    }

    @Test
    void aCloneIsWhereTheRepositoryIsThen() {
        syncs.sessionUp(HOST);

        syncs.makeClone(asked(HOST), "~/code/vision");
        settle();

        assertThat(mapped).containsExactly(HOST);
        assertThat(work.asked).containsExactly("clone ~/code/vision on direwolf", "status on direwolf");
        assertThat(told(Notice.SyncRead.class)).hasSize(1);
    }

    @Test
    void aCloneThatCannotBeMadeSaysWhy() {
        work.trouble = Optional.of(GitSyncSample.failure(SyncFailure.Kind.REFUSED));

        syncs.makeClone(asked(HOST), "~/code/vision");
        settle();

        assertThat(mapped).isEmpty();
        assertThat(last(Notice.RequestFailed.class))
                .isEqualTo(new Notice.RequestFailed(
                        "making a clone on direwolf", "fatal: it will not; try something else"));
    }

    /** Whoever waits for it is not left waiting. */
    @Test
    void aBugIsToldAsOne() {
        planned();
        work.bug = Optional.of(new IllegalStateException("oh"));
        syncs.carryOut(asked(HOST), GitSyncSample.ID);

        assertThatThrownBy(this::settle).hasMessage("oh");

        SyncFailure failure = last(Notice.SyncEnded.class).failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(SyncFailure.Kind.BROKEN_OFF);
        assertThat(failure.why()).contains("a bug in rwtui");
    }

    @Test
    void closingEndsWhatIsUnderWay() {
        syncs.plan(asked(HOST), SyncWish.PLAIN);
        syncs.read(asked(OTHER));

        syncs.close();
        settle();

        assertThat(Stream.concat(
                        told(Notice.SyncPlanned.class).stream().map(Notice.SyncPlanned::failure),
                        told(Notice.SyncRead.class).stream().map(Notice.SyncRead::failure)))
                .hasSize(2)
                .allMatch(failure -> failure.orElseThrow().why().equals("given up"));
    }
}
