package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.remote.Script;
import java.util.Optional;

/** A plan, and what is needed to carry it out. */
public final class PreparedSync {

    private final SyncPlan plan;
    private final Optional<Script> script;

    /** @param script empty where the plan has stops */
    PreparedSync(SyncPlan plan, Optional<Script> script) {
        this.plan = plan;
        this.script = script;
    }

    public SyncPlan plan() {
        return plan;
    }

    Optional<Script> script() {
        return script;
    }
}
