package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.ssh.model.HostSummary;
import java.util.List;
import java.util.Locale;

/**
 * What {@code rwtui hosts --json} prints. Fields are only ever added.
 *
 * @param version of this shape
 */
record HostsDocument(int version, List<Host> hosts, List<String> problems) {

    private static final int VERSION = 1;

    /**
     * One host.
     *
     * @param via aliases of the gateways, outermost first
     * @param forwards in the syntax of {@code ssh -L}
     * @param role {@code machine} or {@code gateway}
     * @param refusal why connecting would be refused; empty where nothing is wrong
     */
    record Host(
            String alias,
            String description,
            String user,
            String hostName,
            int port,
            List<String> via,
            List<String> forwards,
            String role,
            String refusal) {

        static Host of(HostSummary host) {
            return new Host(
                    host.alias().value(),
                    host.description(),
                    host.user(),
                    host.destination().host(),
                    host.destination().port(),
                    host.gateways().stream().map(HostAlias::value).toList(),
                    host.forwards().stream().map(LocalForward::toString).toList(),
                    host.role().name().toLowerCase(Locale.ROOT),
                    host.refusal().orElse(""));
        }
    }

    static HostsDocument of(List<HostSummary> hosts, List<String> problems) {
        return new HostsDocument(VERSION, hosts.stream().map(Host::of).toList(), problems);
    }
}
