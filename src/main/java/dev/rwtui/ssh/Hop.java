package dev.rwtui.ssh;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.ResolvedHost;

/** One SSH connection on the way to a host: what the configuration resolves to for it, and where it is dialled. */
public record Hop(ResolvedHost host, Endpoint address) {

    public HostAlias alias() {
        return host.alias();
    }
}
