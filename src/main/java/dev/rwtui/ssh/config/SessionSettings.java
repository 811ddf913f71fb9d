package dev.rwtui.ssh.config;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a command or a shell on the far side is to have.
 *
 * @param remoteCommand runs where no command is given; empty for the login shell
 * @param escape the byte after a line's end that speaks to the client; empty for none
 */
public record SessionSettings(
        RemoteEnvironment environment,
        ForwardedAgent agent,
        RequestTty requestTty,
        SessionType type,
        Optional<String> remoteCommand,
        OptionalInt escape) {

    /** ssh_config(5), ForwardAgent. */
    public sealed interface ForwardedAgent {

        record No() implements ForwardedAgent {}

        /** The one that keys are taken from. */
        record OfLogin() implements ForwardedAgent {}

        record At(String socket) implements ForwardedAgent {}
    }

    /** ssh_config(5), RequestTTY. */
    public enum RequestTty {
        NO,
        AUTO,
        YES,
        FORCE
    }

    /** ssh_config(5), SessionType. */
    public enum SessionType {
        NONE,
        SUBSYSTEM,
        DEFAULT
    }
}
