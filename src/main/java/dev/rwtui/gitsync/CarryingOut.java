package dev.rwtui.gitsync;

import dev.rwtui.base.Cancellation;
import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.remote.Frame;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does what a plan says. */
final class CarryingOut {

    /** Files of gigabytes are read where git has no room to rename them. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private static final String CHANGING = "changing files";

    private final GitScripts scripts;

    CarryingOut(GitScripts scripts) {
        this.scripts = scripts;
    }

    SyncOutcome carryOut(Place there, PreparedSync prepared, Steps steps, Cancellation cancellation)
            throws GitSyncException {
        Script script = prepared.script()
                .orElseThrow(() -> new GitSyncException(
                        SyncFailure.Kind.STOPPED,
                        prepared.plan().stops().get(0).why(),
                        prepared.plan().stops().get(0).advice()));
        if (prepared.before().isPresent()) {
            steps.begun("pushing");
            prepared.before().get().run(there, cancellation);
        }
        AtomicBoolean changing = new AtomicBoolean();
        Told told;
        try {
            told = scripts.run(there, script, LIMIT, cancellation, frame -> hear(frame, steps, changing));
        } catch (GitSyncException e) {
            if (changing.get()) {
                throw new GitSyncException(
                        SyncFailure.Kind.BROKEN_OFF,
                        "nothing more was heard while files were changed there, which goes on without it: "
                                + e.failure().why(),
                        "look at it again; what it has replaced is in the backup");
            }
            throw e;
        }
        Porcelain left = Porcelain.of(told.lines("left"));
        List<Change> wrong = new ArrayList<>();
        if (prepared.plan().occasion() == dev.rwtui.gitsync.model.SyncPlan.Occasion.SYNC) {
            left.changes().stream().filter(change -> change.kind().isOfFiles()).forEach(wrong::add);
        }
        return new SyncOutcome(
                prepared.plan(),
                told.value("kept").map(commit -> prepared.plan().id()),
                wrong,
                prepared.plan().notes());
    }

    private static void hear(Frame frame, Steps steps, AtomicBoolean changing) {
        if (frame.kind().equals("step")) {
            changing.compareAndSet(false, frame.field(0).equals(CHANGING));
            steps.begun(frame.field(0));
        } else if (frame.kind().equals("failed")) {
            // It has said itself how far it has come.
            changing.set(false);
        }
    }
}
