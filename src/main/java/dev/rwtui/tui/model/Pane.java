package dev.rwtui.tui.model;

/** The parts of the screen that can have the focus, in the order of Tab. */
public enum Pane {
    HOSTS,
    TUNNELS;

    public Pane next() {
        return values()[(ordinal() + 1) % values().length];
    }

    public Pane previous() {
        return values()[(ordinal() + values().length - 1) % values().length];
    }
}
