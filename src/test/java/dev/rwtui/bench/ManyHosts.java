package dev.rwtui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A configuration as large as a computing centre's: {@link #HOSTS} hosts in {@link #FILES} included files, most of them
 * behind one of a few gateways, with wildcard and {@code Match} blocks and defaults at the end.
 */
final class ManyHosts {

    static final int HOSTS = 5_000;
    static final int FILES = 200;

    /** A host in the middle of it, behind a gateway. */
    static final String ONE = "node-100-12";

    private static final int HOSTS_PER_FILE = HOSTS / FILES;
    private static final int GATEWAYS = 4;

    private ManyHosts() {}

    /** Writes the files into an empty directory; the one for {@code -F}. */
    static Path write(Path directory) throws IOException {
        Path parts = Files.createDirectory(directory.resolve("config.d"));
        for (int rack = 0; rack < FILES; rack++) {
            write(parts.resolve(String.format("%03d.conf", rack)), rack(rack));
        }
        return write(directory.resolve("config"), main(parts));
    }

    private static Path write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        // ssh reads no included file that a group may write, whatever the umask here is.
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static String main(Path parts) {
        return """
                # The centre's hosts, a file for each rack
                Include %s/*.conf

                Host node-1*-? node-1*-1?
                  ServerAliveInterval 20

                Host *.login.example.org !old.login.example.org
                  ForwardAgent no
                  IdentitiesOnly yes

                Host gate-?
                  ControlMaster auto
                  ControlPath ~/.ssh/control-%%C

                Match host 10.1.* user alice
                  Compression yes

                Match originalhost node-199-* localuser nobody
                  ConnectTimeout 5

                Host *
                  ServerAliveInterval 30
                  ServerAliveCountMax 4
                  ConnectTimeout 20
                  HashKnownHosts yes
                  StrictHostKeyChecking ask
                """.formatted(parts);
    }

    private static String rack(int rack) {
        StringBuilder text = new StringBuilder("# Rack " + rack + ", last changed by the inventory\n\n");
        for (int slot = 0; slot < HOSTS_PER_FILE; slot++) {
            text.append(rack < GATEWAYS && slot == 0 ? gateway(rack) : machine(rack, slot));
        }
        return text.toString();
    }

    private static String gateway(int number) {
        return """
                # The way in, number %1$d
                Host gate-%1$d
                  HostName gate-%1$d.login.example.org
                  User alice
                  Port 22
                  IdentityFile ~/.ssh/id_gate

                """.formatted(number);
    }

    private static String machine(int rack, int slot) {
        return """
                # 8 GPUs, rack %1$d, slot %2$d
                Host node-%1$d-%2$d
                  HostName 10.%3$d.%1$d.%2$d
                  User alice
                  Port %4$d
                  IdentityFile ~/.ssh/id_centre
                """.formatted(rack, slot, slot % 3, slot % 7 == 0 ? 2222 : 22)
                + (slot % 10 == 0 ? "" : "  ProxyJump gate-" + slot % GATEWAYS + "\n")
                + (slot % 5 == 1 ? "  LocalForward " + (20_000 + rack * 25 + slot) + " 127.0.0.1:6006\n" : "")
                + "\n";
    }
}
