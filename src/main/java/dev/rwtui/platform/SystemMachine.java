package dev.rwtui.platform;

import dev.rwtui.ssh.config.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The machine that this process runs on, as {@code ssh} would see it. */
public final class SystemMachine implements Machine {

    /**
     * A shell that waits for the user's and says in a word of its own, on its standard error, where that died of a signal:
     * {@link Process} takes such a death for an exit. It keeps silent about SIGINT. SIGPIPE is ignored, as below ssh.
     */
    private static final String WATCHED =
            "[ -z \"${BASH_VERSION-}\" ] || set +o posix; trap '' PIPE; (exec \"$0\" -c \"$1\" 2>/dev/null); exit $?";

    private final Tools tools;
    private final Limits limits;
    private final Executor blocking;

    /**
     * Programs.
     *
     * @param shell what {@code SHELL} says
     * @param getent by its name or path
     */
    record Tools(String shell, String getent) {}

    /**
     * How long is waited.
     *
     * @param command for a command of {@code Match exec}; ssh waits for ever
     * @param name for a name server
     */
    record Limits(Duration command, Duration name) {
        static final Limits STANDARD = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(5));
    }

    SystemMachine(Tools tools, Limits limits, Executor blocking) {
        this.tools = tools;
        this.limits = limits;
        this.blocking = blocking;
    }

    /**
     * With the shell that the environment names.
     *
     * @param blocking for the Java way to look names up, which cannot be cancelled
     */
    public static SystemMachine ofThisProcess(Executor blocking) {
        String shell = Optional.ofNullable(System.getenv("SHELL")).orElse("/bin/sh");
        return new SystemMachine(new Tools(shell, "getent"), Limits.STANDARD, blocking);
    }

    @Override
    public Ran run(String command) {
        Optional<Path> shell = executable(tools.shell());
        if (shell.isEmpty()) {
            return new Ran.Failed("Shell \"" + tools.shell() + "\" is not executable");
        }
        try {
            Process process = new ProcessBuilder(
                            "/bin/sh", "-c", WATCHED, shell.get().toString(), command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!Said.ends(process, limits.command())) {
                return new Ran.Failed("did not end within " + limits.command().toSeconds() + " s");
            }
            return process.getErrorStream().read() < 0
                    ? new Ran.Exited(process.exitValue())
                    : new Ran.Failed("exited abnormally");
        } catch (IOException e) {
            return new Ran.Failed(String.valueOf(e.getMessage()));
        }
    }

    /** As execv(3) takes it: not looked for in PATH. */
    private static Optional<Path> executable(String program) {
        try {
            return Optional.of(Path.of(program).toAbsolutePath())
                    .filter(Files::isRegularFile)
                    .filter(Files::isExecutable);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> lookUp(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Said.by(limits.name(), tools.getent(), "ahosts", "--", name).map(said -> canonical(said, name));
        } catch (IOException e) {
            return lookUpByJava(name);
        }
    }

    /** The third column of the first line, which may be missing: address, kind of socket, canonical name. */
    private static String canonical(String said, String name) {
        String[] columns = said.lines().findFirst().orElse("").strip().split(" +", 3);
        return columns.length == 3 ? columns[2] : name;
    }

    /** Where there is no getent: a Mac. Java does not tell canonical names. */
    private Optional<String> lookUpByJava(String name) {
        try {
            CompletableFuture<Boolean> known = CompletableFuture.supplyAsync(() -> isKnown(name), blocking);
            return known.get(limits.name().toNanos(), TimeUnit.NANOSECONDS) ? Optional.of(name) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static boolean isKnown(String name) {
        try {
            return InetAddress.getAllByName(name).length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public List<InetAddress> addresses() {
        List<InetAddress> addresses = new ArrayList<>();
        try {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (each.isUp()) {
                    addresses.addAll(Collections.list(each.getInetAddresses()));
                }
            }
        } catch (SocketException e) {
            // There is none, or none that can be seen.
            return List.of();
        }
        return List.copyOf(addresses);
    }
}
