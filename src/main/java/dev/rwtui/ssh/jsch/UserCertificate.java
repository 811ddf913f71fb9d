package dev.rwtui.ssh.jsch;

import dev.rwtui.ssh.hostkey.Base64Key;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An OpenSSH user certificate (PROTOCOL.certkeys): a public key that an authority has signed. */
final class UserCertificate {

    private static final int OF_A_USER = 1;

    private final byte[] blob;
    private final byte[] key;

    private UserCertificate(byte[] blob, byte[] key) {
        this.blob = blob;
        this.key = key;
    }

    /** The whole certificate, as it is sent to servers. */
    byte[] blob() {
        return blob.clone();
    }

    /** The blob of the key that it certifies. */
    byte[] key() {
        return key.clone();
    }

    /** Empty for what is no certificate of a user's key. */
    static Optional<UserCertificate> parse(byte[] blob) {
        String type = Base64Key.type(blob);
        if (!type.endsWith(Algorithms.CERTIFICATE)) {
            return Optional.empty();
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(blob);
            skip(rest);
            skip(rest); // nonce
            int begin = rest.position();
            String plain = plainType(type);
            for (int i = fields(plain); i > 0; i--) {
                skip(rest);
            }
            int end = rest.position();
            rest.getLong(); // serial number
            return rest.getInt() == OF_A_USER
                    ? Optional.of(new UserCertificate(blob, key(plain, blob, begin, end)))
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty(); // Cut short, or of a type that nobody knows.
        }
    }

    private static void skip(ByteBuffer blob) {
        int length = blob.getInt();
        blob.position(blob.position() + length);
    }

    /** {@code sk-ssh-ed25519-cert-v01@openssh.com} certifies a {@code sk-ssh-ed25519@openssh.com}. */
    private static String plainType(String type) {
        String plain = type.substring(0, type.length() - Algorithms.CERTIFICATE.length());
        return plain.startsWith("sk-") ? plain + "@openssh.com" : plain;
    }

    /** How many strings and numbers a public key is made of, its type left out. */
    private static int fields(String type) {
        return switch (type) {
            case "ssh-ed25519" -> 1;
            case "ssh-rsa",
                    "ecdsa-sha2-nistp256",
                    "ecdsa-sha2-nistp384",
                    "ecdsa-sha2-nistp521",
                    "sk-ssh-ed25519@openssh.com" -> 2;
            case "sk-ecdsa-sha2-nistp256@openssh.com" -> 3;
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static byte[] key(String type, byte[] blob, int begin, int end) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(Integer.BYTES + name.length + end - begin)
                .putInt(name.length)
                .put(name)
                .put(blob, begin, end - begin)
                .array();
    }
}
