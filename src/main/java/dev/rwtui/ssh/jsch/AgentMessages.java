package dev.rwtui.ssh.jsch;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Messages between an ssh-agent and who uses it, and their frames: draft-miller-ssh-agent section 3. */
final class AgentMessages {

    static final int FAILURE = 5;
    static final int REQUEST_IDENTITIES = 11;
    static final int IDENTITIES_ANSWER = 12;
    static final int SIGN_REQUEST = 13;
    static final int SIGN_RESPONSE = 14;
    static final int EXTENSION = 27;

    /** As OpenSSH's agent allows. */
    private static final int MOST = 256 << 10;

    private AgentMessages() {}

    /** The next message, its type first. Throws {@link EOFException} where there is none any more. */
    static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > MOST) {
            throw new IOException("a message of " + length + " bytes");
        }
        byte[] message = new byte[length];
        in.readFully(message);
        return message;
    }

    static void write(OutputStream out, byte[] message) throws IOException {
        out.write(ByteBuffer.allocate(Integer.BYTES + message.length)
                .putInt(message.length)
                .put(message)
                .array());
        out.flush();
    }
}
