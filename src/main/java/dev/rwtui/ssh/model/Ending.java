package dev.rwtui.ssh.model;

/** How a command on the far side ended. */
public sealed interface Ending {

    record Exited(int status) implements Ending {}

    /** @param name without {@code SIG} */
    record Signalled(String name) implements Ending {}

    /** The channel was closed without a word about the command. */
    record Unknown() implements Ending {}

    /** The session died before it ended, or it was given up here. */
    record Lost(Failure why) implements Ending {}
}
