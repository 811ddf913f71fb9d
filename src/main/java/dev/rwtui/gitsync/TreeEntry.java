package dev.rwtui.gitsync;

/**
 * What a tree or an index has for a path.
 *
 * @param mode in octal: {@code 100644}
 * @param id of the object
 */
record TreeEntry(String mode, String id) {

    private static final String NOTHING = "000000";

    /** There is none. */
    static final TreeEntry NONE = new TreeEntry(NOTHING, "");

    static TreeEntry of(String mode, String id) {
        return mode.equals(NOTHING) ? NONE : new TreeEntry(mode, id);
    }

    boolean isThere() {
        return !mode.equals(NOTHING);
    }

    boolean isLink() {
        return mode.equals("120000");
    }

    boolean isSubmodule() {
        return mode.equals("160000");
    }

    /** A line for {@code git update-index --index-info}. */
    String line(String path) {
        return mode + " " + id + "\t" + GitPath.quoted(path);
    }
}
