package dev.rwtui.ssh.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an answer takes.
 *
 * @param measured when the answer came
 */
public record RoundTrip(Duration time, Instant measured) {}
