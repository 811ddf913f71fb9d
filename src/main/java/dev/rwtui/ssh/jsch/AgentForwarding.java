package dev.rwtui.ssh.jsch;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets the far side use the agent here, to list keys and to sign. Whatever would change the agent (adding, removing, locking)
 * is answered with a failure and never reaches it; keys of files are not known to it at all.
 */
final class AgentForwarding implements AutoCloseable {

    private final String socket;
    private final Optional<byte[]> binding;
    private volatile @Nullable SocketChannel connection;

    /** @param binding what {@link AgentBinding} says first */
    AgentForwarding(String socket, Optional<byte[]> binding) {
        this.socket = socket;
        this.binding = binding;
    }

    /** Answers one request after the other until the far side has no more. Blocks. */
    void serve(InputStream requests, OutputStream answers) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            connection = channel;
            channel.connect(UnixDomainSocketAddress.of(socket));
            OutputStream out = Channels.newOutputStream(channel);
            DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
            if (binding.isPresent()) {
                AgentMessages.write(out, binding.get());
                AgentMessages.read(in);
            }
            DataInputStream asked = new DataInputStream(requests);
            while (true) {
                byte[] request = AgentMessages.read(asked);
                if (isAllowed(request)) {
                    AgentMessages.write(out, request);
                    AgentMessages.write(answers, AgentMessages.read(in));
                } else {
                    AgentMessages.write(answers, new byte[] {AgentMessages.FAILURE});
                }
            }
        } catch (EOFException e) {
            // The far side has asked for all it wanted.
        }
    }

    /** Gives up whatever the agent is asked: it may wait for a person. */
    @Override
    public void close() {
        SocketChannel open = connection;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }

    /** A session that is bound on the far side is what constrains a key further on. */
    static boolean isAllowed(byte[] request) {
        return switch (request[0] & 0xff) {
            case AgentMessages.REQUEST_IDENTITIES, AgentMessages.SIGN_REQUEST -> true;
            case AgentMessages.EXTENSION -> isNamed(request, AgentBinding.EXTENSION);
            default -> false;
        };
    }

    private static boolean isNamed(byte[] request, String extension) {
        byte[] name = extension.getBytes(StandardCharsets.US_ASCII);
        if (request.length < 1 + Integer.BYTES + name.length) {
            return false;
        }
        ByteBuffer fields = ByteBuffer.wrap(request, 1, request.length - 1);
        byte[] given = new byte[name.length];
        boolean fits = fields.getInt() == name.length;
        fields.get(given);
        return fits && java.util.Arrays.equals(given, name);
    }
}
