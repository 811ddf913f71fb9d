package dev.rwtui.ssh;

import java.time.Instant;

/** A gateway that nobody uses now. */
record Lingering(Instant since, Instant until) {}
