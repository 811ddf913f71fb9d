package dev.rwtui.tui.model;

import dev.rwtui.tui.canvas.Text;
import java.util.Locale;

/** Numbers and paths as a person reads them. */
public final class Words {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private Words() {}

    /** {@code 812 B}, {@code 1.2 MB}: powers of 1000, at most three digits. */
    public static String bytes(long count) {
        if (count < 1000) {
            return count + " B";
        }
        double size = count / 1000.0;
        int unit = 0;
        while (size >= 999.5) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, size < 9.95 ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
    }

    /** The end of a path tells more than its beginning. */
    public static String end(String path, int columns) {
        String shown = path;
        while (Text.widthOf(shown) > columns && shown.length() > 1) {
            shown = "…" + shown.substring(shown.startsWith("…") ? 2 : 1);
        }
        return shown;
    }

    /** {@code 1 forward}, {@code 3 forwards}. */
    public static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** {@code 1 process}, {@code 3 processes}. */
    public static String count(long count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }
}
