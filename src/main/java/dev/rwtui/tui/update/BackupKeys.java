package dev.rwtui.tui.update;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.SyncAsk;
import dev.rwtui.tui.model.SyncNews;
import java.util.List;
import java.util.Optional;

/** What the keys of the list of backups do. */
final class BackupKeys {

    private BackupKeys() {}

    /** Listed anew each time. */
    static Step list(AppState state) {
        return Syncing.onHost(
                state,
                host -> Step.of(
                        Syncing.showing(state, new Overlay.Backups(host, Optional.empty())),
                        Syncing.asking(new SyncAsk.ListBackups(host))));
    }

    static AppState movedBy(AppState state, int rows) {
        return onBackup(state, (host, marked) -> {
                    List<Backup> all = state.facts()
                            .syncs()
                            .backups(host)
                            .map(SyncNews.BackupsListed::backups)
                            .orElseThrow();
                    int at = (int) Math.max(0, Math.min(all.size() - 1L, all.indexOf(marked) + (long) rows));
                    return Step.of(Syncing.showing(
                            state,
                            new Overlay.Backups(host, Optional.of(all.get(at).id()))));
                })
                .state();
    }

    static Step show(AppState state) {
        return onBackup(
                state,
                (host, backup) -> Step.of(
                        Syncing.showing(state, new Overlay.BackupText(host, backup.id(), 0)),
                        Syncing.asking(new SyncAsk.ShowBackup(host, backup.id()))));
    }

    static Step undoTo(AppState state) {
        return onBackup(state, (host, backup) -> Syncing.undo(state, host, Optional.of(backup.id())));
    }

    static Step drop(AppState state) {
        return onBackup(
                state, (host, backup) -> Step.of(Syncing.showing(state, new Overlay.ConfirmDrop(host, backup))));
    }

    private interface OnBackup {
        Step of(HostAlias host, Backup backup);
    }

    private static Step onBackup(AppState state, OnBackup action) {
        return Syncing.on(
                state,
                Overlay.Backups.class,
                shown -> state.markedBackup()
                        .map(backup -> action.of(shown.host(), backup))
                        .orElseGet(() -> Step.of(state)));
    }
}
