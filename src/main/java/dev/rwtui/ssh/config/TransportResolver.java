package dev.rwtui.ssh.config;

import java.time.Duration;
import java.util.Optional;

/** Makes of the lines that apply to one name how bytes get there. */
final class TransportResolver {

    /** rwtui's own default where the configuration is silent; ssh's is off. */
    private static final Duration ALIVE_INTERVAL = Duration.ofSeconds(15);

    private static final int ALIVE_COUNT = 3;

    private final ValueReader values;

    TransportResolver(Settled settled) {
        this.values = new ValueReader(settled.effective());
    }

    Transport resolve() {
        return new Transport(
                values.one("addressfamily", AddressFamily.ANY, AddressFamily::of),
                values.one("bindaddress", Optional.empty(), Optional::of),
                values.time("connecttimeout"),
                values.number("connectionattempts", 1),
                values.flag("compression", false),
                values.algorithms("kexalgorithms"),
                values.algorithms("ciphers"),
                values.algorithms("macs"),
                aliveInterval(),
                values.number("serveralivecountmax", ALIVE_COUNT));
    }

    private Value<Duration> aliveInterval() {
        Value<Optional<Duration>> time = values.time("serveraliveinterval");
        Duration interval = time.isDefault() ? ALIVE_INTERVAL : time.value().orElse(Duration.ZERO);
        return new Value<>(interval, time.origin());
    }
}
