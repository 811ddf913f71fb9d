package dev.rwtui.tui.view;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/** Times of day. */
final class Clock {

    private Clock() {}

    /** {@code 14:02}. */
    static String minutes(Instant when, ZoneId zone) {
        LocalTime time = LocalTime.ofInstant(when, zone);
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    /** {@code 14:02:31}. */
    static String seconds(Instant when, ZoneId zone) {
        return minutes(when, zone)
                + String.format(
                        Locale.ROOT, ":%02d", LocalTime.ofInstant(when, zone).getSecond());
    }
}
