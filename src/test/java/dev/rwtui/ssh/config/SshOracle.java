package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.fail;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.platform.SystemTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** Asks the machine's own {@code ssh -G} and rwtui the same question, and tells where the answers differ. */
final class SshOracle {

    private static final Path SSH = Path.of("/usr/bin/ssh");

    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/bin:/bin", "HOME", "/nonexistent", "GREETING", "hello", "LANG", "C");

    private final Path directory;
    private final ConfigFiles files;

    /** @param directory where trees of files are written */
    SshOracle(Path directory) {
        this.directory = directory;
        this.files = thisMachine();
    }

    /** Skips the caller where there is no ssh; in CI that is a failure. */
    static void required() {
        if (Files.isExecutable(SSH)) {
            return;
        }
        if ("true".equals(System.getenv("CI"))) {
            fail(SSH + " is missing, and CI must not skip the comparison with it");
        }
        System.err.println("SKIPPED: " + SSH + " is missing, so nothing is compared with ssh -G");
        Assumptions.abort(SSH + " is missing");
    }

    private static ConfigFiles thisMachine() {
        ConfigFiles.Surroundings here = DiskConfigFiles.ofThisMachine().surroundings();
        ConfigFiles.Surroundings tamed = new ConfigFiles.Surroundings(
                here.userFile(),
                here.systemFile(),
                here.user(),
                here.userId(),
                here.home(),
                here.hostName(),
                name -> Optional.ofNullable(ENVIRONMENT.get(name)));
        return new DiskConfigFiles(tamed, new SystemTables(Path.of("/etc/passwd"), Path.of("/etc/services")));
    }

    /** Files by name, {@code @DIR@} standing for their directory; {@code config} is the one that is asked. */
    record Tree(Map<String, String> texts) {

        static Tree of(String config) {
            return new Tree(Map.of("config", config));
        }

        Tree with(String name, String text) {
            Map<String, String> more = new TreeMap<>(texts);
            more.put(name, text);
            return new Tree(more);
        }
    }

    record Question(Tree tree, String name, List<String> options) {}

    /** What differs, one line each; empty where nothing does. */
    List<String> differences(Question question) {
        Path config = write(question.tree());
        Answer theirs = ask(config, question);
        Answer ours = resolve(config, question);
        if (theirs.refused() || ours.refused()) {
            return theirs.refused() == ours.refused()
                    ? List.of()
                    : List.of("ssh " + verdict(theirs) + ", rwtui " + verdict(ours));
        }
        List<String> differences = new ArrayList<>();
        ours.values().forEach((keyword, mine) -> {
            List<String> expected = theirs.values().getOrDefault(keyword, List.of());
            if (!mine.equals(expected)) {
                differences.add(keyword + ": ssh " + expected + ", rwtui " + mine);
            }
        });
        return differences;
    }

    private static String verdict(Answer answer) {
        return answer.refused() ? "refuses (" + answer.complaint().strip() + ")" : "accepts";
    }

    /** @param values by keyword; empty where it was refused */
    private record Answer(Map<String, List<String>> values, String complaint) {
        boolean refused() {
            return values.isEmpty();
        }
    }

