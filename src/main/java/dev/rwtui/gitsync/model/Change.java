package dev.rwtui.gitsync.model;

/** A path that is not as the commit has it. Not shown before it is sanitised: a name may hold any character but NUL. */
public record Change(String path, Kind kind) {

    /** What has become of it, index and work tree taken together. */
    public enum Kind {
        MODIFIED("modified"),
        /** In the index and not in the commit. */
        ADDED("added"),
        /** In the commit, and not on the disk or not in the index. */
        DELETED("deleted"),
        UNMERGED("unmerged"),
        UNTRACKED("untracked"),
        /** A repository of its own that this one knows nothing of. */
        NESTED("nested repository"),
        SUBMODULE("submodule");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether it is about a file of this repository. */
        public boolean isOfFiles() {
            return this != NESTED && this != SUBMODULE;
        }
    }
}
