package dev.rwtui.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The password database, services(5) and the host's name. Users are looked up with {@code getent}, which also asks the
 * directory services of a university; where that is missing, in the file.
 */
public final class SystemTables {

    private static final Duration GETENT = Duration.ofSeconds(5);

    private final Path passwd;
    private final Path groups;
    private final Path services;

    /**
     * Reads other files than the system's, for tests.
     *
     * @param passwd in the form of passwd(5), with a {@code group} in the form of group(5) beside it
     * @param services in the form of services(5)
     */
    public SystemTables(Path passwd, Path services) {
        this.passwd = passwd;
        this.groups = passwd.resolveSibling("group");
        this.services = services;
    }

    static SystemTables ofThisMachine() {
        return new SystemTables(Path.of("/etc/passwd"), Path.of("/etc/services"));
    }

    /** A user of this machine. */
    record Account(String name, String id, String home) {}

    /** Who runs this process, by its user id; Java's own idea of the user where the database does not say. */
    Account me() {
        String id = ownId();
        Optional<List<String>> fields = user(id, 2);
        return fields.isPresent()
                ? account(fields.get())
                : new Account(System.getProperty("user.name"), id, System.getProperty("user.home"));
    }

    Optional<String> homeOf(String user) {
        return user(user, 0).map(fields -> account(fields).home());
    }

    /**
     * Whether a group is the private one of a user: it has a member, and nobody but them.
     *
     * @param owner the id of who owns the file that the group may write: the user, or root
     */
    boolean isAloneIn(String group, String user, String owner) {
        List<String> primary = rows(passwd, 7)
                .filter(row -> row.get(3).equals(group))
                .map(row -> row.get(2))
                .toList();
        List<String> added = rows(groups, 4)
                .filter(row -> row.get(2).equals(group))
                .flatMap(row -> Stream.of(row.get(3).split(",")))
                .filter(name -> !name.isEmpty())
                .toList();
        boolean known = rows(groups, 4).anyMatch(row -> row.get(2).equals(group));
        Optional<String> name = user(owner, 2).map(fields -> account(fields).name());
        return known
                && name.isPresent()
                && primary.stream().allMatch(user::equals)
                && (added.isEmpty() || added.equals(List.of(name.get())))
                && !(primary.isEmpty() && added.isEmpty());
    }

    private static Stream<List<String>> rows(Path file, int columns) {
        return lines(file).stream().map(line -> List.of(line.split(":", -1))).filter(row -> row.size() >= columns);
    }

    Optional<Integer> service(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return lines(services).stream()
                .map(line -> List.of(line.replaceFirst("#.*", "").trim().split("\\s+")))
                .filter(fields -> fields.size() > 1 && fields.get(1).endsWith("/tcp"))
                .filter(fields -> fields.indexOf(name) == 0 || fields.lastIndexOf(name) > 1)
                .map(fields -> Integer.valueOf(fields.get(1).replace("/tcp", "")))
                .findFirst();
    }

    /** As uname(2) says it, without asking the network where the kernel tells. */
    String hostName() {
        List<String> kernel = lines(Path.of("/proc/sys/kernel/hostname"));
        if (!kernel.isEmpty()) {
            return kernel.get(0);
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static String ownId() {
        try {
            return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return homeOwner();
        }
    }

    /** Without {@code /proc}, as on a Mac. */
    private static String homeOwner() {
        try {
            return String.valueOf(Files.getAttribute(Path.of(System.getProperty("user.home")), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "";
        }
    }

    private static Account account(List<String> fields) {
        return new Account(fields.get(0), fields.get(2), fields.get(5));
    }

    private Optional<List<String>> user(String wanted, int field) {
        for (String line : lines(passwd)) {
            List<String> fields = List.of(line.split(":", -1));
            if (fields.size() > 5 && fields.get(field).equals(wanted)) {
                return Optional.of(fields);
            }
        }
        return getent(wanted);
    }

    /** Empty where the file cannot be read. Without streams: every command that reads a configuration comes by here first. */
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }

    private Optional<List<String>> getent(String key) {
        if (!passwd.equals(Path.of("/etc/passwd")) || key.isEmpty() || key.startsWith("-")) {
            return Optional.empty();
        }
        try {
            return Said.by(GETENT, "getent", "passwd", key)
                    .map(answer -> List.of(answer.strip().split(":", -1)))
                    .filter(fields -> fields.size() > 5);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
