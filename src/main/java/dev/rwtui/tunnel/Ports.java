package dev.rwtui.tunnel;

import dev.rwtui.base.Cancellation;
import dev.rwtui.tunnel.model.TunnelId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The local ports that rwtui listens on. Safe for use by several threads. */
final class Ports {

    private static final int BACKLOG = 128;
    private static final int FIRST_UNPRIVILEGED = 1024;
    private static final int SUGGESTIONS = 100;
    private static final long RELEASE_SECONDS = 2;

    private final Set<Listener> live = new HashSet<>();

    /**
     * Binds what the forward asks for, all of it or nothing. Blocks: resolves names, and asks whether somebody answers.
     *
     * @param cancellation when the tunnel is closed: from then on its ports are about to be free
     */
    Listener listen(TunnelId id, Cancellation cancellation) throws PortException {
        List<Spot> spots = spots(id);
        synchronized (live) {
            live.removeIf(Ports::released);
            for (Spot spot : spots) {
                refuseTaken(id, spot, spots);
            }
            Listener listener = new Listener(new Listener.Lease(id, cancellation), spots, bindAll(id, spots));
            live.add(listener);
            return listener;
        }
    }

    private static boolean released(Listener listener) {
        try {
            return listener.isClosing() && listener.awaitEnd(RELEASE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<Spot> spots(TunnelId id) throws PortException {
        try {
            return Spot.of(id.forward().bindAddress(), id.forward().port());
        } catch (IOException e) {
            throw new PortException(
                    "the address to listen on is unknown here: "
                            + id.forward().bindAddress().orElse(""),
                    "Give the LocalForward an address of this machine, or none.");
        }
    }

    private void refuseTaken(TunnelId id, Spot spot, List<Spot> all) throws PortException {
        Optional<Listener> other = live.stream().filter(l -> l.holds(spot)).findFirst();
        if (other.isPresent()) {
            throw new PortException(
                    spot.shown() + " is taken by the tunnel " + other.get().owner(),
                    "Close that tunnel first" + orSuggest(id, all));
        }
        for (InetSocketAddress address : spot.asked()) {
            // SO_REUSEADDR, or a listener of another family, would let the bind succeed and share or steal the port.
            if (Answering.at(address)) {
                throw new PortException(
                        Spot.show(address) + " is taken: another program answers there",
                        "End that program" + orSuggest(id, all));
            }
        }
    }

    private List<ServerSocketChannel> bindAll(TunnelId id, List<Spot> spots) throws PortException {
        List<ServerSocketChannel> bound = new ArrayList<>();
        for (Spot spot : spots) {
            try {
                bound.add(bind(spot));
            } catch (IOException | UnsupportedOperationException e) {
                bound.forEach(Ports::close);
                throw new PortException("cannot listen on " + spot.shown() + ": " + e.getMessage(), advice(id, spots));
            }
        }
        return bound;
    }

    private String advice(TunnelId id, List<Spot> spots) {
        return id.forward().port() < FIRST_UNPRIVILEGED
                ? "Ports below 1024 are the system administrator's" + orSuggest(id, spots)
                : "Give the LocalForward another port or address" + orSuggest(id, spots);
    }

    private static ServerSocketChannel bind(Spot spot) throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open(spot.family());
        try {
            // A port whose last connections linger in TIME_WAIT is no taken port.
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            return socket.bind(spot.address(), BACKLOG);
        } catch (IOException | UnsupportedOperationException e) {
            close(socket);
            throw e;
        }
    }

    private String orSuggest(TunnelId id, List<Spot> spots) {
        int wanted = id.forward().port();
        int from = wanted < FIRST_UNPRIVILEGED ? wanted + 8000 : wanted + 1;
        for (int port = from; port < Math.min(from + SUGGESTIONS, 65_536); port++) {
            if (isFree(spots, port)) {
                return ", or use another port: LocalForward " + port + " "
                        + id.forward().target() + " would work now.";
            }
        }
        return ".";
    }

    private boolean isFree(List<Spot> spots, int port) {
        for (Spot spot : spots) {
            Spot moved = spot.at(port);
            if (live.stream().anyMatch(l -> l.holds(moved))
                    || moved.asked().stream().anyMatch(Answering::at)) {
                return false;
            }
            try {
                close(bind(moved));
            } catch (IOException | UnsupportedOperationException e) {
                return false;
            }
        }
        return true;
    }

    private static void close(ServerSocketChannel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The descriptor is gone either way.
        }
    }
}
