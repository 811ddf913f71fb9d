package dev.rwtui.gitsync;

import dev.rwtui.base.Cancellation;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Script;
import java.util.Optional;

/** A plan, and what is needed to carry it out. */
public final class PreparedSync {

    private final SyncPlan plan;
    private final Optional<Script> script;
    private final Optional<Before> before;

    /** @param script empty where the plan has stops */
    PreparedSync(SyncPlan plan, Optional<Script> script) {
        this(plan, script, Optional.empty());
    }

    private PreparedSync(SyncPlan plan, Optional<Script> script, Optional<Before> before) {
        this.plan = plan;
        this.script = script;
        this.before = before;
    }

    /** What has to be done before the script. */
    interface Before {
        void run(Place there, Cancellation cancellation) throws GitSyncException;
    }

    PreparedSync after(Before first) {
        return new PreparedSync(plan, script, Optional.of(first));
    }

    Optional<Before> before() {
        return before;
    }

    public SyncPlan plan() {
        return plan;
    }

    Optional<Script> script() {
        return script;
    }
}
