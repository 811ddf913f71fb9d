package dev.rwtui.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The hosts of a lab, by name. */
final class LabHosts {

    private static final String GATEWAY = "cued";
    private static final String GATEWAY_USER = "ah2029";
    private static final String MACHINE_USER = "anthonyhu";

    private final LabDirectory directory;
    private final Crew crew;
    private final Map<String, LabHost> hosts = new ConcurrentSkipListMap<>();

    LabHosts(LabDirectory directory, Crew crew) {
        this.directory = directory;
        this.crew = crew;
    }

    /** Starts them; all but gpu07 let the client's key in. */
    void start(PublicKey client) throws IOException, GeneralSecurityException {
        LabHost direwolf = machine("direwolf", direwolfPorts());
        LabHost gpu08 = machine("gpu08", Map.of(7007, Services::silence));
        LabHost gpu09 = machine("gpu09", Map.of());
        for (LabHost machine : List.of(direwolf, machine("gpu07", Map.of()), gpu08, gpu09)) {
            hosts.put(machine.name(), machine);
        }
        direwolf.allowKey(MACHINE_USER, client);
        gpu08.allowKey(MACHINE_USER, client);
        gpu09.allowKey(MACHINE_USER, client);
        Map<String, LabHost> machines = Map.copyOf(hosts);
        LabHost gateway = LabHost.listening(plan(GATEWAY, GATEWAY_USER, Machines.behindGateway(machines)), crew);
        gateway.allowKey(GATEWAY_USER, client);
        hosts.put(GATEWAY, gateway);
    }

    private static Map<Integer, Service> direwolfPorts() throws IOException {
        return Map.of(
                7, Services::echo,
                9, Services::silence,
                19, Services::endless,
                6006, Pages.tensorBoard(),
                8888, Pages.jupyter());
    }

    private LabHost machine(String name, Map<Integer, Service> services) throws IOException, GeneralSecurityException {
        return LabHost.portless(plan(name, MACHINE_USER, Machines.loopback(services)), crew);
    }

    private LabHost.Plan plan(String name, String user, DirectChannel.Dialler dialler)
            throws IOException, GeneralSecurityException {
        Path home = directory.directory("home-" + name);
        return new LabHost.Plan(name, KeyFiles.newKey(), dialler, new ShellCommand.Place(home, user, crew.workers()));
    }

    LabHost named(String name) {
        LabHost host = hosts.get(name);
        if (host == null) {
            throw new IllegalArgumentException("the lab has no host " + name);
        }
        return host;
    }

    /** The lines of known_hosts. */
    String knownHosts() {
        StringBuilder lines = new StringBuilder();
        for (LabHost host : hosts.values()) {
            String where = host.port() == 0 ? host.name() : "[127.0.0.1]:" + host.port();
            lines.append(KeyFiles.knownHost(where, host.hostKey()));
        }
        return lines.toString();
    }

    void stop() throws IOException {
        for (LabHost host : hosts.values()) {
            host.stop();
        }
    }
}
