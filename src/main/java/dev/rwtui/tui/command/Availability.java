package dev.rwtui.tui.command;

/** Whether a command can work now. */
public sealed interface Availability {

    record Enabled() implements Availability {}

    /**
     * It cannot.
     *
     * @param reason a short sentence without a full stop, shown when the key is pressed
     */
    record Disabled(String reason) implements Availability {}

    static Availability enabled() {
        return new Enabled();
    }

    static Availability disabled(String reason) {
        return new Disabled(reason);
    }
}
