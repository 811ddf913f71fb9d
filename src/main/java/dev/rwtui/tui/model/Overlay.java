package dev.rwtui.tui.model;

/** What lies over the panes. */
public sealed interface Overlay {

    /**
     * All keys.
     *
     * @param scroll lines above the first one shown
     */
    record Help(int scroll) implements Overlay {}

    /**
     * What rwtui did.
     *
     * @param back lines that the view was scrolled up from the newest
     */
    record Log(int back) implements Overlay {}

    /** Quitting would close tunnels: is that meant? */
    record ConfirmQuit() implements Overlay {}

    /** Lines of help or log that the screen has room for, at least one. */
    static int room(Client client) {
        return Math.max(1, client.rows() - 4);
    }
}
