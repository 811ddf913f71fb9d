package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.SyncWish;
import java.util.List;
import java.util.Optional;

/** What the dashboard asks about the repository on a host. */
public sealed interface SyncAsk {

    HostAlias host();

    <R> R accept(Visitor<R> visitor);

    /** How it stands, anew. */
    record Read(HostAlias host) implements SyncAsk {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.read(this);
        }
    }

    record Plan(HostAlias host, SyncWish wish) implements SyncAsk {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.plan(this);
        }
    }

    /** @param backup to come back to; empty for the last */
    record PlanUndo(HostAlias host, Optional<String> backup) implements SyncAsk {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.planUndo(this);
        }
    }

    /** @param plan its id */
    record CarryOut(HostAlias host, String plan) implements SyncAsk {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.carryOut(this);
        }
    }

    record Cancel(HostAlias host) implements SyncAsk {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.cancel(this);
        }
    }

    record ListBackups(HostAlias host) implements SyncAsk {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.listBackups(this);
        }
    }

    record ShowBackup(HostAlias host, String backup) implements SyncAsk {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.showBackup(this);
        }
    }

    record DropBackups(HostAlias host, List<String> backups) implements SyncAsk {
        public DropBackups {
            backups = List.copyOf(backups);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.dropBackups(this);
        }
    }

    record MakeClone(HostAlias host, String path) implements SyncAsk {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.makeClone(this);
        }
    }

    /** A missing case is a compile error. */
    interface Visitor<R> {
        R read(Read ask);

        R plan(Plan ask);

        R planUndo(PlanUndo ask);

        R carryOut(CarryOut ask);

        R cancel(Cancel ask);

        R listBackups(ListBackups ask);

        R showBackup(ShowBackup ask);

        R dropBackups(DropBackups ask);

        R makeClone(MakeClone ask);
    }
}
