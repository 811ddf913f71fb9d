package dev.rwtui.engine;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.GitSyncException;
import dev.rwtui.gitsync.Steps;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.remote.Place;
import java.util.List;
import java.util.Optional;

/**
 * What is done about the front end's repository on hosts. Every call blocks, and may be made by any thread; one that is
 * cancelled ends with {@link GitSyncException}.
 */
interface SyncWork {

    /** Whether there is a repository here, and anybody has said where it is on that host. */
    boolean isMapped(HostAlias host);

    SyncStatus status(Setting setting) throws GitSyncException;

    Prepared plan(Setting setting, SyncWish wish) throws GitSyncException;

    /** @param backup the state to come back to; empty for that before the last git-sync */
    Prepared planUndo(Setting setting, Optional<String> backup) throws GitSyncException;

    List<Backup> backups(Setting setting) throws GitSyncException;

    String show(Setting setting, String backup) throws GitSyncException;

    void drop(Setting setting, List<String> backups) throws GitSyncException;

    /** Makes a clone there, and remembers where. */
    void makeClone(Setting setting, String path) throws GitSyncException;

    /** A plan, and what is needed to carry it out. */
    interface Prepared {

        SyncPlan plan();

        SyncOutcome carryOut(Setting setting) throws GitSyncException;
    }

    /** @param client who asks for it, and is asked */
    record Asked(HostAlias host, Place there, Engine.Client client) {}

    /** Where something is done, who hears of it, and what ends it. */
    record Setting(Asked asked, Steps steps, Cancellation cancellation) {

        HostAlias host() {
            return asked.host();
        }

        Place there() {
            return asked.there();
        }
    }
}
