package dev.rwtui.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/**
 * An ssh-agent that holds the key of a security device (OpenSSH's PROTOCOL.u2f), {@code sk-ssh-ed25519@openssh.com}; the
 * device is software, and always touched.
 */
public final class SecurityKeyAgent implements AutoCloseable {

    private static final String TYPE = "sk-ssh-ed25519@openssh.com";
    private static final String APPLICATION = "ssh:";
    private static final int FAILURE = 5;
    private static final int REQUEST_IDENTITIES = 11;
    private static final int IDENTITIES_ANSWER = 12;
    private static final int SIGN_REQUEST = 13;
    private static final int SIGN_RESPONSE = 14;
    private static final int TOUCHED = 1;

    private final Path socket;
    private final ServerSocketChannel server;
    private final KeyPair pair;
    private int counter;

    /** Serves at that socket. */
    public SecurityKeyAgent(Path socket) throws IOException, GeneralSecurityException {
        this.socket = socket;
        this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread thread = new Thread(this::serve, "security-key");
        thread.setDaemon(true);
        thread.start();
    }

    public Path socket() {
        return socket;
    }

    /** For authorized_keys, or a {@code .pub} file. */
    public String publicKey() throws IOException {
        return TYPE + " " + Base64.getEncoder().encodeToString(blob()) + " touch me\n";
    }

    private byte[] blob() throws IOException {
        byte[] encoded = pair.getPublic().getEncoded();
        // RFC 8410: the key is the end of its encoding.
        byte[] key = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return strings(TYPE.getBytes(StandardCharsets.US_ASCII), key, APPLICATION.getBytes(StandardCharsets.US_ASCII));
    }

    private void serve() {
        try {
            while (true) {
                try (SocketChannel client = server.accept()) {
                    answer(client);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            // Closed.
        }
    }

    private void answer(SocketChannel client) throws IOException, GeneralSecurityException {
        DataInputStream in = new DataInputStream(Channels.newInputStream(client));
        DataOutputStream out = new DataOutputStream(Channels.newOutputStream(client));
        while (true) {
            byte[] request = new byte[0];
            try {
                request = in.readNBytes(in.readInt());
            } catch (java.io.EOFException e) {
                return;
            }
            byte[] answer = switch (request[0]) {
                case REQUEST_IDENTITIES -> identities();
                case SIGN_REQUEST -> signature(request);
                default -> new byte[] {FAILURE};
            };
            out.writeInt(answer.length);
            out.write(answer);
            out.flush();
        }
    }

    private byte[] identities() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(answer);
        out.writeByte(IDENTITIES_ANSWER);
        out.writeInt(1);
        out.write(strings(blob(), "touch me".getBytes(StandardCharsets.US_ASCII)));
        return answer.toByteArray();
    }

    /** PROTOCOL.u2f, SSH U2F signatures. */
    private byte[] signature(byte[] request) throws IOException, GeneralSecurityException {
        DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(request, 1, request.length - 1));
        in.skipNBytes(in.readInt());
        byte[] data = in.readNBytes(in.readInt());
        counter++;
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.write(sha256(APPLICATION.getBytes(StandardCharsets.US_ASCII)));
        signed.write(state());
        signed.write(sha256(data));
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(signed.toByteArray());
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        blob.write(strings(TYPE.getBytes(StandardCharsets.US_ASCII), signer.sign()));
        blob.write(state());
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(SIGN_RESPONSE);
        answer.write(strings(blob.toByteArray()));
        return answer.toByteArray();
    }

    private byte[] state() throws IOException {
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        state.write(TOUCHED);
        new DataOutputStream(state).writeInt(counter);
        return state.toByteArray();
    }

    private static byte[] sha256(byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }

    private static byte[] strings(byte[]... fields) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(all);
        for (byte[] field : fields) {
            out.writeInt(field.length);
            out.write(field);
        }
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
