package dev.rwtui.ssh.config;

import dev.rwtui.base.Endpoint;
import java.util.List;
import java.util.Optional;

/** How a host is reached. */
public sealed interface Proxy {

    /** Dialled from here. */
    record None() implements Proxy {}

    /**
     * Through other SSH servers, outermost first: {@code ProxyJump}, or a {@code ProxyCommand} that is an {@code ssh -W}.
     *
     * @param target what the last jump is asked to dial in place of the host's own name and port, where the command
     *     names something else
     */
    record Jumps(List<Jump> jumps, Optional<Endpoint> target) implements Proxy {
        public Jumps {
            jumps = List.copyOf(jumps);
        }
    }

    /**
     * A process whose standard input and output carry the connection.
     *
     * @param line for {@code /bin/sh -c}, tokens expanded
     */
    record Command(String line) implements Proxy {}

    /**
     * One server to jump through.
     *
     * @param name looked up in the configuration like a host that a user typed
     * @param overrides what the jump itself says: user, port, {@code -o} options
     * @param configuration the files that {@code name} is looked up in
     */
    record Jump(String name, Overrides overrides, Configuration configuration) {}

    /** Which files a jump's name is looked up in. */
    sealed interface Configuration {
        /** Those of the host that jumps ({@code ProxyJump} passes {@code -F} on). */
        record Same() implements Configuration {}

        /** The user's and the system's default files: {@code ssh} inside a {@code ProxyCommand}. */
        record Standard() implements Configuration {}

        /** {@code -F file} inside a {@code ProxyCommand}; {@code none} means no file at all. */
        record File(String path) implements Configuration {}
    }
}
