package dev.rwtui.cli;

import java.util.Locale;

/** Numbers as a person reads them. */
final class Amounts {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private Amounts() {}

    /** {@code 812 B}, {@code 1.2 MB}: powers of 1000, two digits or more. */
    static String bytes(long count) {
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

    /** {@code 1 path}, {@code 3 paths}. */
    static String of(long count, String thing) {
        return of(count, thing, thing + "s");
    }

    static String of(long count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }
}
