package dev.rwtui.tui.effect;

import dev.rwtui.engine.Notice;
import dev.rwtui.tui.model.SyncNews;
import java.util.Optional;

/** What the engine tells of repositories on hosts, as news. */
final class SyncNotices {

    private SyncNotices() {}

    /** Empty where the notice is about something else. */
    static Optional<SyncNews> news(Notice notice) {
        if (notice instanceof Notice.SyncRead read) {
            return Optional.of(new SyncNews.Read(read.host(), read.revision(), read.status(), read.failure()));
        }
        if (notice instanceof Notice.SyncStep step) {
            return Optional.of(new SyncNews.Stepped(step.host(), step.revision(), step.step()));
        }
        if (notice instanceof Notice.SyncPlanned planned) {
            return Optional.of(
                    new SyncNews.Planned(planned.host(), planned.revision(), planned.plan(), planned.failure()));
        }
        if (notice instanceof Notice.SyncEnded ended) {
            return Optional.of(new SyncNews.Ended(ended.host(), ended.revision(), ended.outcome(), ended.failure()));
        }
        if (notice instanceof Notice.BackupsListed listed) {
            return Optional.of(
                    new SyncNews.BackupsListed(listed.host(), listed.revision(), listed.backups(), listed.failure()));
        }
        return notice instanceof Notice.BackupShown shown
                ? Optional.of(new SyncNews.BackupShown(
                        shown.host(), shown.backup(), shown.revision(), shown.text(), shown.failure()))
                : Optional.empty();
    }
}
