package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.OpenSession;
import com.jcraft.jsch.OpenSession.Proof;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells an agent for which session its connection is: the extension {@code session-bind@openssh.com} (OpenSSH's
 * PROTOCOL.agent section 1). An agent refuses keys that are constrained to destinations without it.
 */
final class AgentBinding {

    static final String EXTENSION = "session-bind@openssh.com";

    /** What the connection is for. */
    enum Purpose {
        AUTHENTICATION,
        FORWARDING
    }

    private AgentBinding() {}

    /** The request, without its length; empty where keys have not been exchanged. */
    static Optional<byte[]> of(OpenSession session, Purpose purpose) {
        byte[] identifier = session.identifier();
        return session.proof().filter(proof -> identifier.length > 0).map(proof -> request(proof, identifier, purpose));
    }

    private static byte[] request(Proof proof, byte[] identifier, Purpose purpose) {
        byte[] name = EXTENSION.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer request = ByteBuffer.allocate(
                2 + 4 * 4 + name.length + proof.hostKey().length + identifier.length + proof.signature().length);
        request.put((byte) AgentMessages.EXTENSION);
        for (byte[] field : new byte[][] {name, proof.hostKey(), identifier, proof.signature()}) {
            request.putInt(field.length).put(field);
        }
        request.put((byte) (purpose == Purpose.FORWARDING ? 1 : 0));
        return request.array();
    }
}
