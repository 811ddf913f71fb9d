package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncStatus;
import java.util.List;
import java.util.Optional;

/** What the engine says about the repository on a host; of each kind only a higher revision counts. */
public sealed interface SyncNews {

    HostAlias host();

    long revision();

    <R> R accept(Visitor<R> visitor);

    /** @param status the last that could be read */
    record Read(HostAlias host, long revision, Optional<SyncStatus> status, Optional<SyncFailure> failure)
            implements SyncNews {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.read(this);
        }
    }

    /** @param step what is being done; empty once nothing is */
    record Stepped(HostAlias host, long revision, Optional<String> step) implements SyncNews {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.stepped(this);
        }
    }

    /** @param plan empty exactly where there is a failure */
    record Planned(HostAlias host, long revision, Optional<SyncPlan> plan, Optional<SyncFailure> failure)
            implements SyncNews {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.planned(this);
        }
    }

    /** @param outcome empty exactly where there is a failure */
    record Ended(HostAlias host, long revision, Optional<SyncOutcome> outcome, Optional<SyncFailure> failure)
            implements SyncNews {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.ended(this);
        }
    }

    /** @param backups newest first */
    record BackupsListed(HostAlias host, long revision, List<Backup> backups, Optional<SyncFailure> failure)
            implements SyncNews {
        public BackupsListed {
            backups = List.copyOf(backups);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.backupsListed(this);
        }
    }

    /** @param text what a backup holds, in git's words, unsanitised */
    record BackupShown(HostAlias host, String backup, long revision, String text, Optional<SyncFailure> failure)
            implements SyncNews {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.backupShown(this);
        }
    }

    /** A missing case is a compile error. */
    interface Visitor<R> {
        R read(Read news);

        R stepped(Stepped news);

        R planned(Planned news);

        R ended(Ended news);

        R backupsListed(BackupsListed news);

        R backupShown(BackupShown news);
    }
}
