package dev.rwtui.tui.view;

import dev.rwtui.tui.model.LogPage;
import java.time.Instant;
import java.time.LocalDate;
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

    /** {@code 2026-11-24}. */
    static String day(Instant when, ZoneId zone) {
        return LocalDate.ofInstant(when, zone).toString();
    }

    /** To the second; {@code config} for what has no time. */
    static String of(LogPage.Entry entry, ZoneId zone) {
        return entry.logged().map(line -> seconds(line.at(), zone)).orElse("config");
    }

    /** {@code 14:02:31}. */
    static String seconds(Instant when, ZoneId zone) {
        return minutes(when, zone)
                + String.format(
                        Locale.ROOT, ":%02d", LocalTime.ofInstant(when, zone).getSecond());
    }
}
