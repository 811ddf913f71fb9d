package dev.rwtui.ssh.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A command for the far side: RFC 4254 section 6.5.
 *
 * @param line as the login shell there reads it
 * @param environment variables that are asked for before it; a server takes those that its {@code AcceptEnv} names and is
 *     silent about the others. To the engine they are those of whoever asks, of which it sends what the configuration says
 */
public record RemoteCommand(String line, Map<String, String> environment) {

    public RemoteCommand {
        environment = Map.copyOf(new LinkedHashMap<>(environment));
    }

    public RemoteCommand with(Map<String, String> variables) {
        return new RemoteCommand(line, variables);
    }

    public static RemoteCommand of(String line) {
        return new RemoteCommand(line, Map.of());
    }
}
