package dev.rwtui.tui.view;

/** Which part of a list is shown. */
final class Scroll {

    private Scroll() {}

    /** The first of {@code fit} rows out of {@code size} such that the selected one is among them, in the middle if possible. */
    static int first(int selected, int size, int fit) {
        return Math.max(0, Math.min(size - fit, selected - fit / 2));
    }
}
