package dev.rwtui.tui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A short message about what a key did or why it did nothing.
 *
 * @param until when it goes; empty until the next tick has told the time
 */
public record Toast(Event.Severity severity, Stage stage, String text, Optional<Instant> until) {

    /** Whether what it speaks of has happened. */
    public enum Stage {
        BEGUN,
        DONE
    }

    public static Toast of(Event.Severity severity, String text) {
        return new Toast(severity, Stage.DONE, text, Optional.empty());
    }

    /** Of what only began. */
    public static Toast begun(String text) {
        return new Toast(Event.Severity.INFO, Stage.BEGUN, text, Optional.empty());
    }

    public Toast from(Instant now) {
        return new Toast(severity, stage, text, Optional.of(until.orElse(now.plus(patience()))));
    }

    private Duration patience() {
        return switch (severity) {
            case INFO -> Duration.ofSeconds(3);
            case WARNING -> Duration.ofSeconds(5);
            case ERROR -> Duration.ofSeconds(8);
        };
    }
}
