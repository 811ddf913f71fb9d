package dev.rwtui.gitsync.model;

import java.util.List;
import java.util.Optional;

/**
 * How a git-sync, or its undoing, ended.
 *
 * @param plan the one that was carried out
 * @param backup the id of what was kept; empty where nothing was done
 * @param left paths that git there still finds changed, which it should not
 * @param notes what a person should know, one sentence each
 */
public record SyncOutcome(SyncPlan plan, Optional<String> backup, List<Change> left, List<String> notes) {

    public SyncOutcome {
        left = List.copyOf(left);
        notes = List.copyOf(notes);
    }
}
