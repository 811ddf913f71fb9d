package dev.rwtui.tunnel;

import dev.rwtui.tunnel.model.TunnelStatus.Protocol;
import java.nio.charset.StandardCharsets;

/** Judges a protocol by the first bytes that a server sends: an HTTP/1 response begins with its version (RFC 9112 section 4). */
final class Sniffer {

    private static final byte[] HTTP = "HTTP/".getBytes(StandardCharsets.US_ASCII);

    private int matched;
    private Protocol verdict = Protocol.UNKNOWN;

    /** The next bytes, however the network cut them up. UNKNOWN until there are enough. */
    Protocol sniff(byte[] bytes, int length) {
        for (int i = 0; i < length && verdict == Protocol.UNKNOWN; i++) {
            if (bytes[i] != HTTP[matched]) {
                verdict = Protocol.OTHER;
            } else if (++matched == HTTP.length) {
                verdict = Protocol.HTTP;
            }
        }
        return verdict;
    }
}
