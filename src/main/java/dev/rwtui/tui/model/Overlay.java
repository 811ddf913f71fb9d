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

    /**
     * A command that is being typed.
     *
     * @param choice which of the suggestions is chosen, from 0; -1 for none
     */
    record CommandLine(String text, int choice) implements Overlay {

        public static final int NO_CHOICE = -1;

        public static final CommandLine EMPTY = new CommandLine("", NO_CHOICE);

        /** With another text no suggestion is chosen any more. */
        public CommandLine typed(String newText) {
            return new CommandLine(newText, NO_CHOICE);
        }
    }

    /** Quitting would close tunnels: is that meant? */
    record ConfirmQuit() implements Overlay {}

    /** Lines of help or log that the screen has room for, at least one. */
    static int room(Client client) {
        return Math.max(1, client.rows() - 4);
    }
}
