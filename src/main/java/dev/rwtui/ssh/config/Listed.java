package dev.rwtui.ssh.config;

import java.util.List;

/**
 * What can be said of a name without running a command or asking a name server.
 *
 * @param uncertainties {@code file:line: what it depends on}: what is decided only when it is connected
 * @param unserved lines that change how it is reached or what is opened, and that rwtui does not act on
 */
public record Listed(ResolvedHost host, List<String> uncertainties, List<Value<String>> unserved) {

    public Listed {
        uncertainties = List.copyOf(uncertainties);
        unserved = List.copyOf(unserved);
    }
}
