package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.GitSyncException;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.testing.GitSyncSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does nothing, well or badly, and keeps what was asked. */
final class FakeSyncWork implements SyncWork {

    final List<String> asked = new ArrayList<>();
    boolean mapped = true;

    /** What the next calls end with. */
    Optional<SyncFailure> trouble = Optional.empty();

    Optional<RuntimeException> bug = Optional.empty();
    SyncStatus status = GitSyncSample.holdsWork();
    SyncPlan plan = GitSyncSample.plan();

    @Override
    public boolean isMapped(HostAlias host) {
        return mapped;
    }

    @Override
    public SyncStatus status(Setting setting) throws GitSyncException {
        return done("status", setting, status);
    }

    @Override
    public Prepared plan(Setting setting, SyncWish wish) throws GitSyncException {
        return done("plan " + wish.commits() + " " + wish.source(), setting, new Plan(plan));
    }

    @Override
    public Prepared planUndo(Setting setting, Optional<String> backup) throws GitSyncException {
        return done("undo " + backup.orElse("last"), setting, new Plan(GitSyncSample.undo()));
    }

    @Override
    public List<Backup> backups(Setting setting) throws GitSyncException {
        return done("backups", setting, GitSyncSample.backups());
    }

    @Override
    public String show(Setting setting, String backup) throws GitSyncException {
        return done("show " + backup, setting, "a diff");
    }

    @Override
    public void drop(Setting setting, List<String> backups) throws GitSyncException {
        done("drop " + backups, setting, backups);
    }

    @Override
    public void makeClone(Setting setting, String path) throws GitSyncException {
        done("clone " + path, setting, path);
    }

    private <T> T done(String what, Setting setting, T result) throws GitSyncException {
        asked.add(what + " on " + setting.host());
        setting.steps().begun("at " + what);
        if (setting.cancellation().isCancelled()) {
            throw new GitSyncException(new SyncFailure(SyncFailure.Kind.STOPPED, "given up", ""));
        }
        if (trouble.isPresent()) {
            throw new GitSyncException(trouble.get());
        }
        if (bug.isPresent()) {
            throw bug.get();
        }
        return result;
    }

    private final class Plan implements Prepared {
        private final SyncPlan plan;

        Plan(SyncPlan plan) {
            this.plan = plan;
        }

        @Override
        public SyncPlan plan() {
            return plan;
        }

        @Override
        public SyncOutcome carryOut(Setting setting) throws GitSyncException {
            return done("carry out " + plan.id(), setting, GitSyncSample.outcome(plan));
        }
    }
}
