package dev.rwtui.engine;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.SyncWork.Asked;
import dev.rwtui.engine.SyncWork.Setting;
import dev.rwtui.gitsync.GitSyncException;
import dev.rwtui.gitsync.model.SyncFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is under way about the repository on hosts: one thing at a time for each. Looking how it stands gives way to all else,
 * which gives way to nothing. On the engine's thread alone.
 */
final class SyncJobs {

    private final EngineTools tools;
    private final Announcements announcements;
    private final Background background;
    private final Consumer<HostAlias> idle;
    private final Map<HostAlias, Job> jobs = new HashMap<>();
    private final Map<HostAlias, Notice.SyncStep> steps = new HashMap<>();

    /** @param idle told of a host where something has ended */
    SyncJobs(EngineTools tools, Announcements announcements, Background background, Consumer<HostAlias> idle) {
        this.tools = tools;
        this.announcements = announcements;
        this.background = background;
        this.idle = idle;
    }

    enum Kind {
        LOOKING("its repository is being looked at"),
        PLANNING("a plan is being made"),
        CARRYING_OUT("a plan is being carried out"),
        BACKUPS("its backups are being looked at"),
        CLONING("a clone is being made");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Something that blocks. */
    interface Work<T> {
        T run(Setting setting) throws GitSyncException;
    }

    /** How it ended: with one of the two, or with neither where it gave way. */
    record Ended<T>(Optional<T> result, Optional<SyncFailure> failure) {

        static <T> Ended<T> well(T result) {
            return new Ended<>(Optional.of(result), Optional.empty());
        }

        static <T> Ended<T> failed(SyncFailure why) {
            return new Ended<>(Optional.empty(), Optional.of(why));
        }
    }

    /** @param gaveWay does what is to be done once it will not be heard any more */
    private record Job(Kind kind, Cancellation cancellation, Runnable gaveWay) {}

    boolean isIdle(HostAlias host) {
        return !jobs.containsKey(host);
    }

    /** What does not give way. */
    Optional<Kind> busy(HostAlias host) {
        return Optional.ofNullable(jobs.get(host)).map(Job::kind).filter(kind -> kind != Kind.LOOKING);
    }

    /**
     * Begins something; only where nothing is {@link #busy}.
     *
     * @param told on the engine's thread, once
     */
    <T> void begin(Asked asked, Kind kind, Work<T> work, Consumer<Ended<T>> told) {
        HostAlias host = asked.host();
        giveWay(host);
        Job job = new Job(kind, new Cancellation(), () -> told.accept(new Ended<>(Optional.empty(), Optional.empty())));
        jobs.put(host, job);
        Setting setting = new Setting(
                asked, words -> tools.engine().execute(() -> step(host, job, Optional.of(words))), job.cancellation());
        Consumer<Ended<T>> end = ended -> tools.engine().execute(() -> ended(host, job, () -> told.accept(ended)));
        background.run(
                () -> end.accept(run(work, setting)),
                why -> end.accept(Ended.failed(new SyncFailure(afterABug(kind), why, ""))));
    }

    private static <T> Ended<T> run(Work<T> work, Setting setting) {
        try {
            return Ended.well(work.run(setting));
        } catch (GitSyncException e) {
            return Ended.failed(e.failure());
        }
    }

    private static SyncFailure.Kind afterABug(Kind kind) {
        return kind == Kind.CARRYING_OUT ? SyncFailure.Kind.BROKEN_OFF : SyncFailure.Kind.STOPPED;
    }

    /** Ends what gives way. */
    void giveWay(HostAlias host) {
        Job job = jobs.get(host);
        if (job != null && job.kind() == Kind.LOOKING) {
            jobs.remove(host);
            job.cancellation().cancel();
            job.gaveWay().run();
        }
    }

    void cancel(HostAlias host) {
        Optional.ofNullable(jobs.get(host)).ifPresent(job -> job.cancellation().cancel());
    }

    /** What each host is at. */
    List<Notice> standing() {
        return List.copyOf(steps.values());
    }

    void close() {
        jobs.values().forEach(job -> job.cancellation().cancel());
    }

    /** What gave way is not heard any more. */
    private void ended(HostAlias host, Job job, Runnable told) {
        if (job.equals(jobs.get(host))) {
            step(host, job, Optional.empty());
            jobs.remove(host);
            told.run();
            idle.accept(host);
        }
    }

    private void step(HostAlias host, Job job, Optional<String> words) {
        boolean isNews = words.isPresent() || steps.containsKey(host);
        if (job.equals(jobs.get(host)) && isNews) {
            Notice.SyncStep notice = new Notice.SyncStep(host, announcements.nextRevision(), words);
            steps.remove(host);
            words.ifPresent(some -> steps.put(host, notice));
            announcements.publish(notice);
        }
    }
}
