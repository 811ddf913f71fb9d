package dev.rwtui.tui.model;

/** The parts of the screen that can have the focus, in the order of Tab. */
public enum Pane {
    HOSTS,
    TUNNELS,
    PYTHON,
    SYNC;

    public Pane next() {
        return switch (this) {
            case HOSTS -> TUNNELS;
            case TUNNELS -> PYTHON;
            case PYTHON -> SYNC;
            case SYNC -> HOSTS;
        };
    }

    public Pane previous() {
        return switch (this) {
            case HOSTS -> SYNC;
            case TUNNELS -> HOSTS;
            case PYTHON -> TUNNELS;
            case SYNC -> PYTHON;
        };
    }
}
