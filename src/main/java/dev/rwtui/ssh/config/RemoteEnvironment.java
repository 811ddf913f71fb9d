package dev.rwtui.ssh.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which variables a command on the far side is to have: ssh_config(5), SendEnv and SetEnv. The server decides which of them
 * it takes.
 *
 * @param sent patterns of names; those of the local environment that match are sent as they are
 * @param set sent whatever the local environment says
 */
public record RemoteEnvironment(List<String> sent, Map<String, String> set) {

    public RemoteEnvironment {
        sent = List.copyOf(sent);
        set = Map.copyOf(set);
    }

    /** @param local the environment of whoever asks for the command */
    public Map<String, String> of(Map<String, String> local) {
        Map<String, String> all = new LinkedHashMap<>();
        local.forEach((name, value) -> {
            if (sent.stream().anyMatch(pattern -> Pattern.matches(name, pattern))) {
                all.put(name, value);
            }
        });
        all.putAll(set);
        return all;
    }
}
