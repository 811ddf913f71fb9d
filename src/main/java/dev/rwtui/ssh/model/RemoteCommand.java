package dev.rwtui.ssh.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to run on the far side, in a session channel: RFC 4254 section 6.
 *
 * @param environment variables that are asked for before it; a server takes those that its {@code AcceptEnv} names and is
 *     silent about the others
 * @param terminal the one that it is to have; a server may not give any
 * @param agent path of the ssh-agent's socket here that it may use; the server may not pass it on
 */
public record RemoteCommand(
        Program program, Map<String, String> environment, Optional<RemoteTerminal> terminal, Optional<String> agent) {

    public RemoteCommand {
        environment = Map.copyOf(new LinkedHashMap<>(environment));
    }

    /** RFC 4254 section 6.5. */
    public sealed interface Program {

        /** The user's login shell. */
        record Shell() implements Program {}

        /** @param text as the login shell there reads it */
        record Line(String text) implements Program {}

        record Subsystem(String name) implements Program {}
    }

    public static RemoteCommand of(String line) {
        return new RemoteCommand(new Program.Line(line), Map.of(), Optional.empty(), Optional.empty());
    }

    public RemoteCommand with(Map<String, String> variables) {
        return new RemoteCommand(program, variables, terminal, agent);
    }

    public RemoteCommand on(RemoteTerminal wanted) {
        return new RemoteCommand(program, environment, Optional.of(wanted), agent);
    }

    public RemoteCommand withAgent(Optional<String> socket) {
        return new RemoteCommand(program, environment, terminal, socket);
    }
}
