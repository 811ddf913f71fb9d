package dev.rwtui.tunnel.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;

/** A forward of a host: what names a tunnel. */
public record TunnelId(HostAlias host, LocalForward forward) {

    @Override
    public String toString() {
        return host + " " + forward;
    }
}
