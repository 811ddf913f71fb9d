package dev.rwtui.testing;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.AddressFamily;
import dev.rwtui.ssh.config.AlgorithmList;
import dev.rwtui.ssh.config.ConfigurationException;
import dev.rwtui.ssh.config.HostKeyChecking;
import dev.rwtui.ssh.config.HostKeySettings;
import dev.rwtui.ssh.config.Login;
import dev.rwtui.ssh.config.Origin;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.Proxy;
import dev.rwtui.ssh.config.RemoteEnvironment;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.config.SessionSettings;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.config.Transport;
import dev.rwtui.ssh.config.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
                value(new Proxy.None()),
                List.of(),
                List.of(),
                login(),
                hostKeys(),
                transport(),
                session());
    }

    /** What a configuration of these lines says of a name. */
    public static ResolvedHost configured(String name, String... lines) {
        try {
            return SshConfig.read(
                            MemoryConfigFiles.of(String.join("\n", lines) + "\n"), Optional.empty(), Overrides.NONE)
                    .resolve(new HostAlias(name), Overrides.NONE);
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static SessionSettings session() {
        return new SessionSettings(
                new RemoteEnvironment(List.of(), Map.of()),
                new SessionSettings.ForwardedAgent.No(),
                SessionSettings.RequestTty.AUTO,
                SessionSettings.SessionType.DEFAULT,
                Optional.empty(),
                OptionalInt.of('~'));
    }

    private static Login login() {
        return new Login(
                value(List.of()),
                value(List.of()),
                value(false),
                value(Optional.empty()),
                value(AlgorithmList.silent()),
                value(List.of(Login.PUBLIC_KEY, Login.KEYBOARD_INTERACTIVE, Login.PASSWORD)),
                value(3),
                value(false));
    }

    private static HostKeySettings hostKeys() {
        return new HostKeySettings(
                value(List.of()),
                value(List.of()),
                value(HostKeyChecking.ASK),
                value(Optional.empty()),
                value(false),
                value(false),
                value(Optional.empty()),
                value(AlgorithmList.silent()));
    }

    private static Transport transport() {
        return new Transport(
                value(AddressFamily.ANY),
                value(Optional.empty()),
                value(Optional.empty()),
                value(1),
                value(false),
                value(AlgorithmList.silent()),
                value(AlgorithmList.silent()),
                value(AlgorithmList.silent()),
                value(Duration.ofSeconds(15)),
                value(3));
    }

    private static <T> Value<T> value(T value) {
        return new Value<>(value, new Origin.Default());
    }
}
