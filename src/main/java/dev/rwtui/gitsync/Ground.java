package dev.rwtui.gitsync;

import java.util.Map;
import java.util.Set;

/**
 * All that is known of a work tree before a plan is made.
 *
 * @param flagged what the index has for paths that git was told not to look at
 * @param diff how the goal's commit differs from HEAD
 * @param looks what is at each path that matters
 * @param unequal of the paths that the goal's commit has, those that are not as it has them
 * @param repositories directories into which files have to come, and that are repositories of their own
 */
record Ground(
        RepositoryState state,
        Map<String, TreeEntry> flagged,
        RawDiff diff,
        Map<String, Look> looks,
        Set<String> unequal,
        Set<String> repositories) {

    /**
     * What is at a path.
     *
     * @param mode in octal, permissions alone: {@code 644}
     * @param device the file system
     */
    record Look(What what, long bytes, String mode, String device) {

        static final Look NOTHING = new Look(What.ABSENT, 0, "", "");

        boolean isFile() {
            return what == What.FILE || what == What.LINK || what == What.UNREADABLE;
        }
    }

    /** Kinds of things in a directory. */
    enum What {
        FILE,
        UNREADABLE,
        LINK,
        DIRECTORY,
        /** A directory that is a repository of its own, or has one in it. */
        REPOSITORIES,
        OTHER,
        ABSENT
    }

    Look look(String path) {
        return looks.getOrDefault(path, Look.NOTHING);
    }
}
