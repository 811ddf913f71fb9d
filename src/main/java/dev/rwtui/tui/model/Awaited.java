package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.SyncWish;
import java.util.Optional;

/**
 * An answer of the engine about a git-sync that a person waits for.
 *
 * @param known revision of the last one of that kind when it was asked: what is not newer answers something else
 * @param wish how the git-sync is wanted; empty for an undoing, and for an end
 */
public record Awaited(HostAlias host, Kind kind, long known, Optional<SyncWish> wish) {

    /** What is waited for. */
    public enum Kind {
        PLAN("planning"),
        END("carrying it out");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What is being done, as long as nobody has said more. */
        public String words() {
            return words;
        }
    }
}
