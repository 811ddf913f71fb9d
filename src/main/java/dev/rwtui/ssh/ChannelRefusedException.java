package dev.rwtui.ssh;

/** The server would not open a channel. */
public final class ChannelRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public ChannelRefusedException(Reason reason, String words) {
        super(words);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** RFC 4254 section 5.1. */
    public enum Reason {
        ADMINISTRATIVELY_PROHIBITED,
        CONNECT_FAILED,
        UNKNOWN_CHANNEL_TYPE,
        RESOURCE_SHORTAGE,
        OTHER
    }
}
