package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.GitSync;
import dev.rwtui.gitsync.GitSyncException;
import dev.rwtui.gitsync.PreparedSync;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.remote.Place;
import dev.rwtui.repo.model.Origin;
import java.util.List;
import java.util.Optional;

/** What is done about the repository on hosts, by {@link GitSync}, where {@link Repositories} say that it is. */
final class GitSyncs implements SyncWork {

    private final GitSync sync;
    private final Place here;
    private final Repositories repositories;
    private final UserSide.Means means;

    /** @param here the machine that the engine runs on */
    GitSyncs(GitSync sync, Place here, Repositories repositories, UserSide.Means means) {
        this.sync = sync;
        this.here = here;
        this.repositories = repositories;
        this.means = means;
    }

    @Override
    public boolean isMapped(HostAlias host) {
        return repositories.pathOn(host).isPresent();
    }

    @Override
    public SyncStatus status(Setting setting) throws GitSyncException {
        Repositories.Pair pair = repositories.pair(setting.host());
        String path = pair.there(setting.host());
        setting.steps().begun("looking at the repository here and there");
        return sync.status(here, pair.facts().root(), setting.there(), path, setting.cancellation());
    }

    @Override
    public Prepared plan(Setting setting, SyncWish wish) throws GitSyncException {
        UserSide side = side(setting);
        PreparedSync prepared =
                sync.plan(setting.there(), path(setting), wish, side, setting.steps(), setting.cancellation());
        return new Planned(prepared, side.notes());
    }

    private UserSide side(Setting setting) {
        return new UserSide(
                means,
                new UserSide.Errand(
                        setting.host(),
                        setting.asked().client().attendance(),
                        setting.there(),
                        setting.steps(),
                        setting.cancellation()));
    }

    @Override
    public Prepared planUndo(Setting setting, Optional<String> backup) throws GitSyncException {
        return new Planned(
                sync.planUndo(setting.there(), path(setting), backup, setting.steps(), setting.cancellation()),
                List.of());
    }

    @Override
    public List<Backup> backups(Setting setting) throws GitSyncException {
        return sync.backups(setting.there(), path(setting), setting.cancellation());
    }

    @Override
    public String show(Setting setting, String backup) throws GitSyncException {
        return sync.show(setting.there(), path(setting), backup, setting.cancellation());
    }

    @Override
    public void drop(Setting setting, List<String> backups) throws GitSyncException {
        sync.drop(setting.there(), path(setting), backups, setting.cancellation());
    }

    @Override
    public void makeClone(Setting setting, String path) throws GitSyncException {
        String url = repositories
                .pair(setting.host())
                .facts()
                .first()
                .map(remote -> Origin.withoutPassword(remote.url()))
                .orElseThrow(() -> new GitSyncException(new SyncFailure(
                        SyncFailure.Kind.NOT_THERE,
                        "the repository here has no remote that it could be cloned from",
                        "add one with git remote add")));
        sync.makeClone(setting.there(), path, url, side(setting), setting.steps(), setting.cancellation());
        repositories.write(setting.host(), "mapping the repository", known -> known.remember(setting.host(), path));
    }

    private String path(Setting setting) throws GitSyncException {
        return repositories.pair(setting.host()).there(setting.host());
    }

    /** What GitSync has prepared. */
    private final class Planned implements Prepared {
        private final PreparedSync prepared;
        private final SyncPlan plan;

        /** @param notes of what was brought */
        Planned(PreparedSync prepared, List<String> notes) {
            this.prepared = prepared;
            this.plan = prepared.plan().noting(notes);
        }

        @Override
        public SyncPlan plan() {
            return plan;
        }

        @Override
        public SyncOutcome carryOut(Setting setting) throws GitSyncException {
            return sync.carryOut(setting.there(), prepared, setting.steps(), setting.cancellation());
        }
    }
}
