package dev.rwtui.remote;

/** A command could not be run somewhere. The message says what failed and why, for a person. */
public final class PlaceException extends Exception {

    private static final long serialVersionUID = 1L;

    public PlaceException(String message) {
        super(message);
    }
}
