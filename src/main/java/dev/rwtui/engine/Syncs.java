package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.SyncJobs.Ended;
import dev.rwtui.engine.SyncJobs.Kind;
import dev.rwtui.engine.SyncWork.Asked;
import dev.rwtui.engine.SyncWork.Prepared;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.remote.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What is done about the repository on hosts: plans, each carried out once at most, backups, clones. On the engine's thread
 * alone.
 */
final class Syncs {

    private final Announcements announcements;
    private final SyncWork work;
    private final Consumer<HostAlias> mapped;
    private final SyncJobs jobs;
    private final SyncReadings readings;

    /** The last of each host that was told, while nobody has had it carried out. */
    private final Map<HostAlias, Prepared> plans = new HashMap<>();

    /** As they were listed last. */
    private final Map<HostAlias, List<Backup>> backups = new HashMap<>();

    /**
     * @param standing over the session that is up; nothing is connected for it
     * @param mapped told of a host where the repository is somewhere else now; tells {@link #moved}
     */
    Syncs(
            EngineTools tools,
            Announcements announcements,
            Background background,
            SyncWork work,
            Function<HostAlias, Place> standing,
            Consumer<HostAlias> mapped) {
        this.announcements = announcements;
        this.work = work;
        this.mapped = mapped;
        this.jobs = new SyncJobs(tools, announcements, background, this::idle);
        this.readings = new SyncReadings(tools, announcements, jobs, work, standing);
    }

    void look(Optional<HostAlias> host) {
        readings.look(host);
    }

    void sessionUp(HostAlias host) {
        readings.sessionUp(host);
    }

    void sessionLost(HostAlias host) {
        readings.sessionLost(host);
    }

    /** The repository is somewhere else there: no plan is about it. */
    void moved(HostAlias host) {
        plans.remove(host);
        backups.remove(host);
        readings.moved(host);
    }

    void read(Asked asked) {
        readings.read(asked);
    }

    void plan(Asked asked, SyncWish wish) {
        plan(asked, setting -> work.plan(setting, wish));
    }

    /** @param backup the state to come back to; empty for that before the last git-sync */
    void planUndo(Asked asked, Optional<String> backup) {
        plan(asked, setting -> work.planUndo(setting, backup));
    }

    private void plan(Asked asked, SyncJobs.Work<Prepared> planning) {
        HostAlias host = asked.host();
        if (isFree(host, "planning a git-sync")) {
            plans.remove(host);
            jobs.begin(asked, Kind.PLANNING, planning, ended -> {
                planned(host, ended);
                // It has fetched.
                readings.again(host);
            });
        }
    }

    private void planned(HostAlias host, Ended<Prepared> ended) {
        ended.result().ifPresent(plan -> plans.put(host, plan));
        ended.failure().ifPresent(why -> log(Notice.Level.WARNING, host, "no plan for its repository: " + words(why)));
        announcements.publish(new Notice.SyncPlanned(
                host, announcements.nextRevision(), ended.result().map(Prepared::plan), ended.failure()));
    }

    /** @param id of the plan */
    void carryOut(Asked asked, String id) {
        HostAlias host = asked.host();
        if (!isFree(host, "carrying out a git-sync")) {
            return;
        }
        Optional<Prepared> plan = Optional.ofNullable(plans.get(host))
                .filter(last -> last.plan().id().equals(id));
        Optional<SyncFailure> refusal = plan.isEmpty()
                ? Optional.of(stopped("that is not the plan that was made last for " + host, "make a new one"))
                : plan.get().plan().stops().stream().findFirst().map(stop -> stopped(stop.why(), stop.advice()));
        if (refusal.isPresent()) {
            carriedOut(host, Ended.failed(refusal.get()));
            return;
        }
        plans.remove(host);
        jobs.begin(asked, Kind.CARRYING_OUT, plan.get()::carryOut, ended -> {
            carriedOut(host, ended);
            readings.again(host);
        });
    }

    private static SyncFailure stopped(String why, String advice) {
        return new SyncFailure(SyncFailure.Kind.STOPPED, why, advice);
    }

    private void carriedOut(HostAlias host, Ended<SyncOutcome> ended) {
        ended.result().ifPresent(outcome -> log(Notice.Level.INFO, host, words(outcome)));
        ended.failure().ifPresent(why -> log(Notice.Level.ERROR, host, "its repository: " + words(why)));
        announcements.publish(
                new Notice.SyncEnded(host, announcements.nextRevision(), ended.result(), ended.failure()));
    }

    private static String words(SyncOutcome outcome) {
        String kept = outcome.backup().map(id -> "; backup " + id).orElse("");
        return outcome.plan().root() + " is as planned" + kept;
    }

    void cancel(HostAlias host) {
        jobs.cancel(host);
    }

    void listBackups(Asked asked) {
        listBackups(asked, work::backups);
    }

    /** The others are listed then. */
    void dropBackups(Asked asked, List<String> dropped) {
        listBackups(asked, setting -> {
            work.drop(setting, dropped);
            return work.backups(setting);
        });
    }

    private void listBackups(Asked asked, SyncJobs.Work<List<Backup>> listing) {
        HostAlias host = asked.host();
        if (isFree(host, "listing backups")) {
            jobs.begin(asked, Kind.BACKUPS, listing, ended -> {
                ended.result().ifPresent(listed -> backups.put(host, listed));
                announcements.publish(new Notice.BackupsListed(
                        host, announcements.nextRevision(), backups.getOrDefault(host, List.of()), ended.failure()));
            });
        }
    }

    void showBackup(Asked asked, String backup) {
        HostAlias host = asked.host();
        if (isFree(host, "showing a backup")) {
            jobs.begin(
                    asked,
                    Kind.BACKUPS,
                    setting -> work.show(setting, backup),
                    ended -> announcements.publish(new Notice.BackupShown(
                            host,
                            backup,
                            announcements.nextRevision(),
                            ended.result().orElse(""),
                            ended.failure())));
        }
    }

    void makeClone(Asked asked, String path) {
        HostAlias host = asked.host();
        if (isFree(host, "making a clone")) {
            SyncJobs.Work<String> cloning = setting -> {
                work.makeClone(setting, path);
                return path;
            };
            jobs.begin(asked, Kind.CLONING, cloning, ended -> {
                ended.failure().ifPresent(why -> failed(host, "making a clone", words(why)));
                ended.result().ifPresent(made -> mapped.accept(host));
            });
        }
    }

    /** How each stands, and what is under way; what came of a request is for those who were there. */
    List<Notice> standing() {
        List<Notice> all = new ArrayList<>(readings.standing());
        all.addAll(jobs.standing());
        return all;
    }

    void close() {
        jobs.close();
    }

    private void idle(HostAlias host) {
        readings.readWhereDue(host);
    }

    /** A person is told where it is not. */
    private boolean isFree(HostAlias host, String what) {
        Optional<Kind> busy = jobs.busy(host);
        busy.ifPresent(kind -> failed(host, what, kind.words()));
        return busy.isEmpty();
    }

    private void failed(HostAlias host, String what, String why) {
        log(Notice.Level.ERROR, host, what + " failed: " + why);
        announcements.publish(new Notice.RequestFailed(what + " on " + host, why));
    }

    private static String words(SyncFailure failure) {
        return failure.advice().isEmpty() ? failure.why() : failure.why() + "; " + failure.advice();
    }

    private void log(Notice.Level level, HostAlias host, String text) {
        announcements.log(level, Optional.of(host), text);
    }
}
