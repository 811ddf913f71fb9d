package dev.rwtui.ssh;

import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.config.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What makes two hops the same session: who logs in where, with which keys, by which way. Hosts whose ways begin with
 * equal keys share those sessions, whatever alias each one's configuration uses for the gateway.
 */
record SessionKey(
        String user,
        Endpoint address,
        List<String> identities,
        Optional<String> command,
        Optional<SessionKey> gateway) {

    SessionKey {
        identities = List.copyOf(identities);
    }

    /** One key per hop, outermost first. */
    static List<SessionKey> along(Route route) {
        List<SessionKey> keys = new ArrayList<>();
        Optional<SessionKey> gateway = Optional.empty();
        for (Hop hop : route.hops()) {
            Value<List<String>> identities = hop.host().login().identityFiles();
            Optional<String> command = gateway.isPresent() ? Optional.empty() : route.command();
            SessionKey key =
                    new SessionKey(hop.host().user().value(), hop.address(), identities.value(), command, gateway);
            keys.add(key);
            gateway = Optional.of(key);
        }
        return List.copyOf(keys);
    }
}
