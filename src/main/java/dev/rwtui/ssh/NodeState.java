package dev.rwtui.ssh;

import dev.rwtui.base.Cancellation;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Step;
import java.time.Instant;

/** Where one session stands; each variant carries only what exists in that state. */
sealed interface NodeState {

    /** Nobody needs it. */
    record Idle() implements NodeState {}

    /** Wanted, but its gateway is not up. */
    record Waiting() implements NodeState {}

    record Connecting(Cancellation cancellation, Step step) implements NodeState {}

    record Up(SshSession session, Instant since) implements NodeState {}

    /** Waits to try again by itself. */
    record Backoff(Failure cause, int failures, Instant next) implements NodeState {}

    /** Waits for a person. */
    record Stopped(Failure cause, Instant at) implements NodeState {}
}
