package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.Backup;
import java.util.List;

/**
 * What {@code rwtui git backups --json} prints. Fields are only ever added; sizes are bytes; a text that is not known is
 * empty.
 *
 * @param version of this shape
 * @param backups newest first
 */
record BackupsDocument(int version, String host, List<Entry> backups) {

    private static final int VERSION = 1;

    /**
     * One backup.
     *
     * @param occasion what it was made before: {@code sync} or {@code undo}
     * @param made ISO 8601
     */
    record Entry(
            String id,
            String made,
            String occasion,
            String commit,
            String branch,
            String before,
            String after,
            int files,
            long bytes,
            long setAside) {

        static Entry of(Backup backup) {
            return new Entry(
                    backup.id(),
                    backup.made().toString(),
                    GitStatusDocument.word(backup.occasion()),
                    backup.commit(),
                    backup.branch().orElse(""),
                    backup.before().orElse(""),
                    backup.after().orElse(""),
                    backup.files(),
                    backup.bytes(),
                    backup.setAside());
        }
    }

    static BackupsDocument of(HostAlias host, List<Backup> backups) {
        return new BackupsDocument(
                VERSION, host.value(), backups.stream().map(Entry::of).toList());
    }

    /**
     * What {@code --show} prints.
     *
     * @param text a summary and the differences, as git shows them
     */
    record Shown(int version, String host, String id, String text) {

        static Shown of(HostAlias host, String id, String text) {
            return new Shown(VERSION, host.value(), id, text);
        }
    }
}
