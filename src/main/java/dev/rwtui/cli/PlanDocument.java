package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.PathFate;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code rwtui git sync --json} and {@code rwtui git undo --json} print. Fields are only ever added; sizes are bytes; a
 * text that is not known is empty. In names of files each byte {@code b} that is no UTF-8 is the lone surrogate {@code U+DC00
 * + b} (PEP 383).
 *
 * @param version of this shape
 * @param outcome null where nothing was carried out, or it failed
 * @param failure null where nothing was carried out, or it went well
 */
record PlanDocument(
        int version,
        String host,
        Planned plan,
        @Nullable Outcome outcome,
        @Nullable Failed failure) {

    private static final int VERSION = 1;

    /**
     * What would be done.
     *
     * @param free null where nobody knows
     */
    record Planned(
            String id,
            String occasion,
            String root,
            String branch,
            String before,
            String after,
            String follows,
            int incoming,
            List<Path> paths,
            List<Commit> ahead,
            List<RunningProcess> running,
            long needed,
            long setAside,
            @Nullable Long free,
            List<Stopping> stops,
            List<String> notes) {

        static Planned of(SyncPlan plan) {
            return new Planned(
                    plan.id(),
                    GitStatusDocument.word(plan.occasion()),
                    plan.root(),
                    plan.branch().orElse(""),
                    plan.before().orElse(""),
                    plan.after().orElse(""),
                    plan.follows(),
                    plan.incoming(),
                    plan.paths().stream().map(Path::of).toList(),
                    plan.ahead().stream()
                            .map(line -> new Commit(line.id(), line.subject()))
                            .toList(),
                    plan.running().stream()
                            .map(one -> new RunningProcess(one.pid(), one.user(), one.command(), one.directory()))
                            .toList(),
                    plan.space().needed(),
                    plan.space().setAside(),
                    plan.space().free().orElse(null),
                    plan.stops().stream()
                            .map(stop -> new Stopping(GitStatusDocument.word(stop.kind()), stop.why(), stop.advice()))
                            .toList(),
                    plan.notes());
        }
    }

    /** What becomes of one path, and how its content is kept. */
    record Path(String path, String fate, String keeping, long bytes) {

        static Path of(PathFate fate) {
            return new Path(
                    fate.path(),
                    GitStatusDocument.word(fate.fate()),
                    GitStatusDocument.word(fate.keeping()),
                    fate.bytes());
        }
    }

    record Commit(String id, String subject) {}

    record RunningProcess(long pid, String user, String command, String directory) {}

    record Stopping(String kind, String why, String advice) {}

    /** @param left what git there still finds changed */
    record Outcome(String backup, List<GitStatusDocument.Changed> left, List<String> notes) {

        static Outcome of(SyncOutcome outcome) {
            return new Outcome(
                    outcome.backup().orElse(""),
                    outcome.left().stream().map(GitStatusDocument.Changed::of).toList(),
                    outcome.notes());
        }
    }

    record Failed(String kind, String why, String advice) {

        static Failed of(SyncFailure failure) {
            return new Failed(GitStatusDocument.word(failure.kind()), failure.why(), failure.advice());
        }
    }

    static PlanDocument of(
            HostAlias host, SyncPlan plan, Optional<SyncOutcome> outcome, Optional<SyncFailure> failure) {
        return new PlanDocument(
                VERSION,
                host.value(),
                Planned.of(plan),
                outcome.map(Outcome::of).orElse(null),
                failure.map(Failed::of).orElse(null));
    }
}
