package dev.rwtui.ssh.config;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** What resolving a name asks of the machine beyond its files. Calls block, within limits of the machine's own. */
public interface Machine {

    /** A machine without shell, name servers and interfaces: {@code Match exec} fails, no name is known. */
    Machine NONE = new Machine() {
        @Override
        public Ran run(String command) {
            return new Ran.Failed("commands are not run here");
        }

        @Override
        public Optional<String> lookUp(String name) {
            return Optional.empty();
        }

        @Override
        public List<InetAddress> addresses() {
            return List.of();
        }
    };

    /** Runs a command of {@code Match exec}: by the user's shell, without input and output. */
    Ran run(String command);

    /**
     * Asks the system's resolver for addresses of a name, as getaddrinfo(3) does.
     *
     * @param name may end with a dot, then no search list applies
     * @return the canonical name, which is {@code name} itself where the resolver tells no other; empty where the name is
     *     not known
     */
    Optional<String> lookUp(String name);

    /** The addresses of the interfaces that are up. */
    List<InetAddress> addresses();

    /** What became of a command. */
    sealed interface Ran {

        record Exited(int status) implements Ran {}

        /**
         * It did not start, died of a signal, or took too long and was ended.
         *
         * @param why in words, without the command
         */
        record Failed(String why) implements Ran {}
    }
}
