package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.SyncPlan;

/** A plan, and what is needed to carry it out. */
public final class PreparedSync {

    private final SyncPlan plan;

    PreparedSync(SyncPlan plan) {
        this.plan = plan;
    }

    public SyncPlan plan() {
        return plan;
    }
}
