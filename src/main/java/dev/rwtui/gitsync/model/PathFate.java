package dev.rwtui.gitsync.model;

/**
 * What a git-sync does to one path.
 *
 * @param bytes on the disk now; 0 where there is nothing
 */
public record PathFate(String path, Fate fate, Keeping keeping, long bytes) {

    /** What becomes of it. */
    public enum Fate {
        /** It equals the incoming commit already, and is not touched. */
        UNTOUCHED("equals the incoming commit: not touched"),
        /** There is nothing yet. */
        CREATED("created"),
        /** It was as its commit has it, and becomes as the incoming one has it. */
        UPDATED("updated"),
        /** It held something else than its commit. */
        OVERWRITTEN("overwritten"),
        /** It was as its commit has it, and the incoming one has none. */
        DELETED("deleted by the incoming commit"),
        /** No commit has it. */
        REMOVED("removed, since no commit has it"),
        /** Ignored, and not in the way. */
        LEFT_IGNORED("kept, since it is ignored"),
        LEFT_NESTED("kept, since it is a repository of its own"),
        LEFT_SUBMODULE("kept as it is, since it is a submodule");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether the disk is changed. */
        public boolean touches() {
            return this == CREATED || this == UPDATED || this == OVERWRITTEN || this == DELETED || this == REMOVED;
        }

        /** Whether something goes that no commit has. */
        public boolean takesWork() {
            return this == OVERWRITTEN || this == REMOVED;
        }
    }

    /** How its content is kept. */
    public enum Keeping {
        /** It stays where it is, or there is none. */
        NOT_NEEDED(""),
        IN_BACKUP("in the backup"),
        /** Too large for git, or unreadable: renamed into the backup's directory. */
        SET_ASIDE("set aside");

        private final String words;

        Keeping(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
