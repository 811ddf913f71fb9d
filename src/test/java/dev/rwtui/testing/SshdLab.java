package dev.rwtui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Real OpenSSH servers on free ports of 127.0.0.1, run by the current user, with host and user keys of their own in a
 * directory that goes with them. Logs are printed where {@link #failed()} says so.
 */
public final class SshdLab implements AutoCloseable {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Path directory;
    private final Map<String, Sshd> servers = new LinkedHashMap<>();
    private final List<Process> agents = new ArrayList<>();

    private SshdLab(Path directory) {
        this.directory = directory;
    }

    /** An empty lab with a user key. Skips the test, or fails it in CI, where OpenSSH is not installed. */
    public static SshdLab create() throws IOException {
        if (!Files.isExecutable(SSHD)) {
            assertThat(System.getenv("CI")).as("CI needs /usr/sbin/sshd").isNotEqualTo("true");
            System.err.println("SKIPPED: /usr/sbin/sshd is not installed, tests on real OpenSSH do not run");
            Assumptions.abort("/usr/sbin/sshd is not installed");
        }
        Files.createDirectories(Path.of("/tmp"));
        if ("root".equals(System.getProperty("user.name"))) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        SshdLab lab = new SshdLab(Files.createTempDirectory(Path.of("/tmp"), "sshdlab"));
        lab.key("id_ed25519", "ed25519", "");
        Files.copy(lab.path("id_ed25519.pub"), lab.path("authorized_keys"));
        Files.createFile(lab.path("known_hosts"));
        return lab;
    }

    /** Two servers, {@code gate} and {@code direwolf}, both on record in {@code known_hosts}. */
    public static SshdLab gateAndTarget() throws IOException {
        SshdLab lab = create();
        lab.start("gate");
        lab.start("direwolf");
        return lab;
    }

    public Path path(String name) {
        return directory.resolve(name);
    }

    /**
     * Makes a key pair {@code name} and {@code name.pub}.
     *
     * @param more for {@code ssh-keygen}, such as {@code -m} and a format
     */
    public Path key(String name, String type, String passphrase, String... more) throws IOException {
        Path file = path(name);
        List<String> command = new ArrayList<>(
                List.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", name, "-f", file.toString()));
        command.addAll(List.of(more));
        run(command.toArray(String[]::new));
        return file;
    }

    /**
     * Signs a user's public key with an authority's key.
     *
     * @param key its certificate goes beside it, into {@code KEY-cert.pub}
     * @param more for {@code ssh-keygen}, such as {@code -V} and how long it is valid
     */
    public Path certify(Path key, Path authority, String principal, String... more) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("ssh-keygen", "-q", "-s", authority.toString(), "-I", "lab", "-n", principal));
        command.addAll(List.of(more));
        command.add(key + ".pub");
        run(command.toArray(String[]::new));
        return Path.of(key + "-cert.pub");
    }

    /** Signs a host's public key with an authority's key; see {@link #certify}. No principals where they are empty. */
    public Path certifyHost(Path key, Path authority, String principals, String... more) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("ssh-keygen", "-q", "-h", "-s", authority.toString(), "-I", "lab host", "-z", "7"));
        command.addAll(principals.isEmpty() ? List.of() : List.of("-n", principals));
        command.addAll(List.of(more));
        command.add(key + ".pub");
        run(command.toArray(String[]::new));
        return Path.of(key + "-cert.pub");
    }

    /** Makes a key revocation list. */
    public Path revocationList(String name, String specification) throws IOException {
        Path words = Files.writeString(path(name + ".txt"), specification);
        run(
                "ssh-keygen",
                "-q",
                "-k",
                "-f",
                path(name).toString(),
                "-s",
                path("authority.pub").toString(),
                words.toString());
        return path(name);
    }

    /** Lets the user in with this key too. */
    public void authorize(Path key) throws IOException {
        Path list = path("authorized_keys");
        Files.writeString(list, Files.readString(list) + Files.readString(Path.of(key + ".pub")));
    }

    /** Starts a server whose host key is on record, with more lines for its sshd_config, which go before the lab's own. */
    public Sshd start(String name, String... lines) throws IOException {
        return start(name, Place.HERE, lines);
    }

    /** As {@link #start(String, String...)}, elsewhere. */
    public Sshd start(String name, Place place, String... lines) throws IOException {
        Sshd server = new Sshd(name, place, freePort());
        servers.put(name, server);
        key("host_" + name, "ed25519", "");
        server.configure(lines);
        server.start();
        server.record();
        return server;
    }

    /** Starts a server on which the user has another login shell, and a home of its own with that shell's files. */
    public Sshd startWithShell(String name, LoginShell shell, String... lines) throws IOException {
        Path home = Files.createDirectory(path("home_" + name));
        return start(name, shell.place(directory, name, home), lines);
    }

    public Sshd server(String name) {
        return Optional.ofNullable(servers.get(name)).orElseThrow();
    }

    /** An {@code ssh_config} with the two hosts of {@link #gateAndTarget}; {@code direwolf} is behind {@code gate}. */
    public Path sshConfig(String... forwards) throws IOException {
        return sshConfig(server("gate").port(), forwards);
    }

    /** As {@link #sshConfig(String...)}, with the gateway reached by another port (a relay's). */
    public Path sshConfig(int gatePort, String... forwards) throws IOException {
        Path file = path("ssh_config");
        String forwardLines = String.join(
                "",
                List.of(forwards).stream()
                        .map(line -> "  LocalForward " + line + "\n")
                        .toList());
        Files.writeString(
                file,
                host("gate", gatePort)
                        + host("direwolf", server("direwolf").port())
                        + "  ProxyCommand ssh -F " + file + " -W %h:%p gate\n"
                        + forwardLines);
        return file;
    }

    private String host(String name, int port) {
        return "Host " + name + "\n  HostName 127.0.0.1\n  HostKeyAlias " + name + "\n  Port " + port + "\n  User "
                + user() + "\n  IdentityFile " + path("id_ed25519") + "\n  IdentitiesOnly yes\n  IdentityAgent none\n"
                + "  UserKnownHostsFile " + path("known_hosts") + "\n  GlobalKnownHostsFile /dev/null\n";
    }

    public static String user() {
        return System.getProperty("user.name");
    }

    /** Starts an ssh-agent that holds these keys and gives its socket. */
    public Path agent(Path... keys) throws IOException {
        Path socket = path("agent" + agents.size());
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectErrorStream(true)
                .redirectOutput(path(socket.getFileName() + ".log").toFile())
                .start();
        agents.add(agent);
        Waiting.until(() -> Files.exists(socket));
        for (Path key : keys) {
            ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", key.toString());
            add.environment().put("SSH_AUTH_SOCK", socket.toString());
            finish(add);
        }
        return socket;
    }

    /** Prints every server's log. */
    public void failed() {
        servers.values().forEach(server -> System.err.println("---- sshd " + server.name + "\n" + server.log()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void run(String... command) throws IOException {
        finish(new ProcessBuilder(command));
    }

    private static void finish(ProcessBuilder command) throws IOException {
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue())
                .as("%s: %s", command.command(), words)
                .isZero();
    }

    @Override
    public void close() throws IOException {
        agents.forEach(Process::destroyForcibly);
        servers.values().forEach(Sshd::kill);
        Directories.delete(directory);
    }

    /**
     * Where a server runs.
     *
     * @param address where it listens
     * @param by a command that runs there the command that follows it, as itself
     * @param home of whoever logs in, in place of the lab's directory
     */
    public record Place(String address, List<String> by, Optional<Path> home) {

        static final Place HERE = new Place("127.0.0.1", List.of());

        public Place(String address, List<String> by) {
            this(address, by, Optional.empty());
        }

        public Place {
            by = List.copyOf(by);
        }
    }

    /** One sshd. */
    public final class Sshd {

        private final String name;
        private final Place place;
        private final int port;
        private Optional<Process> process = Optional.empty();

        private Sshd(String name, Place place, int port) {
            this.name = name;
            this.place = place;
            this.port = port;
        }

        public int port() {
            return port;
        }

        /** Of whoever logs in. */
        public Path home() {
            return place.home().orElse(directory);
        }

        public Endpoint address() {
            return new Endpoint(place.address(), port);
        }

        /** What it does from its next start on. */
        public void configure(String... lines) throws IOException {
            String own = "Port " + port + "\nListenAddress " + place.address() + "\nHostKey " + path("host_" + name)
                    + "\nAuthorizedKeysFile " + path("authorized_keys") + "\nPidFile none\nUsePAM no\nStrictModes no\n"
                    + "PermitRootLogin yes\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"
                    + "LogLevel DEBUG1\n"
                    // What the user's own shell reads at its beginning is slow, talks, and is nothing to be killed in.
                    + "SetEnv HOME=" + home() + "\n";
            // Of two the last counts with some releases of sshd.
            boolean limited = List.of(lines).stream().anyMatch(line -> line.startsWith("MaxStartups"));
            String room = limited ? "" : "MaxStartups 100\n";
            Files.writeString(path("sshd_" + name), String.join("\n", lines) + "\n" + own + room);
        }

        /** Starts it, again on the same port after {@link #kill}, and waits until it accepts. */
        public void start() throws IOException {
            List<String> command = new ArrayList<>(place.by());
            command.addAll(List.of(
                    SSHD.toString(), "-D", "-e", "-f", path("sshd_" + name).toString()));
            process = Optional.of(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(path("log_" + name).toFile()))
                    .start());
            closeStreams(process.orElseThrow());
            Waiting.until(this::accepts);
        }

        /** Its words are in a file: nothing of it is open here. */
        private static void closeStreams(Process started) throws IOException {
            started.getOutputStream().close();
            started.getInputStream().close();
            started.getErrorStream().close();
        }

        private boolean accepts() {
            assertThat(process.orElseThrow().isAlive()).as("%s", log()).isTrue();
            try (java.net.Socket socket = new java.net.Socket(place.address(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        }

        /** Writes its host key into {@code known_hosts}, by address and by name. */
        private void record() throws IOException {
            String key = Files.readString(path("host_" + name + ".pub"));
            Path known = path("known_hosts");
            Files.writeString(
                    known,
                    Files.readString(known) + "[" + place.address() + "]:" + port + " " + key + name + " " + key);
        }

        /** Ends the listener and every connection's own process, without a word to the clients. */
        public void kill() {
            process.ifPresent(running -> {
                List<ProcessHandle> all = new ArrayList<>(running.descendants().toList());
                all.add(running.toHandle());
                all.forEach(ProcessHandle::destroyForcibly);
                running.onExit().join();
            });
            process = Optional.empty();
        }

        public String log() {
            try {
                return Files.readString(path("log_" + name));
            } catch (IOException e) {
                return e.toString();
            }
        }
    }
}
