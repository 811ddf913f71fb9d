package dev.rwtui.gitsync.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What a git-sync has kept, under {@code refs/rwtui/backup/<id>} on the host.
 *
 * @param id the time: {@code 20261201T033012.345Z}
 * @param commit of the backup
 * @param branch that was checked out
 * @param before the commit that it was at
 * @param after the commit that it went to
 * @param files how many are kept
 * @param bytes of those in git, before they were compressed
 * @param setAside bytes of those that were renamed
 */
public record Backup(
        String id,
        Instant made,
        String commit,
        SyncPlan.Occasion occasion,
        Optional<String> branch,
        Optional<String> before,
        Optional<String> after,
        int files,
        long bytes,
        long setAside) {}
