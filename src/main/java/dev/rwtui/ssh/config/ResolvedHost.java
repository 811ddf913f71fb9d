package dev.rwtui.ssh.config;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the configuration says about one name, after ssh_config(5): tokens expanded, {@code ~} replaced, defaults filled
 * in as {@code ssh -G} prints them. The resolver makes it; the accessors are what sessions and tunnels need.
 *
 * @param hostName where it leads
 * @param identityFiles absolute paths in order; the default identities where none is configured; may not exist
 * @param identityAgent path of the agent's socket; empty by default, which stands for the environment's agent; empty with
 *     any other origin means that no agent shall be asked
 * @param connectTimeout of TCP and of the handshake; empty means the system's own patience
 * @param serverAliveInterval zero is off; 15 s where nobody set it, which is rwtui's own default and not ssh's
 * @param unsupportedForwards local forwards that rwtui cannot open yet (Unix-domain sockets), as written
 */
public record ResolvedHost(
        HostAlias alias,
        Value<String> hostName,
        Value<Integer> port,
        Value<String> user,
        Value<List<String>> identityFiles,
        Value<Boolean> identitiesOnly,
        Value<Optional<String>> identityAgent,
        Value<Proxy> proxy,
        List<Value<LocalForward>> localForwards,
        List<Value<String>> unsupportedForwards,
        Value<List<String>> userKnownHostsFiles,
        Value<List<String>> globalKnownHostsFiles,
        Value<HostKeyChecking> strictHostKeyChecking,
        Value<Optional<String>> hostKeyAlias,
        Value<Duration> serverAliveInterval,
        Value<Integer> serverAliveCountMax,
        Value<Optional<Duration>> connectTimeout,
        Value<Boolean> batchMode) {

    public static final int DEFAULT_PORT = 22;
}
