package dev.rwtui.tui.model;

/** The parts of the screen that can have the focus, in the order of Tab. */
public enum Pane {
    HOSTS,
    TUNNELS,
    PYTHON;

    public Pane next() {
        return switch (this) {
            case HOSTS -> TUNNELS;
            case TUNNELS -> PYTHON;
            case PYTHON -> HOSTS;
        };
    }

    public Pane previous() {
        return switch (this) {
            case HOSTS -> PYTHON;
            case TUNNELS -> HOSTS;
            case PYTHON -> TUNNELS;
        };
    }
}