    private Path write(Tree tree) {
        try {
            tree.texts().forEach((name, text) -> {
                Path file = directory.resolve(name);
                try {
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, text.replace("@DIR@", directory.toString()), StandardCharsets.ISO_8859_1);
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return directory.resolve("config");
        } catch (UncheckedIOException e) {
            throw new AssertionError("the test cannot write its files", e);
        }
    }

    private Answer ask(Path config, Question question) {
        List<String> command = new ArrayList<>(List.of(SSH.toString(), "-G", "-F", config.toString()));
        question.options().forEach(option -> command.addAll(List.of("-o", option)));
        command.add(question.name());
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().clear();
            builder.environment().putAll(ENVIRONMENT);
            Path errors = directory.resolve("stderr");
            builder.redirectInput(
                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.redirectError(errors.toFile());
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("ssh -G hangs: " + command);
            }
            Map<String, List<String>> values = process.exitValue() == 0 ? normal(output) : Map.of();
            return new Answer(values, Files.readString(errors, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError("ssh -G does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** ssh's own output, in the shape of {@link #shown}. */
    private Map<String, List<String>> normal(String output) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        output.lines().forEach(line -> {
            int blank = line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ');
            String rest = line.substring(Math.min(line.length(), blank + 1));
            values.computeIfAbsent(line.substring(0, blank), key -> new ArrayList<>())
                    .add(rest);
        });
        values.computeIfPresent(
                "identityfile",
                (key, paths) -> paths.stream()
                        .filter(path -> !path.equalsIgnoreCase("none"))
                        .map(path ->
                                path.startsWith("~/") ? files.surroundings().home() + path.substring(1) : path)
                        .toList());
        values.computeIfPresent(
                "identityagent",
                (key, agents) -> agents.stream()
                        .filter(agent -> !agent.equals("SSH_AUTH_SOCK"))
                        .toList());
        values.computeIfPresent("connecttimeout", (key, times) -> times.equals(List.of("0")) ? List.of("none") : times);
        if (List.of("yes").equals(values.get("batchmode"))) {
            // Debian's default in batch mode; rwtui has a default of its own.
            values.computeIfPresent(
                    "serveraliveinterval", (key, times) -> times.equals(List.of("300")) ? List.of("0") : times);
        }
        values.computeIfPresent("proxyjump", (key, chains) -> List.of(chain(chains.get(0))));
        List<String> paths = values.getOrDefault("localforward", List.of()).stream()
                .filter(forward -> !isTcp(forward))
                .toList();
        values.put("unix", List.of(String.valueOf(paths.size())));
        values.computeIfPresent(
                "localforward",
                (key, all) -> all.stream()
                        .filter(SshOracle::isTcp)
                        .map(forward -> forward.replaceFirst("^\\[]:", "[*]:"))
                        .toList());
        return values;
    }

    private String chain(String text) {
        return JumpSpec.chain(text, files::service).or(List.of()).stream()
                .map(jump -> jump.user().map(user -> user + "@").orElse("")
                        + jump.host()
                        + jump.port().map(port -> ":" + port).orElse(""))
                .collect(Collectors.joining(","));
    }

    private static boolean isTcp(String forward) {
        String[] ends = forward.split(" ");
        return ends.length == 2 && ends[0].matches("(.*\\]:)?[0-9]+") && ends[1].matches("\\[.+\\]:[0-9]+");
    }

    private Answer resolve(Path config, Question question) {
        SshConfig read = SshConfig.read(files, Optional.of(config.toString()), new Overrides(question.options()));
        try {
            return new Answer(shown(read.resolve(new HostAlias(question.name()), Overrides.NONE)), "");
        } catch (ConfigurationException e) {
            return new Answer(Map.of(), e.problems().toString());
        }
    }

    private static Map<String, List<String>> shown(ResolvedHost host) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("hostname", List.of(host.hostName().value()));
        values.put("port", List.of(host.port().value().toString()));
        values.put("user", List.of(host.user().value()));
        values.put("identityfile", host.identityFiles().value());
        values.put("identitiesonly", List.of(yesNo(host.identitiesOnly().value())));
        values.put("identityagent", agent(host.identityAgent()));
        values.put(
                "userknownhostsfile", List.of(oneLine(host.userKnownHostsFiles().value())));
        values.put(
                "globalknownhostsfile",
                List.of(oneLine(host.globalKnownHostsFiles().value())));
        values.put(
                "stricthostkeychecking",
                List.of(strict(host.strictHostKeyChecking().value())));
        values.put("hostkeyalias", host.hostKeyAlias().value().stream().toList());
        if (!host.serverAliveInterval().isDefault()) {
            values.put(
                    "serveraliveinterval",
                    List.of(Long.toString(host.serverAliveInterval().value().toSeconds())));
        }
        values.put(
                "serveralivecountmax",
                List.of(host.serverAliveCountMax().value().toString()));
        values.put(
                "connecttimeout",
                List.of(host.connectTimeout()
                        .value()
                        .map(Duration::toSeconds)
                        .map(String::valueOf)
                        .orElse("none")));
        values.put("batchmode", List.of(yesNo(host.batchMode().value())));
        values.put(
                "localforward",
                host.localForwards().stream()
                        .map(forward -> shown(forward.value()))
                        .toList());
        values.put("unix", List.of(String.valueOf(host.unsupportedForwards().size())));
        values.putAll(proxy(host));
        return values;
    }

    private static List<String> agent(Value<Optional<String>> agent) {
        return agent.isDefault() ? List.of() : List.of(agent.value().orElse("none"));
    }

    private static String oneLine(List<String> files) {
        return files.isEmpty() ? "none" : String.join(" ", files);
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }

    private static String strict(HostKeyChecking checking) {
        return switch (checking) {
            case YES -> "true";
            case NO -> "false";
            case ASK, ACCEPT_NEW -> checking.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private static String shown(LocalForward forward) {
        Endpoint target = forward.target();
        String bind = forward.bindAddress().map(address -> "[" + address + "]:").orElse("");
        return bind + forward.port() + " [" + target.host() + "]:" + target.port();
    }

    /** A command is compared by its presence alone: ssh prints it before tokens are expanded. */
    private static Map<String, List<String>> proxy(ResolvedHost host) {
        Proxy proxy = host.proxy().value();
        if (proxy instanceof Proxy.Jumps jumps
                && jumps.jumps().get(0).configuration() instanceof Proxy.Configuration.Same) {
            return Map.of(
                    "proxyjump",
                    List.of(jumps.jumps().stream().map(SshOracle::shown).collect(Collectors.joining(","))));
        }
        return proxy instanceof Proxy.None ? Map.of("proxyjump", List.of(), "proxycommand", List.of()) : Map.of();
    }

    private static String shown(Proxy.Jump jump) {
        List<String> options = jump.overrides().options();
        String user = options.stream()
                .filter(option -> option.startsWith("User="))
                .map(option -> option.substring(6, option.length() - 1) + "@")
                .findFirst()
                .orElse("");
        String port = options.stream()
                .filter(option -> option.startsWith("Port="))
                .map(option -> ":" + option.substring(5))
                .findFirst()
                .orElse("");
        return user + jump.name() + port;
    }
}
