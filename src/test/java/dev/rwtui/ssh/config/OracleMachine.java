package dev.rwtui.ssh.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What {@link Machine} is in an {@link OracleWorld}: its shell, and the names and addresses that it was set up with. */
final class OracleMachine implements Machine {

    private static final int PATIENCE = 20;

    private static final int SIGNAL = 128;

    private final OracleWorld world;
    private final Map<String, String> environment;

    OracleMachine(OracleWorld world, Map<String, String> environment) {
        this.world = world;
        this.environment = environment;
    }

    @Override
    public Ran run(String command) {
        try {
            Process process = world.command(List.of("/bin/sh", "-c", command), environment)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Ran.Failed("took longer than " + PATIENCE + " s");
            }
            // That high is a signal to Java, and no case exits with one of these itself.
            return process.exitValue() > SIGNAL
                    ? new Ran.Failed("exited abnormally")
                    : new Ran.Exited(process.exitValue());
        } catch (IOException e) {
            return new Ran.Failed(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ran.Failed("interrupted");
        }
    }

    @Override
    public Optional<String> lookUp(String name) {
        return hosts().map(line -> List.of(line.trim().split("\\s+")))
                .filter(fields -> fields.stream().skip(1).anyMatch(name::equalsIgnoreCase))
                .map(fields -> fields.get(1))
                .findFirst();
    }

    private static Stream<String> hosts() {
        try (var in = OracleMachine.class.getResourceAsStream("/ssh-config/hosts")) {
            if (in == null) {
                throw new AssertionError("ssh-config/hosts is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n")).filter(line -> !line.startsWith("#") && !line.isBlank());
        } catch (IOException e) {
            throw new AssertionError("ssh-config/hosts cannot be read", e);
        }
    }

    @Override
    public List<InetAddress> addresses() {
        try {
            if (world.isItsOwn()) {
                List<InetAddress> addresses = new ArrayList<>();
                for (String address : List.of("127.0.0.1", "::1", OracleWorld.ADDRESS)) {
                    addresses.addAll(Arrays.asList(InetAddress.getAllByName(address)));
                }
                return addresses;
            }
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .filter(OracleMachine::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("no interfaces", e);
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException e) {
            return false;
        }
    }
}
