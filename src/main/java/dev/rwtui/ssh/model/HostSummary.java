package dev.rwtui.ssh.model;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import java.util.List;
import java.util.Optional;

/**
 * One host of the configuration, as it is listed.
 *
 * @param description the comment above its {@code Host} line; empty where there is none
 * @param user whom it logs in as
 * @param destination host name and port it leads to
 * @param gateways the hops before it, outermost first; empty for a direct connection
 * @param role whether it only serves as a way to others
 * @param refusal why connecting is refused, {@code file:line: what is wrong}; empty where nothing is
 * @param remarks what the configuration asks of this host that rwtui does not do, one sentence each
 */
public record HostSummary(
        HostAlias alias,
        String description,
        String user,
        Endpoint destination,
        List<HostAlias> gateways,
        Role role,
        List<LocalForward> forwards,
        Optional<String> refusal,
        List<String> remarks) {

    public HostSummary {
        gateways = List.copyOf(gateways);
        forwards = List.copyOf(forwards);
        remarks = List.copyOf(remarks);
    }

    /** The same host with other remarks. */
    public HostSummary remarking(List<String> others) {
        return new HostSummary(alias, description, user, destination, gateways, role, forwards, refusal, others);
    }

    /** What a host is for. */
    public enum Role {
        MACHINE,
        /** Other hosts are reached through it and it has no forward of its own. */
        GATEWAY
    }
}
