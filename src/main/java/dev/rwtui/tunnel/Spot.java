package dev.rwtui.tunnel;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address to listen on.
 *
 * @param family of the socket: INET6 on a wildcard takes IPv4 as well
 * @param asked where to connect to find out whether it is taken; two where it serves both families; none where the address
 *     is not this machine's
 */
record Spot(InetSocketAddress address, ProtocolFamily family, List<InetSocketAddress> asked) {

    private static final Pattern LEADING_ZEROS = Pattern.compile("^0:0:0:0:0:0:0:(?:0$)?");
    private static final byte[] V4_LOOPBACK = {127, 0, 0, 1};
    private static final byte[] V6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    Spot {
        asked = List.copyOf(asked);
    }

    /**
     * The addresses that ssh(1) listens on for a local forward. Blocks where a name has to be resolved.
     *
     * @param bind loopback of both families where it is empty or {@code localhost}; every interface for {@code *} or an
     *     empty word
     */
    static List<Spot> of(Optional<String> bind, int port) throws IOException {
        String word = bind.orElse("localhost");
        if (word.equals("localhost")) {
            return loopback(port);
        }
        if (word.isEmpty() || word.equals("*")) {
            return List.of(wildcard(port));
        }
        return named(InetAddress.getAllByName(word), port);
    }

    /** As a person writes it. */
    String shown() {
        return asked.size() > 1 ? "*:" + address.getPort() : show(address);
    }

    static String show(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        if (host.indexOf(':') < 0) {
            return host + ":" + address.getPort();
        }
        return "[" + LEADING_ZEROS.matcher(host).replaceFirst("::") + "]:" + address.getPort();
    }

    /** Whether both cannot be listened on at once. */
    boolean collidesWith(Spot other) {
        return address.getPort() == other.address.getPort()
                && (covers(other) || other.covers(this) || address.getAddress().equals(other.address.getAddress()));
    }

    private boolean covers(Spot other) {
        return address.getAddress().isAnyLocalAddress()
                && (family == StandardProtocolFamily.INET6 || other.family == family);
    }

    /**
     * Whether a connection from there is let in: a socket on {@code ::} takes IPv4 as well, which ssh does not, and Java
     * cannot set IPV6_V6ONLY (RFC 3493 section 5.3).
     */
    boolean serves(InetAddress peer) {
        return family == StandardProtocolFamily.INET || peer instanceof Inet6Address || asked.size() > 1;
    }

    Spot at(int port) {
        return new Spot(
                new InetSocketAddress(address.getAddress(), port),
                family,
                asked.stream()
                        .map(a -> new InetSocketAddress(a.getAddress(), port))
                        .toList());
    }

    private static List<Spot> loopback(int port) throws IOException {
        InetAddress six = InetAddress.getByAddress(V6_LOOPBACK);
        List<Spot> spots = new ArrayList<>(List.of(single(InetAddress.getByAddress(V4_LOOPBACK), port)));
        if (NetworkInterface.getByInetAddress(six) != null) {
            spots.add(single(six, port));
        }
        return spots;
    }

    private static Spot wildcard(int port) throws IOException {
        InetSocketAddress four = new InetSocketAddress(InetAddress.getByAddress(V4_LOOPBACK), port);
        InetAddress six = InetAddress.getByAddress(V6_LOOPBACK);
        return NetworkInterface.getByInetAddress(six) == null
                ? single(InetAddress.getByAddress(new byte[4]), port)
                : new Spot(
                        new InetSocketAddress(InetAddress.getByAddress(new byte[16]), port),
                        StandardProtocolFamily.INET6,
                        List.of(four, new InetSocketAddress(six, port)));
    }

    private static List<Spot> named(InetAddress[] addresses, int port) throws IOException {
        List<Spot> spots = new ArrayList<>();
        for (InetAddress address : new LinkedHashSet<>(List.of(addresses))) {
            spots.add(single(address, port));
        }
        return spots;
    }

    private static Spot single(InetAddress address, int port) throws IOException {
        ProtocolFamily family = isFour(address) ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
        return new Spot(new InetSocketAddress(address, port), family, asked(address, port));
    }

    private static boolean isFour(InetAddress address) {
        return address.getAddress().length == V4_LOOPBACK.length;
    }

    /** Nobody else's machine is ever asked: binding to its address fails anyway. */
    private static List<InetSocketAddress> asked(InetAddress address, int port) throws IOException {
        if (address.isAnyLocalAddress()) {
            byte[] loopback = isFour(address) ? V4_LOOPBACK : V6_LOOPBACK;
            return List.of(new InetSocketAddress(InetAddress.getByAddress(loopback), port));
        }
        return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null
                ? List.of(new InetSocketAddress(address, port))
                : List.of();
    }
}
