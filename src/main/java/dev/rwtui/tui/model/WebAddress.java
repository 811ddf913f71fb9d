package dev.rwtui.tui.model;

import dev.rwtui.base.LocalForward;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.util.Set;

/** How a program on this machine reaches a tunnel. */
public final class WebAddress {

    /** Ports whose services speak first or speak something else: IANA's names of them are ssh, smtp, postgresql and so on. */
    private static final Set<Integer> NOT_HTTP = Set.of(
            21, 22, 23, 25, 53, 110, 143, 389, 445, 465, 587, 636, 873, 993, 995, 1433, 1521, 2049, 2181, 3306, 3389,
            4222, 5432, 5671, 5672, 5678, 5900, 5901, 6379, 6380, 9042, 9092, 11211, 27017);

    private static final Set<String> LOCALHOST = Set.of("", "*", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::");

    private WebAddress() {}

    /** {@code host:port} as a client here writes it; an IPv6 address in brackets. */
    public static String address(LocalForward forward) {
        String bind = forward.bindAddress().orElse("");
        if (LOCALHOST.contains(bind)) {
            return "localhost:" + forward.port();
        }
        return (bind.indexOf(':') >= 0 ? "[" + bind + "]" : bind) + ":" + forward.port();
    }

    /** Whether a browser is the right program for it. */
    public static boolean isWeb(TunnelStatus tunnel) {
        LocalForward forward = tunnel.id().forward();
        return isLoopback(forward.bindAddress().orElse(""))
                && switch (tunnel.protocol()) {
                    case HTTP -> true;
                    case OTHER -> false;
                    case UNKNOWN -> !NOT_HTTP.contains(forward.target().port());
                };
    }

    private static boolean isLoopback(String bind) {
        return LOCALHOST.contains(bind) || bind.startsWith("127.");
    }

    /** The URL of a web page, else the address. */
    public static String of(TunnelStatus tunnel) {
        String address = address(tunnel.id().forward());
        return isWeb(tunnel) ? "http://" + address + "/" : address;
    }
}
