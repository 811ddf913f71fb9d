package dev.rwtui.remote;

import java.util.Objects;

/** A command could not be run somewhere. The message says what failed and why, for a person. */
public final class PlaceException extends Exception {

    private static final long serialVersionUID = 1L;

    public PlaceException(String message) {
        super(message);
    }

    /** The message, which is always there. */
    public String words() {
        return Objects.requireNonNull(getMessage());
    }
}
