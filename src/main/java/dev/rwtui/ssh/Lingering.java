package dev.rwtui.ssh;

import dev.rwtui.base.Timers;
import java.time.Instant;

/** A gateway that nobody uses now. */
record Lingering(Instant since, Instant until, Timers.Scheduled end) {}
