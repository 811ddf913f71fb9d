package dev.rwtui.testing;

import dev.rwtui.ssh.config.Machine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine of a few commands and names. A command or name that nobody has told it of fails the test. */
public final class FakeMachine implements Machine {

    private final Map<String, Ran> commands = new HashMap<>();
    private final Map<String, Optional<String>> names = new HashMap<>();
    private final List<InetAddress> addresses = new ArrayList<>();

    /** Every command that was run, every name that was asked for, and each look at the interfaces, in order. */
    public final List<String> calls = new ArrayList<>();

    public FakeMachine running(String command, Ran outcome) {
        commands.put(command, outcome);
        return this;
    }

    public FakeMachine exiting(String command, int status) {
        return running(command, new Ran.Exited(status));
    }

    /** @param canonical what the resolver calls it */
    public FakeMachine knowing(String name, String canonical) {
        names.put(name, Optional.of(canonical));
        return this;
    }

    public FakeMachine notKnowing(String name) {
        names.put(name, Optional.empty());
        return this;
    }

    public FakeMachine at(String address) {
        try {
            addresses.add(InetAddress.getByName(address));
            return this;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    @Override
    public Ran run(String command) {
        calls.add("run " + command);
        Ran outcome = commands.get(command);
        if (outcome == null) {
            throw new AssertionError("nobody expected the command " + command);
        }
        return outcome;
    }

    @Override
    public Optional<String> lookUp(String name) {
        calls.add("look up " + name);
        Optional<String> found = names.get(name);
        if (found == null) {
            throw new AssertionError("nobody expected the name " + name);
        }
        return found;
    }

    @Override
    public List<InetAddress> addresses() {
        calls.add("addresses");
        return addresses;
    }
}
