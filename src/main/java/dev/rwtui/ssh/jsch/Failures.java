package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchSessionDisconnectException;
import com.jcraft.jsch.OpenSession.Opened;
import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.ChannelRefusedException;
import dev.rwtui.ssh.ChannelRefusedException.Reason;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words and kinds for what goes wrong. */
final class Failures {

    /** JSch's words where a packet does not decrypt, or is not one. */
    private static final String CORRUPT = "Packet corrupt";

    private static final String NO_ROOM =
            "Its sshd may have no room for another login now (MaxStartups of sshd_config); it is tried again by itself.";

    private Failures() {}

    static SshException of(Kind kind, HostAlias hop, String why) {
        return SshException.of(kind, hop, why, "");
    }

    static ChannelRefusedException refused(Opened.Refused refused) {
        Reason reason = switch (refused.reason()) {
            case 1 -> Reason.ADMINISTRATIVELY_PROHIBITED;
            case 2 -> Reason.CONNECT_FAILED;
            case 3 -> Reason.UNKNOWN_CHANNEL_TYPE;
            case 4 -> Reason.RESOURCE_SHORTAGE;
            default -> Reason.OTHER;
        };
        String named = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new ChannelRefusedException(reason, refused.words().isBlank() ? named : named + ": " + refused.words());
    }

    /** One line about the end of a connection; where the carrier knows better, in its words. */
    static String words(@Nullable Exception cause, Wire wire) {
        String remark = wire.remark().get();
        if (remark.isEmpty()) {
            return words(cause);
        }
        return isEnd(cause) ? remark : words(cause) + " (" + remark + ")";
    }

    static String words(@Nullable Exception cause) {
        if (cause instanceof JSchSessionDisconnectException told) {
            String description = told.getDescription();
            return description == null || description.isBlank()
                    ? "the server disconnected"
                    : "the server disconnected: " + description.strip();
        }
        if (cause == null || isEnd(cause)) {
            return "the server closed the connection";
        }
        String message = cause.getMessage();
        if (CORRUPT.equals(message)) {
            return "what came was garbled on its way (" + message + ")";
        }
        return message == null ? cause.getClass().getSimpleName() : firstLine(message);
    }

    private static boolean isEnd(@Nullable Exception cause) {
        return cause == null || cause instanceof EOFException || isPlainEnd(cause);
    }

    /** JSch tells the end of the stream by a bare IOException. */
    private static boolean isPlainEnd(Exception cause) {
        return cause.getClass() == IOException.class && "End of IO Stream Read".equals(cause.getMessage());
    }

    /** The user's wish, or patience that ran out. */
    static SshException tripped(Hop hop, Guard guard) {
        return guard.tripped().orElse(Kind.CANCELLED) == Kind.CANCELLED
                ? of(Kind.CANCELLED, hop.alias(), "cancelled")
                : SshException.of(
                        Kind.UNREACHABLE,
                        hop.alias(),
                        "no answer from " + hop.address() + " for "
                                + guard.limit().toSeconds() + " s",
                        "Check that the host is up and reachable from here.");
    }

    /** The connection ended before there was anything to say about it but that. */
    static SshException unreachable(Hop hop, Wire wire, Inlet inlet, @Nullable Exception cause) {
        Optional<String> turnedAway = inlet.greeting().turnedAway();
        if (turnedAway.isPresent()) {
            String why = "the server closed the connection before its greeting: " + turnedAway.get();
            return SshException.of(Kind.UNREACHABLE, hop.alias(), why, NO_ROOM);
        }
        if (inlet.received() > 0) {
            return of(Kind.UNREACHABLE, hop.alias(), words(cause, wire));
        }
        // A command that was to carry the connection knows better what has happened.
        return wire.remark().get().isEmpty()
                ? SshException.of(Kind.UNREACHABLE, hop.alias(), words(cause) + " before its greeting", NO_ROOM)
                : of(Kind.UNREACHABLE, hop.alias(), words(cause, wire));
    }

    /** Both lists, since one of them has to change. */
    static SshException nothingInCommon(Hop hop, JSchAlgoNegoFailException cause) {
        Agreement missing = Agreement.of(cause.getAlgorithmName());
        return new SshException(
                new Failure(
                        Kind.PROTOCOL,
                        hop.alias(),
                        "no common " + missing.kind() + ": the server offers " + spaced(cause.getServerProposal())
                                + ", and here " + spaced(cause.getJSchProposal()) + " is allowed",
                        "Old servers need what is off by default: " + missing.keyword()
                                + " +NAME for this host allows it."),
                cause);
    }

    /** What two sides have to agree on, and the keyword that says what may be agreed on here. */
    private record Agreement(String kind, String keyword) {

        /** @param name JSch's own, with a direction behind a dot */
        static Agreement of(String name) {
            return switch (name.replaceFirst("\\..*", "")) {
                case "kex" -> new Agreement("key exchange", "KexAlgorithms");
                case "cipher" -> new Agreement("cipher", "Ciphers");
                case "mac" -> new Agreement("MAC", "MACs");
                case "compression" -> new Agreement("compression", "Compression");
                default -> new Agreement("host key algorithm", "HostKeyAlgorithms");
            };
        }
    }

    private static String spaced(String names) {
        return names.isEmpty() ? "nothing" : names.replace(",", ", ");
    }

    /** {@code gate.example.org:22: Connection refused}. */
    static String dialling(Endpoint address, IOException cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : firstLine(cause.getMessage());
        return cause instanceof UnknownHostException ? message : address + ": " + message;
    }

    /** By the system's own words, which are the same everywhere. */
    static String adviceOnDialling(IOException cause) {
        String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("refused")) {
            return "Check Port, and that sshd runs there.";
        }
        if (words.contains("unreachable") || words.contains("no route")) {
            return "Check your network; a VPN may have to be up.";
        }
        return words.contains("timed out") ? "Check that the host is up and reachable from here." : "";
    }

    static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
