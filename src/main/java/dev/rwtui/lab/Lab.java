package dev.rwtui.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;

/**
 * A small world to connect to, in this process: the gateway {@code cued} on a free port of 127.0.0.1, and behind it
 * machines without any port, which the gateway hands its direct-tcpip channels in memory. Nobody else can reach them, and
 * the lab connects to nothing, nor asks for any name.
 *
 * <ul>
 *   <li>{@code cued}, user {@code ah2029}: reaches port 22 of the machines, and nothing else.
 *   <li>{@code direwolf}, user {@code anthonyhu}: a TensorBoard page on 6006, a Jupyter page on 8888; for tests echo on 7
 *       (RFC 862), discard on 9 (RFC 863) and endless bytes on 19 (RFC 864); every other port is refused.
 *   <li>{@code gpu07} refuses every key.
 *   <li>{@code gpu08}, user {@code anthonyhu}: nothing listens on 6006; 7007 accepts and never says a byte.
 *   <li>{@code gpu09}, user {@code anthonyhu}: nothing listens.
 * </ul>
 *
 * <p>In the homes of direwolf and gpu08 lie python environments. {@link #makeRepositories()} adds repositories.
 *
 * <p>Commands run in {@code sh} as the user of this process, with an environment of PATH, HOME and USER alone, at home in
 * the lab's directory. Terminals and remote forwards are refused.
 */
public final class Lab implements AutoCloseable {

    private final LabDirectory directory;
    private final Crew crew;
    private final LabHosts hosts;
    private final LocalPorts ports;
    private final Path keyFile;
    private final Path knownHostsFile;
    private final String configText;
    private final Path configFile;
    private final Clones clones;

    private Lab(LabDirectory directory, Crew crew, LabHosts hosts, LocalPorts ports)
            throws IOException, GeneralSecurityException {
        this.directory = directory;
        this.crew = crew;
        this.hosts = hosts;
        this.ports = ports;
        KeyPair key = KeyFiles.newKey();
        hosts.start(key.getPublic());
        keyFile = directory.write("id_ecdsa", KeyFiles.privateKey(key));
        knownHostsFile = directory.write("known_hosts", hosts.knownHosts());
        configText = ConfigFile.text(new ConfigFile.Blanks(gateway().port(), ports, keyFile, knownHostsFile));
        configFile = directory.write("config", configText);
        clones = new Clones(directory.path());
        new Belongings(directory.path()).furnish();
    }

    /**
     * Starts all of it.
     *
     * @throws IOException where a file or the gateway's port could not be had; nothing is left behind then
     */
    public static Lab start(LabOptions options) throws IOException {
        Silence.keep();
        LabDirectory directory = LabDirectory.create();
        Crew crew = Crew.hiredFrom(options.threads());
        LabHosts hosts = new LabHosts(directory, crew);
        try {
            return new Lab(directory, crew, hosts, LocalPorts.find(options.localPorts()));
        } catch (IOException | GeneralSecurityException e) {
            close(directory, crew, hosts);
            throw new IOException("the lab could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * Deletes what labs of killed processes have left, and ends the commands that they have left running.
     *
     * @throws IOException where the directory for temporary files cannot be read
     */
    public static void deleteStale() throws IOException {
        LabDirectory.deleteStale(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** {@code cued}. */
    public LabHost gateway() {
        return host("cued");
    }

    /** A host by its name: {@code cued}, {@code direwolf}, {@code gpu07}, {@code gpu08} or {@code gpu09}. */
    public LabHost host(String name) {
        return hosts.named(name);
    }

    /** The ssh_config that leads to the hosts. Its {@code ssh -W} names no file: whoever runs it must give it this one. */
    public String configText() {
        return configText;
    }

    /** A file with {@link #configText()}. */
    public Path configFile() {
        return configFile;
    }

    /** The private key that all hosts but gpu07 let in; ECDSA, without passphrase. */
    public Path keyFile() {
        return keyFile;
    }

    /** Names the hosts' keys as they were at the start. */
    public Path knownHostsFile() {
        return knownHostsFile;
    }

    /** The lab's own directory; it and all below it goes when the lab is closed. */
    public Path directory() {
        return directory.path();
    }

    /** Where the repository of whoever sits at this keyboard is, once it has been made. */
    public Path checkout() {
        return clones.checkout();
    }

    /**
     * Makes an origin, and clones of it at {@code ~/code/vision}, with this machine's git. It takes part of a second, and
     * is not waited for; {@link #checkout()}, which knows where they are, comes last.
     *
     * <ul>
     *   <li>direwolf: the files of the newest commit over the commit before, and one file that exists nowhere else.
     *   <li>gpu08: the newest commit and one more that nobody else has.
     *   <li>gpu09: the same code.
     *   <li>cued: nothing; a clone is expected there.
     * </ul>
     */
    public void makeRepositories() {
        crew.workers().execute(() -> {
            try {
                clones.make();
            } catch (IOException e) {
                // The disk is full, or the like: the lab does without, and whoever looks for them is told by git.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** What differs from what somebody would expect, in sentences: local ports that were taken. */
    public List<String> notes() {
        return ports.notes();
    }

    /**
     * Ends every connection, every command with what it started, and every thread, and deletes the directory. Closing
     * again does nothing.
     *
     * @throws IOException where something would not end, or not be deleted; all the rest is gone then
     */
    @Override
    public void close() throws IOException {
        close(directory, crew, hosts);
    }

    private static void close(LabDirectory directory, Crew crew, LabHosts hosts) throws IOException {
        try (directory) {
            try (crew) {
                end(directory, crew, hosts);
            } finally {
                // A thread that was on its way may have started one more, and what is killed still writes a moment.
                Descendants.killStrays(directory.path());
            }
        }
    }

    private static void end(LabDirectory directory, Crew crew, LabHosts hosts) throws IOException {
        try {
            hosts.stop();
        } finally {
            crew.dismiss();
            Descendants.killStrays(directory.path());
        }
    }
}
