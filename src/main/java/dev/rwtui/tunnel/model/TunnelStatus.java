package dev.rwtui.tunnel.model;

import java.util.List;

/**
 * A tunnel and all that is known of it.
 *
 * @param listeningOn local addresses bound, {@code 127.0.0.1:6006}; empty where it does not listen
 * @param protocol what its traffic looked like
 * @param checking whether the far end is probed while somebody looks
 */
public record TunnelStatus(
        TunnelId id,
        TunnelState state,
        Traffic traffic,
        List<String> listeningOn,
        Protocol protocol,
        Checking checking) {

    public TunnelStatus {
        listeningOn = List.copyOf(listeningOn);
    }

    /**
     * Counted since the tunnel was opened.
     *
     * @param open connections now
     * @param total connections ever
     * @param down bytes from the far end
     * @param up bytes to the far end
     */
    public record Traffic(int open, long total, long down, long up) {
        public static final Traffic NONE = new Traffic(0, 0, 0, 0);
    }

    /** Judged by the first bytes that the far end sent; the target's port decides while nothing was seen. */
    public enum Protocol {
        UNKNOWN,
        HTTP,
        OTHER
    }

    /** Whether probes are sent. */
    public enum Checking {
        ON,
        OFF
    }
}
