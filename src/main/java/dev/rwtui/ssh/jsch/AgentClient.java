package dev.rwtui.ssh.jsch;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Speaks to an ssh-agent (draft-miller-ssh-agent). One connection for each request. */
final class AgentClient {

    private static final int REQUEST_IDENTITIES = 11;
    private static final int IDENTITIES_ANSWER = 12;
    private static final int SIGN_REQUEST = 13;
    private static final int SIGN_RESPONSE = 14;
    private static final int MOST = 256 << 10;

    private final String socket;
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

    AgentClient(String socket, Patience patience) {
        this.socket = socket;
        this.patience = patience;
    }

    List<Key> keys() throws IOException {
        ByteBuffer answer = ask(new byte[] {REQUEST_IDENTITIES}, IDENTITIES_ANSWER);
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
        request.put((byte) SIGN_REQUEST)
                .putInt(key.length)
                .put(key)
                .putInt(data.length)
                .put(data)
                .putInt(flags);
        return string(ask(request.array(), SIGN_RESPONSE));
    }

    private ByteBuffer ask(byte[] request, int expected) throws IOException {
        try (SocketChannel channel = SocketChannel.open(java.net.StandardProtocolFamily.UNIX);
                AutoCloseable ignored = patience.watch(() -> close(channel))) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteArrayOutputStream framed = new ByteArrayOutputStream();
            framed.write(ByteBuffer.allocate(4).putInt(request.length).array());
            framed.write(request);
            Channels.newOutputStream(channel).write(framed.toByteArray());
            return answer(new DataInputStream(Channels.newInputStream(channel)), expected);
        } catch (IOException | RuntimeException e) {
            throw e instanceof IOException failed ? failed : new IOException(e.toString(), e);
        } catch (Exception e) {
            throw new IOException(e.toString(), e);
        }
    }

    private static ByteBuffer answer(DataInputStream in, int expected) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > MOST) {
            throw new IOException("an answer of " + length + " bytes");
        }
        ByteBuffer answer = ByteBuffer.wrap(in.readNBytes(length));
        if (answer.remaining() < length || (answer.get() & 0xff) != expected) {
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
