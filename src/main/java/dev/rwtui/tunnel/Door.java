package dev.rwtui.tunnel;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.SshSession;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the tunnels of one host know of its session. On the engine's thread alone. */
final class Door {

    private final Gate gate;
    private @Nullable SshSession session;
    private Absence absence = Absence.RETRYING;
    private String words = "not connected yet";
    private Instant since;

    Door(HostAlias host, Surroundings surroundings) {
        this.gate = new Gate(host, surroundings);
        this.since = surroundings.timers().now();
    }

    Gate gate() {
        return gate;
    }

    Optional<SshSession> session() {
        return Optional.ofNullable(session);
    }

    /** Whether a result that came over {@code used} says anything about now. */
    boolean isCurrent(SshSession used) {
        return session == used && used.isOpen();
    }

    void up(SshSession fresh, Instant now) {
        session = fresh;
        since = now;
        // Until its end is told, whoever finds it dead waits for the next one.
        absence = Absence.RETRYING;
        words = "the session has ended";
    }

    void away(Absence how, String why, Instant now) {
        if (session != null) {
            since = now;
        }
        session = null;
        absence = how;
        words = why;
    }

    Absence absence() {
        return absence;
    }

    String words() {
        return words;
    }

    /** Since when the session is there, or away. */
    Instant since() {
        return since;
    }
}
