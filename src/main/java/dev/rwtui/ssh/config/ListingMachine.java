package dev.rwtui.ssh.config;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What a list may ask of a machine: neither commands nor names, and the interfaces once for all of its hosts. Safe for use
 * by several threads.
 */
final class ListingMachine implements Machine {

    private final Machine machine;

    @GuardedBy("this")
    private Optional<List<InetAddress>> addresses = Optional.empty();

    ListingMachine(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Ran run(String command) {
        throw new IllegalStateException("a list runs no command");
    }

    @Override
    public Optional<String> lookUp(String name) {
        throw new IllegalStateException("a list asks for no name");
    }

    @Override
    public synchronized List<InetAddress> addresses() {
        if (addresses.isEmpty()) {
            addresses = Optional.of(machine.addresses());
        }
        return addresses.get();
    }
}
