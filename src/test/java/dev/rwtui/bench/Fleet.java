package dev.rwtui.bench;

import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hosts behind one gateway on loopback, each at an address of its own, so that no two share a session. A few servers share
 * the addresses.
 */
final class Fleet implements AutoCloseable {

    static final int HOSTS = 50;

    private static final String GATE = "fleet-gate";
    private static final String CIPHERS = "Ciphers " + Nested.CIPHER;
    private static final String LOGIN = "Accepted publickey";

    /** sshd listens on 16 sockets at most; one of them is the lab's own. */
    private static final int HOSTS_PER_SERVER = 13;

    /** With its standard limits the gateway would turn most of fifty away that come at once. */
    private static final String ROOM = "MaxStartups 200";

    private final SshdLab lab;
    private final Path config;
    private final Path alike;
    private final long quiet;

    private Fleet(SshdLab lab) throws IOException {
        this.lab = lab;
        this.config = Files.writeString(lab.path("fleet_config"), config(lab));
        this.alike =
                Files.writeString(lab.path("fleet_config_alike"), config(lab) + "  KexAlgorithms curve25519-sha256\n");
        this.quiet = running();
    }

    static Fleet start() throws IOException {
        SshdLab lab = SshdLab.create();
        try {
            lab.start(GATE, CIPHERS, ROOM, "LogLevel INFO");
            for (int first = 1; first <= HOSTS; first += HOSTS_PER_SERVER) {
                List<String> lines = new ArrayList<>(List.of(CIPHERS, ROOM, "LogLevel ERROR"));
                IntStream.range(first, Math.min(first + HOSTS_PER_SERVER, HOSTS + 1))
                        .forEach(number -> lines.add("ListenAddress " + address(number)));
                lab.start(server(first), lines.toArray(String[]::new));
            }
            Fleet fleet = new Fleet(lab);
            Started.add(fleet);
            return fleet;
        } catch (IOException | RuntimeException | Error e) {
            lab.close();
            throw e;
        }
    }

    private static String config(SshdLab lab) {
        StringBuilder text = new StringBuilder();
        text.append(host(GATE, "127.0.0.1", GATE, lab.server(GATE).port()));
        for (int number = 1; number <= HOSTS; number++) {
            String server = server(number);
            text.append(host(
                            alias(number),
                            address(number),
                            server,
                            lab.server(server).port()))
                    .append("  ProxyJump " + GATE + "\n");
        }
        return text + "Host *\n  User " + SshdLab.user() + "\n  IdentityFile " + lab.path("id_ed25519")
                + "\n  IdentitiesOnly yes\n  IdentityAgent none\n  UserKnownHostsFile " + lab.path("known_hosts")
                + "\n  GlobalKnownHostsFile /dev/null\n";
    }

    private static String host(String alias, String address, String server, int port) {
        return "Host " + alias + "\n  HostName " + address + "\n  HostKeyAlias " + server + "\n  Port " + port + "\n";
    }

    private static String alias(int number) {
        return "fleet-" + number;
    }

    private static String address(int number) {
        return "127.0.1." + number;
    }

    private static String server(int number) {
        return "fleet-server-" + (number - 1) / HOSTS_PER_SERVER;
    }

    /** For {@code -F}; each program exchanges keys as it likes best. */
    Path config() {
        return config;
    }

    /** The same with one key exchange, that of rwtui on this JDK, for both programs. */
    Path alike() {
        return alike;
    }

    /** The aliases of all hosts. */
    static List<String> aliases() {
        return IntStream.rangeClosed(1, HOSTS).mapToObj(Fleet::alias).toList();
    }

    /** How many logins the gateway has let in so far. */
    int gatewayLogins() {
        return lab.server(GATE).log().split(LOGIN, -1).length - 1;
    }

    /** Waits until the servers have ended what belonged to connections: it must not count for who comes next. */
    void awaitQuiet() {
        Waiting.until(() -> running() <= quiet);
    }

    private static long running() {
        return ProcessHandle.current().descendants().count();
    }

    @Override
    public void close() throws IOException {
        Started.ended(this);
        lab.close();
    }
}
