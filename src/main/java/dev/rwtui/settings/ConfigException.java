package dev.rwtui.settings;

import java.nio.file.Path;
import java.util.Objects;

/** A configuration file could not be read or changed. The message says which, where in it, why, and what to do. */
public final class ConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the program can make of it. */
    public enum Kind {
        /** It is in no git-config syntax, or a value is not of its type: {@code file:line: why}. */
        MALFORMED,
        /** Somebody else is changing it, or was and did not end. */
        LOCKED,
        UNREADABLE,
        UNWRITABLE,
        /** The syntax has no way to write what was to be written. */
        UNSTORABLE
    }

    private final Kind kind;

    public ConfigException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    ConfigException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    static ConfigException malformed(Path file, int line, String why) {
        return new ConfigException(Kind.MALFORMED, file + ":" + line + ": " + why);
    }

    public Kind kind() {
        return kind;
    }

    /** The message, which is always there. */
    public String words() {
        return Objects.requireNonNull(getMessage());
    }
}
