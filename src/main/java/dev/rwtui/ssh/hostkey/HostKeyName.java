package dev.rwtui.ssh.hostkey;

import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.config.NumericAddress;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name a host's keys are recorded under.
 *
 * @param recorded {@code host}, or {@code [host]:port} where the port is not 22
 * @param bare without the port
 */
public record HostKeyName(String recorded, String bare) {

    private static final int SSH_PORT = 22;

    /** Nothing that is a pattern, a list, a mark, a hash or the end of a field in known_hosts. */
    private static final Pattern PLAIN = Pattern.compile("[^\\s\\p{Cntrl},*?!|#@]+");

    /** {@code HostKeyAlias} of ssh_config(5) stands in place of name and port. */
    public static HostKeyName of(Endpoint address, Optional<String> alias) {
        String host = alias.orElse(address.host()).toLowerCase(Locale.ROOT);
        boolean plain = alias.isPresent() || address.port() == SSH_PORT;
        return new HostKeyName(plain ? host : "[" + host + "]:" + address.port(), host);
    }

    /** Of an address that a name led to: {@code CheckHostIP} of ssh_config(5). Without its port it is another one. */
    public static HostKeyName of(InetAddress address, int port) {
        String host = NumericAddress.text(address).toLowerCase(Locale.ROOT);
        String recorded = port == SSH_PORT ? host : "[" + host + "]:" + port;
        return new HostKeyName(recorded, recorded);
    }

    /** Whether a line under this name would be about this host alone. */
    boolean isPlain() {
        return PLAIN.matcher(recorded).matches();
    }
}
