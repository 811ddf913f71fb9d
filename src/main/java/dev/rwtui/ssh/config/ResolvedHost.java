package dev.rwtui.ssh.config;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import java.util.List;

/**
 * What the configuration says about one name, after ssh_config(5): tokens expanded, {@code ~} replaced, defaults filled
 * in as {@code ssh -G} prints them. The resolver makes it; the accessors are what sessions and tunnels need.
 *
 * @param hostName where it leads
 * @param unsupportedForwards local forwards that rwtui cannot open yet (Unix-domain sockets), as written
 */
public record ResolvedHost(
        HostAlias alias,
        Value<String> hostName,
        Value<Integer> port,
        Value<String> user,
        Value<Proxy> proxy,
        List<Value<LocalForward>> localForwards,
        List<Value<String>> unsupportedForwards,
        Login login,
        HostKeySettings hostKeys,
        Transport transport,
        SessionSettings session) {

    public static final int DEFAULT_PORT = 22;
}
