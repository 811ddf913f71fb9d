package dev.rwtui.cli;

/**
 * One line of {@code rwtui up --json}. Fields are only ever added.
 *
 * @param version of this shape
 * @param time ISO 8601, UTC
 * @param event {@code link} or {@code tunnel}
 * @param host alias
 * @param spec the forward in the syntax of {@code ssh -L}; empty for {@code link}
 * @param state link: {@code connecting up retrying failed idle}; tunnel: {@code opening up unproved silent waiting failed off}
 * @param reason why, in words; empty where there is nothing to say
 */
record UpEvent(int version, String time, String event, String host, String spec, String state, String reason) {

    static final int VERSION = 1;

    /** The same as a line for a person. */
    String words() {
        String what = spec.isEmpty() ? host : host + " " + spec;
        return Plain.text(what + ": " + state + (reason.isEmpty() ? "" : ", " + reason));
    }
}
