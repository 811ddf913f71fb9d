package dev.rwtui.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A small world to connect to, in this process: the gateway {@code cued} on a free port of 127.0.0.1, and behind it
 * machines without any port, which the gateway hands its direct-tcpip channels in memory. Nobody else can reach them, and
 * the lab connects to nothing.
 *
 * <ul>
 *   <li>{@code direwolf}, user {@code anthonyhu}: a TensorBoard page on 6006, a Jupyter page on 8888; for tests echo on 7
 *       (RFC 862), discard on 9 (RFC 863) and endless bytes on 19 (RFC 864); every other port is refused.
 *   <li>{@code gpu07} refuses every key.
 *   <li>{@code gpu08}: nothing listens on 6006; 7007 accepts and never says a byte.
 * </ul>
 *
 * <p>Commands run in {@code sh} as the user of this process, with an empty environment, at home in the lab's directory.
 */
public final class Lab implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 5;

    private final LabDirectory directory;
    private final ExecutorService threads;
    private final Map<String, LabHost> hosts = new LinkedHashMap<>();
    private final KeyPair clientKey;
    private final LocalPorts ports;
    private final String configText;
    private final Path configFile;

    private Lab(LabDirectory directory, ExecutorService threads, LabOptions options)
            throws IOException, GeneralSecurityException {
        this.directory = directory;
        this.threads = threads;
        this.clientKey = KeyFiles.newKey();
        this.ports = LocalPorts.find(options.localPorts());
        startHosts();
        this.configText = ConfigFile.text(new ConfigFile.Blanks(
                gateway().port(),
                ports,
                directory.write("id_ecdsa", KeyFiles.privateKey(clientKey)),
                directory.write("known_hosts", knownHosts())));
        this.configFile = directory.write("config", configText);
    }

    /**
     * Starts all of it.
     *
     * @throws IOException where a file or the gateway's port could not be had; nothing is left behind then
     */
    public static Lab start(LabOptions options) throws IOException {
        LabDirectory directory = LabDirectory.create();
        ExecutorService threads = Executors.newCachedThreadPool(options.threads());
        try {
            return new Lab(directory, threads, options);
        } catch (IOException | GeneralSecurityException e) {
            threads.shutdownNow();
            directory.close();
            throw new IOException("the lab could not be started: " + e.getMessage(), e);
        }
    }

    /** {@code cued}. */
    public LabHost gateway() {
        return host("cued");
    }

    /** A host by its name: {@code cued}, {@code direwolf}, {@code gpu07} or {@code gpu08}. */
    public LabHost host(String name) {
        return Optional.ofNullable(hosts.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the lab has no host " + name));
    }

    /** The ssh_config that leads to the hosts. Its {@code ssh -W} names no file: whoever runs it must give it this one. */
    public String configText() {
        return configText;
    }

    /** A file with {@link #configText()}. */
    public Path configFile() {
        return configFile;
    }

    /** The lab's own directory; it and all below it goes when the lab is closed. */
    public Path directory() {
        return directory.path();
    }

    /** What differs from what somebody would expect, in sentences: local ports that were taken. */
    public List<String> notes() {
        return ports.notes();
    }

    private void startHosts() throws IOException, GeneralSecurityException {
        Map<String, LabHost> machines = new ConcurrentHashMap<>();
        LabHost direwolf = machine(
                "direwolf",
                Map.of(
                        7, Services::echo,
                        9, Services::silence,
                        19, Services::endless,
                        6006, Pages.tensorBoard(),
                        8888, Pages.jupyter()));
        LabHost gpu08 = machine("gpu08", Map.of(7007, Services::silence));
        LabHost gateway = LabHost.listening(plan("cued", "ah2029", Machines.behindGateway(machines)), threads);
        hosts.put("cued", gateway);
        gateway.accounts().allowKey("ah2029", clientKey.getPublic());
        direwolf.accounts().allowKey("anthonyhu", clientKey.getPublic());
        gpu08.accounts().allowKey("anthonyhu", clientKey.getPublic());
        for (LabHost machine : List.of(direwolf, machine("gpu07", Map.of()), gpu08)) {
            machines.put(machine.name(), machine);
            hosts.put(machine.name(), machine);
        }
    }

    private LabHost machine(String name, Map<Integer, Service> services) throws IOException, GeneralSecurityException {
        return LabHost.portless(plan(name, "anthonyhu", Machines.loopback(services)), threads);
    }

    private LabHost.Plan plan(String name, String user, DirectChannel.Dialler dialler)
            throws IOException, GeneralSecurityException {
        Path home = directory.directory("home-" + name);
        return new LabHost.Plan(name, KeyFiles.newKey(), dialler, new ShellCommand.Place(home, user, threads));
    }

    private String knownHosts() {
        StringBuilder lines = new StringBuilder();
        hosts.forEach((name, host) -> lines.append(KeyFiles.knownHost(
                host.port() == 0 ? name : "[127.0.0.1]:" + host.port(),
                host.hostKey().getPublic())));
        return lines.toString();
    }

    /** Ends every connection, every command with what it started, every thread, and deletes the directory. */
    @Override
    public void close() throws IOException {
        try {
            for (LabHost host : hosts.values()) {
                host.stop();
            }
        } finally {
            threads.shutdownNow();
            awaitThreads();
            Descendants.killStrays(directory.path());
            directory.close();
        }
    }

    private void awaitThreads() throws IOException {
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("threads of the lab did not end within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
