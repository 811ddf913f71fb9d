package dev.rwtui.tunnel;

/** A local port that could not be listened on. */
final class PortException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;
    private final String advice;

    PortException(String why, String advice) {
        super(why);
        this.why = why;
        this.advice = advice;
    }

    String why() {
        return why;
    }

    String advice() {
        return advice;
    }
}
