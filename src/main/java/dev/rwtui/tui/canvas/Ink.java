package dev.rwtui.tui.canvas;

/** What a piece of text means; the terminal decides what that looks like at its colour level. */
public enum Ink {
    NORMAL,
    /** Secondary text. */
    FAINT,
    STRONG,
    TITLE,
    /** A key that can be pressed, in footer and help. */
    KEY,
    GOOD,
    BUSY,
    WARNING,
    BAD,
    BORDER,
    BORDER_FOCUSED
}
