package dev.rwtui.tui.model;

import java.time.Duration;
import java.time.Instant;

/** Ages as they are shown: in steps, so that a text stands still until its next step. */
public final class Ages {

    /** Of the proof that a far end answers. */
    public static final Duration PROOF_STEP = Duration.ofSeconds(5);

    /** After this a far end is no longer called up. */
    public static final Duration PROOF_LASTS = Duration.ofSeconds(15);

    /** Of a round trip; one that is two steps old is no longer taken for the present. */
    public static final Duration TRIP_STEP = Duration.ofSeconds(15);

    public static final Duration MINUTE = Duration.ofMinutes(1);

    private Ages() {}

    /** Whole steps since then; zero where that lies ahead. */
    public static Duration since(Instant then, Instant now, Duration step) {
        long steps = Math.max(0, Duration.between(then, now).dividedBy(step));
        return step.multipliedBy(steps);
    }

    /** When {@link #since} changes next. */
    public static Instant nextSince(Instant then, Instant now, Duration step) {
        return then.plus(since(then, now, step)).plus(step);
    }

    /** In which steps an age is told that nobody waits for: minutes, after a day hours. */
    public static Duration coarse(Instant then, Instant now) {
        return Duration.between(then, now).compareTo(Duration.ofDays(1)) < 0 ? MINUTE : Duration.ofHours(1);
    }

    /** What is left, rounded up: to seconds within the last minute, else to minutes. Zero once it is over. */
    public static Duration until(Instant then, Instant now) {
        Duration left = Duration.between(now, then);
        if (left.isNegative() || left.isZero()) {
            return Duration.ZERO;
        }
        Duration step = left.compareTo(MINUTE) <= 0 ? Duration.ofSeconds(1) : MINUTE;
        return step.multipliedBy(left.plus(step).minusNanos(1).dividedBy(step));
    }

    /** When {@link #until} changes next; {@code then} itself once it is over. */
    public static Instant nextUntil(Instant then, Instant now) {
        Duration left = until(then, now);
        Duration step = left.compareTo(MINUTE) <= 0 ? Duration.ofSeconds(1) : MINUTE;
        return left.isZero() ? then : then.minus(left).plus(step);
    }

    /** {@code 40 s}, {@code 2 min}: what {@link #until} gives. */
    public static String left(Duration left) {
        return left.compareTo(MINUTE) <= 0 ? left.toSeconds() + " s" : left.toMinutes() + " min";
    }

    /** {@code 5 s}, {@code 12m}, {@code 3h12m}, {@code 2d4h}. */
    public static String words(Duration age) {
        if (age.compareTo(MINUTE) < 0) {
            return age.toSeconds() + " s";
        }
        if (age.toHours() == 0) {
            return age.toMinutes() + "m";
        }
        return age.toDays() == 0
                ? age.toHours() + "h" + age.toMinutesPart() + "m"
                : age.toDays() + "d" + age.toHoursPart() + "h";
    }
}
