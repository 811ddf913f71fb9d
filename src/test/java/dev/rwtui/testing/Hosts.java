package dev.rwtui.testing;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.HostKeyChecking;
import dev.rwtui.ssh.config.Origin;
import dev.rwtui.ssh.config.Proxy;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.config.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Resolved hosts without a configuration file. */
public final class Hosts {

    private Hosts() {}

    /** A host whose host name is its alias, with every value at its default and no identity. */
    public static ResolvedHost named(String name) {
        return new ResolvedHost(
                new HostAlias(name),
                value(name),
                value(22),
                value("user"),
                value(List.of()),
                value(false),
                value(Optional.empty()),
                value(new Proxy.None()),
                List.of(),
                List.of(),
                value(List.of()),
                value(List.of()),
                value(HostKeyChecking.ASK),
                value(Optional.empty()),
                value(Duration.ofSeconds(15)),
                value(3),
                value(Optional.empty()),
                value(false));
    }

    private static <T> Value<T> value(T value) {
        return new Value<>(value, new Origin.Default());
    }
}
