package dev.rwtui.tui.effect;

import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncPlan.Occasion;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.SyncAsk;
import dev.rwtui.tui.model.SyncNews;
import dev.rwtui.tui.testing.SyncSample;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked and told about git-syncs, on both sides of the engine's border. */
final class SyncBorderTest {

    private static final Optional<SyncFailure> FAILURE = Optional.of(SyncSample.refused());

    @ParameterizedTest
    @MethodSource("asks")
    void whatIsAskedIsARequest(SyncAsk ask, Request request) {
        assertThat(ask.accept(new SyncRequests())).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("notices")
    void whatIsToldIsNews(Notice notice, SyncNews news) {
        assertThat(Notices.event(notice, NOW)).isEqualTo(new Event.SyncTold(NOW, news));
    }

    static Stream<Arguments> asks() {
        return Stream.of(
                Arguments.of(new SyncAsk.Read(DIREWOLF), new Request.ReadSync(DIREWOLF)),
                Arguments.of(
                        new SyncAsk.Plan(DIREWOLF, SyncWish.PLAIN), new Request.PlanSync(DIREWOLF, SyncWish.PLAIN)),
                Arguments.of(
                        new SyncAsk.PlanUndo(DIREWOLF, Optional.of("1")),
                        new Request.PlanUndo(DIREWOLF, Optional.of("1"))),
                Arguments.of(new SyncAsk.CarryOut(DIREWOLF, "1"), new Request.CarryOut(DIREWOLF, "1")),
                Arguments.of(new SyncAsk.Cancel(DIREWOLF), new Request.CancelSync(DIREWOLF)),
                Arguments.of(new SyncAsk.ListBackups(DIREWOLF), new Request.ListBackups(DIREWOLF)),
                Arguments.of(new SyncAsk.ShowBackup(DIREWOLF, "1"), new Request.ShowBackup(DIREWOLF, "1")),
                Arguments.of(
                        new SyncAsk.DropBackups(DIREWOLF, List.of("1", "2")),
                        new Request.DropBackups(DIREWOLF, List.of("1", "2"))),
                Arguments.of(new SyncAsk.MakeClone(DIREWOLF, "~/c"), new Request.MakeClone(DIREWOLF, "~/c")));
    }

    static Stream<Arguments> notices() {
        Backup backup = SyncSample.backup(SyncSample.ID, Occasion.SYNC, 0);
        return Stream.of(
                Arguments.of(
                        new Notice.SyncRead(DIREWOLF, 1, Optional.of(SyncSample.none()), FAILURE),
                        new SyncNews.Read(DIREWOLF, 1, Optional.of(SyncSample.none()), FAILURE)),
                Arguments.of(
                        new Notice.SyncStep(DIREWOLF, 2, Optional.of("fetching")),
                        new SyncNews.Stepped(DIREWOLF, 2, Optional.of("fetching"))),
                Arguments.of(
                        new Notice.SyncPlanned(DIREWOLF, 3, Optional.of(SyncSample.full()), Optional.empty()),
                        new SyncNews.Planned(DIREWOLF, 3, Optional.of(SyncSample.full()), Optional.empty())),
                Arguments.of(
                        new Notice.SyncEnded(DIREWOLF, 4, Optional.of(SyncSample.outcome()), Optional.empty()),
                        new SyncNews.Ended(DIREWOLF, 4, Optional.of(SyncSample.outcome()), Optional.empty())),
                Arguments.of(
                        new Notice.BackupsListed(DIREWOLF, 5, List.of(backup), FAILURE),
                        new SyncNews.BackupsListed(DIREWOLF, 5, List.of(backup), FAILURE)),
                Arguments.of(
                        new Notice.BackupShown(DIREWOLF, "1", 6, "text", FAILURE),
                        new SyncNews.BackupShown(DIREWOLF, "1", 6, "text", FAILURE)));
    }
}
