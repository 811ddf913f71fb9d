package dev.rwtui.tui.model;

/** A line of a page about a git-sync; not sanitised. */
public record SyncLine(Part part, String text) {

    /** What a line is about. */
    public enum Part {
        HEADING,
        /** Why it is stopped, or what else must not be missed. */
        WARNING,
        GOOD,
        STRONG,
        VALUE,
        NOTE
    }
}
