package dev.rwtui.lab;

/** What became of a wish to connect to a host and port: RFC 4254 section 7.2. */
sealed interface Dialled {

    /** Somebody listens there. */
    record Connected(Service service) implements Dialled {}

    /**
     * A refusal.
     *
     * @param words the description of SSH_MSG_CHANNEL_OPEN_FAILURE, as sshd(8) words it
     */
    record Refused(Reason reason, String words) implements Dialled {
        static final Refused NOBODY_LISTENS = new Refused(Reason.CONNECT_FAILED, "Connection refused");
        static final Refused UNKNOWN_NAME = new Refused(Reason.CONNECT_FAILED, "Name or service not known");
        static final Refused PROHIBITED = new Refused(Reason.PROHIBITED, "open failed");
    }

    /** Reason codes of RFC 4254 section 5.1. */
    enum Reason {
        PROHIBITED,
        CONNECT_FAILED
    }
}
