package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rwtui.testing.Packaged;
import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code CheckHostIP} beside {@code ssh}, against the same server. The address of a loopback interface does not count for it,
 * so server and clients run in a network namespace that has another one, and a hosts file of its own.
 */
@Timeout(180)
final class CheckHostIpIT {

    private static final String ADDRESS = "192.0.2.7";

    private static final String WORLD = """
            set -e
            cd "$0"
            mount --bind hosts /etc/hosts
            ip link set lo up
            ip addr add %s/32 dev lo
            /usr/sbin/sshd -D -f sshd_config -E sshd.log & server=$!
            trap 'kill $server' EXIT
            for i in $(seq 200); do grep -q 'Server listening' sshd.log 2>/dev/null && break; sleep 0.05; done
            for case in case*; do
                set +e
                ssh -F "$case/config.ssh" far true >"$case/said.ssh" 2>&1 </dev/null; echo $? >"$case/status.ssh"
                "$1" -F "$case/config.rwtui" exec far true >"$case/said.rwtui" 2>&1 </dev/null
                echo $? >"$case/status.rwtui"
                set -e
            done
            """.formatted(ADDRESS);

    /** What is on record: the server's own key, another one, or none. */
    private enum OnRecord {
        NONE,
        OWN,
        OTHER
    }

    private record Case(String title, OnRecord host, OnRecord address, List<String> options) {

        Case(String title, OnRecord host, OnRecord address, String... options) {
            this(title, host, address, List.of(options));
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("both known", OnRecord.OWN, OnRecord.OWN, "CheckHostIP yes", "StrictHostKeyChecking yes"),
            new Case("address unknown", OnRecord.OWN, OnRecord.NONE, "CheckHostIP yes", "StrictHostKeyChecking yes"),
            new Case("not asked for", OnRecord.OWN, OnRecord.NONE, "StrictHostKeyChecking yes"),
            new Case(
                    "address differs, strict",
                    OnRecord.OWN,
                    OnRecord.OTHER,
                    "CheckHostIP yes",
                    "StrictHostKeyChecking yes"),
            new Case(
                    "address differs, lax",
                    OnRecord.OWN,
                    OnRecord.OTHER,
                    "CheckHostIP yes",
                    "StrictHostKeyChecking no"),
            new Case("address differs, not asked for", OnRecord.OWN, OnRecord.OTHER, "StrictHostKeyChecking yes"),
            new Case("new", OnRecord.NONE, OnRecord.NONE, "CheckHostIP yes", "StrictHostKeyChecking accept-new"),
            new Case(
                    "new and hashed",
                    OnRecord.NONE,
                    OnRecord.NONE,
                    "CheckHostIP yes",
                    "StrictHostKeyChecking accept-new",
                    "HashKnownHosts yes"),
            new Case(
                    "new, address known",
                    OnRecord.NONE,
                    OnRecord.OWN,
                    "CheckHostIP yes",
                    "StrictHostKeyChecking accept-new"),
            new Case("new, strict", OnRecord.NONE, OnRecord.OWN, "CheckHostIP yes", "StrictHostKeyChecking yes"),
            new Case("changed", OnRecord.OTHER, OnRecord.OWN, "CheckHostIP yes", "StrictHostKeyChecking yes"),
            new Case(
                    "named by its address",
                    OnRecord.OWN,
                    OnRecord.NONE,
                    "CheckHostIP yes",
                    "HostName " + ADDRESS,
                    "HostKeyAlias far"));

    @Test
    void rwtuiJudgesAndRecordsAsSshDoes() throws Exception {
        assumeNamespaces();
        try (SshdLab lab = SshdLab.create()) {
            Path host = lab.key("host", "ed25519", "");
            Path other = lab.key("other", "ed25519", "");
            Path world = lab.path("");
            Files.writeString(lab.path("hosts"), "127.0.0.1 localhost\n" + ADDRESS + " far\n");
            Files.writeString(
                    lab.path("sshd_config"),
                    "Port 22\nListenAddress " + ADDRESS + "\nHostKey " + host + "\nAuthorizedKeysFile "
                            + lab.path("authorized_keys")
                            + "\nPidFile none\nUsePAM no\nStrictModes no\nPermitRootLogin yes\nSetEnv HOME=" + world
                            + "\n");
            for (int i = 0; i < CASES.size(); i++) {
                for (String client : List.of("ssh", "rwtui")) {
                    write(CASES.get(i), lab, directory(lab, i), client);
                }
            }
            Process run = new ProcessBuilder(
                            "unshare", "-n", "-m", "sh", "-c", WORLD, world.toString(), Packaged.LAUNCHER.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(lab.path("log").toFile())
                    .start();
            assertThat(run.waitFor(150, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).as(Files.readString(lab.path("log"))).isZero();

            for (int i = 0; i < CASES.size(); i++) {
                compare(CASES.get(i).title(), directory(lab, i));
            }
            assertThat(other).exists();
        }
    }

    private static void assumeNamespaces() throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        assertThat(root || !"true".equals(System.getenv("CI")))
                .as("CI runs as root")
                .isTrue();
        if (!root) {
            System.err.println("SKIPPED: network namespaces need root, so CheckHostIP is not compared with ssh");
        }
        assumeTrue(root, "not root");
    }

    private static Path directory(SshdLab lab, int number) throws IOException {
        return Files.createDirectories(lab.path("case" + (char) ('a' + number)));
    }

    private static void write(Case given, SshdLab lab, Path directory, String client) throws IOException {
        Path known = directory.resolve("known." + client);
        Files.writeString(known, line("far", given.host(), lab) + line(ADDRESS, given.address(), lab));
        List<String> lines = new ArrayList<>(given.options());
        lines.add("UserKnownHostsFile " + known);
        lines.add("GlobalKnownHostsFile none");
        lines.add("IdentityFile " + lab.path("id_ed25519"));
        lines.add("IdentityAgent none");
        lines.add("BatchMode yes");
        lines.add("UpdateHostKeys no");
        Files.writeString(directory.resolve("config." + client), String.join("\n", lines) + "\n");
    }

    private static String line(String name, OnRecord record, SshdLab lab) throws IOException {
        return switch (record) {
            case NONE -> "";
            case OWN -> name + " " + Files.readString(lab.path("host.pub"));
            case OTHER -> name + " " + Files.readString(lab.path("other.pub"));
        };
    }

    private static void compare(String title, Path directory) throws Exception {
        String ssh = read(directory, "status.ssh");
        String rwtui = read(directory, "status.rwtui");
        assertThat(rwtui)
                .as("%s: ssh said %s, rwtui %s", title, read(directory, "said.ssh"), read(directory, "said.rwtui"))
                .isEqualTo(ssh);
        for (String name : List.of("far", ADDRESS)) {
            assertThat(keys(directory.resolve("known.rwtui"), name))
                    .as("%s: what is known of %s", title, name)
                    .isEqualTo(keys(directory.resolve("known.ssh"), name));
        }
    }

    private static String read(Path directory, String file) throws IOException {
        return Files.readString(directory.resolve(file)).strip();
    }

    /** As ssh-keygen finds them, without the names. */
    private static List<String> keys(Path known, String name) throws Exception {
        Process find = new ProcessBuilder("ssh-keygen", "-F", name, "-f", known.toString())
                .redirectErrorStream(true)
                .start();
        List<String> keys = find.inputReader()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ")[2])
                .toList();
        find.waitFor();
        return keys;
    }
}
