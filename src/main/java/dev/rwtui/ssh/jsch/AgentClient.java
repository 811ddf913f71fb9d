package dev.rwtui.ssh.jsch;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Speaks to an ssh-agent (draft-miller-ssh-agent). One connection for each request. */
final class AgentClient {

    private final String socket;
    private final Supplier<Optional<byte[]>> binding;
    private final Patience patience;

    /** Is told of a connection and closes it when the wait is over. */
    interface Patience {
        AutoCloseable watch(Runnable closer);
    }

    /** One key that the agent holds: its public blob in base64. */
    record Key(String base64, String comment) {
        byte[] blob() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /** @param binding what {@link AgentBinding} says before each request */
    AgentClient(String socket, Supplier<Optional<byte[]>> binding, Patience patience) {
        this.socket = socket;
        this.binding = binding;
        this.patience = patience;
    }

    List<Key> keys() throws IOException {
        ByteBuffer answer = ask(new byte[] {AgentMessages.REQUEST_IDENTITIES}, AgentMessages.IDENTITIES_ANSWER);
        List<Key> keys = new ArrayList<>();
        for (int left = number(answer); left > 0; left--) {
            keys.add(new Key(
                    Base64.getEncoder().encodeToString(string(answer)),
                    new String(string(answer), StandardCharsets.UTF_8)));
        }
        return keys;
    }

    /**
     * Signs.
     *
     * @param flags 0, 2 (RSA with SHA-256) or 4 (RSA with SHA-512)
     * @return the signature blob
     */
    byte[] sign(byte[] key, byte[] data, int flags) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(1 + 4 + key.length + 4 + data.length + 4);
        request.put((byte) AgentMessages.SIGN_REQUEST)
                .putInt(key.length)
                .put(key)
                .putInt(data.length)
                .put(data)
                .putInt(flags);
        return string(ask(request.array(), AgentMessages.SIGN_RESPONSE));
    }

    private ByteBuffer ask(byte[] request, int expected) throws IOException {
        try (SocketChannel channel = SocketChannel.open(java.net.StandardProtocolFamily.UNIX);
                AutoCloseable ignored = patience.watch(() -> close(channel))) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            OutputStream out = Channels.newOutputStream(channel);
            DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
            Optional<byte[]> first = binding.get();
            if (first.isPresent()) {
                AgentMessages.write(out, first.get());
                // An agent that does not know the extension says so, and goes on.
                AgentMessages.read(in);
            }
            AgentMessages.write(out, request);
            return answer(in, expected);
        } catch (IOException | RuntimeException e) {
            throw e instanceof IOException failed ? failed : new IOException(e.toString(), e);
        } catch (Exception e) {
            throw new IOException(e.toString(), e);
        }
    }

    private static ByteBuffer answer(DataInputStream in, int expected) throws IOException {
        ByteBuffer answer = ByteBuffer.wrap(AgentMessages.read(in));
        if ((answer.get() & 0xff) != expected) {
            throw new IOException("the agent refused");
        }
        return answer;
    }

    private static int number(ByteBuffer from) throws IOException {
        if (from.remaining() < Integer.BYTES) {
            throw new IOException("a malformed answer");
        }
        return from.getInt();
    }

    private static byte[] string(ByteBuffer from) throws IOException {
        int length = number(from);
        if (length < 0 || length > from.remaining()) {
            throw new IOException("a malformed answer");
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
