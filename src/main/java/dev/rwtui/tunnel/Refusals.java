package dev.rwtui.tunnel;

import dev.rwtui.ssh.ChannelRefusedException.Reason;
import dev.rwtui.tunnel.model.TunnelState.Cause;
import java.util.Locale;

/** What a refused channel (RFC 4254 section 5.1) means to a person. */
final class Refusals {

    private Refusals() {}

    static Cause cause(Reason reason) {
        return switch (reason) {
            case CONNECT_FAILED -> Cause.CONNECT_FAILED;
            case ADMINISTRATIVELY_PROHIBITED -> Cause.PROHIBITED;
            case UNKNOWN_CHANNEL_TYPE, RESOURCE_SHORTAGE, OTHER -> Cause.OTHER;
        };
    }

    /** The server's words, and before them what they mean where that is certain. */
    static String words(Reason reason, String words) {
        return switch (reason) {
            case CONNECT_FAILED ->
                words.toLowerCase(Locale.ROOT).contains("refused")
                        ? "nothing listens there: " + words
                        : joined("cannot be connected to from there", words);
            case ADMINISTRATIVELY_PROHIBITED -> joined("the server prohibits it", words);
            case UNKNOWN_CHANNEL_TYPE -> joined("the server does no forwarding", words);
            case RESOURCE_SHORTAGE -> joined("the server is short of resources", words);
            case OTHER -> joined("the server refuses", words);
        };
    }

    private static String joined(String meaning, String words) {
        return words.isBlank() ? meaning : meaning + ": " + words;
    }
}
