package dev.rwtui.repo;

import dev.rwtui.settings.ConfigException;
import java.util.Objects;

/** A repository is there and cannot be used. The message says which and why, for a person. */
public final class RepositoryException extends Exception {

    private static final long serialVersionUID = 1L;

    RepositoryException(String message) {
        super(message);
    }

    /** What is wrong with its configuration. */
    RepositoryException(ConfigException cause) {
        super(cause.getMessage(), cause);
    }

    RepositoryException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message, which is always there. */
    public String words() {
        return Objects.requireNonNull(getMessage());
    }
}
