package dev.rwtui.tui.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the dashboard knows of the terminal and of the command line it was started with.
 *
 * @param configLabel how the configuration is named in the header, for example {@code ~/.ssh/config}
 * @param now when it was started
 * @param zone in which times of day are shown
 * @param directory where it was started, absolute
 * @param note one line at the right of the header, for example what the demo is; empty for none
 */
public record Client(
        int columns,
        int rows,
        Glyphs glyphs,
        String configLabel,
        Instant now,
        ZoneId zone,
        String directory,
        Optional<String> note) {

    /** Below this the screen shows one message and no panes. */
    public static final int MINIMUM_COLUMNS = 60;

    /** Below this the screen shows one message and no panes. */
    public static final int MINIMUM_ROWS = 20;

    /** Whether the terminal has room for the panes. */
    public boolean hasRoom() {
        return columns >= MINIMUM_COLUMNS && rows >= MINIMUM_ROWS;
    }

    Client resized(int newColumns, int newRows) {
        return new Client(newColumns, newRows, glyphs, configLabel, now, zone, directory, note);
    }

    /** Which characters the locale has. */
    public enum Glyphs {
        UTF_8,
        ASCII
    }
}
