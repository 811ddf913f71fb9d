package dev.rwtui.lab;

import java.util.Map;
import java.util.Set;

/** Who answers where, as the lab's hosts see the world. */
final class Machines {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private Machines() {}

    /** What a machine reaches: its own loopback, and nothing else. */
    static DirectChannel.Dialler loopback(Map<Integer, Service> ports) {
        return (host, port) -> {
            if (!LOOPBACK.contains(host)) {
                return Dialled.Refused.UNKNOWN_NAME;
            }
            Service service = ports.get(port);
            return service == null ? Dialled.Refused.NOBODY_LISTENS : new Dialled.Connected(service);
        };
    }

    /** What the gateway reaches: port 22 of the machines, and nothing else. */
    static DirectChannel.Dialler behindGateway(Map<String, LabHost> machines) {
        return (host, port) -> {
            if (LOOPBACK.contains(host)) {
                return Dialled.Refused.PROHIBITED;
            }
            LabHost machine = machines.get(host);
            if (machine == null) {
                return Dialled.Refused.UNKNOWN_NAME;
            }
            return port == 22 && machine.isUp()
                    ? new Dialled.Connected(machine.service())
                    : Dialled.Refused.NOBODY_LISTENS;
        };
    }
}
