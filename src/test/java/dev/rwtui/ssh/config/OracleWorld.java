package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.fail;

import dev.rwtui.platform.DiskConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Where the questions are asked: in namespaces of the test's own, in which the user is called {@code me}, lives in a
 * directory of the test, on {@code laptop.example.org}, knows the names of {@code ssh-config/hosts}, and has no network but
 * its own interface with 10.11.12.13. Where namespaces are not permitted it is this machine as it is.
 */
final class OracleWorld implements AutoCloseable {

    /** In the world, beside 127.0.0.1 and ::1. */
    static final String ADDRESS = "10.11.12.13";

    static final String HOST_NAME = "laptop.example.org";

    private static final int PATIENCE = 10;

    private static final String SYSTEM = "/etc/ssh/";

    private static final List<List<String>> WAYS_IN = List.of(
            List.of("unshare", "-m", "-n", "-u", "--propagation", "private"),
            List.of("unshare", "-U", "-c", "--keep-caps", "-m", "-n", "-u", "--propagation", "private"));

    private static final String SETTING_UP = """
            set -e
            cd "$1"
            mount --bind hosts /etc/hosts
            mount --bind nsswitch.conf /etc/nsswitch.conf
            mount --bind passwd /etc/passwd
            mount --bind etc-ssh /etc/ssh
            echo "$2" > /proc/sys/kernel/hostname
            ip link set lo up
            ip addr add "$3/24" dev lo
            echo ready
            read -r end
            """;

    private final Places places;
    private final Optional<Process> inside;
    private final List<String> prefix;
    private final ConfigFiles files;

    private OracleWorld(Places places, Optional<Process> inside, List<String> prefix) {
        this.places = places;
        this.inside = inside;
        this.prefix = prefix;
        ConfigFiles.Surroundings here = DiskConfigFiles.ofThisMachine().surroundings();
        this.files = inside.isPresent() ? OracleFiles.ofWorld(places, here.userId()) : OracleFiles.ofMachine(here);
    }

    /** Directories that the trees of the questions are written to. */
    record Places(Path tree, Path home, Path system) {

        Path of(String name) {
            if (name.startsWith("~/")) {
                return home.resolve(name.substring(2));
            }
            return name.startsWith(SYSTEM) ? system.resolve(name.substring(SYSTEM.length())) : tree.resolve(name);
        }

        /** With the names of the directories in place of {@code @DIR@} and {@code @HOME@}. */
        String located(String text) {
            return text.replace("@DIR@", tree.toString()).replace("@HOME@", home.toString());
        }
    }

    /** @param directory for everything that it needs on the disk */
    static OracleWorld open(Path directory) {
        Places places = new Places(directory.resolve("t"), directory.resolve("home"), directory.resolve("etc-ssh"));
        try {
            furnish(directory, places);
            StringBuilder refusals = new StringBuilder();
            for (List<String> way : WAYS_IN) {
                Process process = enter(way, directory);
                if ("ready".equals(process.inputReader(StandardCharsets.UTF_8).readLine())) {
                    return new OracleWorld(places, Optional.of(process), joining(way, process.pid()));
                }
                process.waitFor(PATIENCE, TimeUnit.SECONDS);
                refusals.append(Files.readString(directory.resolve("world.err")));
            }
            return withoutNamespaces(places, refusals.toString());
        } catch (IOException e) {
            return withoutNamespaces(places, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static OracleWorld withoutNamespaces(Places places, String why) {
        if ("true".equals(System.getenv("CI"))) {
            fail("no namespaces of one's own here, and CI must not skip what needs them: " + why);
        }
        System.err.println("SKIPPED: what ssh -G looks up in default files, accounts and names, for there are no"
                + " namespaces of one's own here: " + why);
        return new OracleWorld(places, Optional.empty(), List.of());
    }

    private static void furnish(Path directory, Places places) throws IOException {
        String id = DiskConfigFiles.ofThisMachine().surroundings().userId();
        for (Path place : List.of(places.tree(), places.home(), places.system())) {
            Files.createDirectories(place);
        }
        Files.write(directory.resolve("hosts"), resource());
        Files.writeString(
                directory.resolve("nsswitch.conf"), "passwd: files\ngroup: files\nservices: files\nhosts: files\n");
        Files.writeString(
                directory.resolve("passwd"),
                "me:x:%s:%s::%s:/bin/sh\nother:x:54321:54321::/home/other:/bin/sh\n".formatted(id, id, places.home()));
    }

    private static byte[] resource() throws IOException {
        try (InputStream in = OracleWorld.class.getResourceAsStream("/ssh-config/hosts")) {
            if (in == null) {
                throw new IOException("ssh-config/hosts is missing");
            }
            return in.readAllBytes();
        }
    }

    private static Process enter(List<String> way, Path directory) throws IOException {
        List<String> command = new ArrayList<>(way);
        command.addAll(List.of("sh", "-c", SETTING_UP, "sh", directory.toString(), HOST_NAME, ADDRESS));
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("world.err").toFile())
                .start();
    }

    private static List<String> joining(List<String> way, long pid) {
        List<String> join = new ArrayList<>(List.of("nsenter", "-t", Long.toString(pid), "-m", "-n", "-u"));
        if (way.contains("-U")) {
            join.addAll(List.of("-U", "--preserve-credentials"));
        }
        return List.copyOf(join);
    }

    /** Whether accounts, names, interfaces and default files are those of the test. */
    boolean isItsOwn() {
        return inside.isPresent();
    }

    Places places() {
        return places;
    }

    /** What all questions share, and more; {@code SHELL} is not there, so commands run by {@code /bin/sh}. */
    Map<String, String> environment(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "PATH", "/usr/bin:/bin",
                "HOME", files.surroundings().home(),
                "GREETING", "hello",
                "LANG", "C"));
        more.forEach((name, value) -> all.put(name, places.located(value)));
        return all;
    }

    /** Where rwtui reads what {@code ssh} reads here. */
    Site site(OpenSsh ssh, Map<String, String> more) {
        Map<String, String> environment = environment(more);
        return new Site(OracleFiles.in(files, environment), new OracleMachine(this, environment), ssh);
    }

    /** A command of this world, without input, as {@code ssh} itself is run. */
    ProcessBuilder command(List<String> command, Map<String, String> environment) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectInput(
                ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    }

    @Override
    public void close() {
        inside.ifPresent(process -> {
            try {
                process.getOutputStream().close();
                process.waitFor(PATIENCE, TimeUnit.SECONDS);
            } catch (IOException e) {
                process.destroy();
            } catch (InterruptedException e) {
                process.destroy();
                Thread.currentThread().interrupt();
            }
        });
    }
}
