package dev.rwtui.tui.canvas;

/** What a cell lies on. */
public enum Backdrop {
    PLAIN,
    /** The selected row of the focused pane. */
    SELECTED,
    /** The selected row of a pane without focus. */
    MARKED,
    /** A bar across the screen: header and footer. */
    BAR,
    /** Inside a modal. */
    MODAL
}
