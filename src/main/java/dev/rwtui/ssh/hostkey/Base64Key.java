package dev.rwtui.ssh.hostkey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Public key blobs (RFC 4253 section 6.6) in base64. */
public final class Base64Key {

    private static final Set<String> TYPES = Set.of(
            "ssh-ed25519",
            "ssh-rsa",
            "ssh-dss",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "sk-ssh-ed25519@openssh.com",
            "sk-ecdsa-sha2-nistp256@openssh.com");

    private Base64Key() {}

    /** The key's type, the first string of the blob; empty where the blob is malformed. */
    public static String type(byte[] blob) {
        if (blob.length < 4) {
            return "";
        }
        int length = ByteBuffer.wrap(blob).getInt();
        return length < 0 || length > blob.length - 4 ? "" : new String(blob, 4, length, StandardCharsets.US_ASCII);
    }

    /** Whether a blob is a public key, or a certificate of one, as far as its type says. */
    public static boolean isKey(byte[] blob) {
        String type = type(blob);
        return TYPES.contains(type) || type.endsWith(KeyCertificate.SUFFIX);
    }

    /**
     * The next string of a blob (RFC 4251 section 5).
     *
     * @throws IllegalArgumentException where it is said to be longer than the blob: whoever made that up gets no memory for it
     */
    static byte[] string(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new IllegalArgumentException("a string of " + length + " bytes");
        }
        byte[] text = new byte[length];
        from.get(text);
        return text;
    }

    /** The key in the one usual form of base64; empty where it is cut off, of another type, or of one nobody knows. */
    static Optional<String> parse(String type, String base64) {
        if (!TYPES.contains(type) || base64.length() % 4 != 0) {
            return Optional.empty();
        }
        try {
            byte[] blob = Base64.getDecoder().decode(base64);
            return type(blob).equals(type) && isWhole(blob)
                    ? Optional.of(Base64.getEncoder().encodeToString(blob))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** All these keys are sequences of strings and numbers, each with its length before it; the first is the type. */
    private static boolean isWhole(byte[] blob) {
        ByteBuffer rest = ByteBuffer.wrap(blob);
        int parts = 0;
        while (rest.remaining() >= Integer.BYTES) {
            int length = rest.getInt();
            if (length < 0 || length > rest.remaining()) {
                return false;
            }
            rest.position(rest.position() + length);
            parts++;
        }
        return parts > 1 && !rest.hasRemaining();
    }

    /** {@code SHA256:…} as {@code ssh-keygen -l} prints it. */
    public static String fingerprint(byte[] blob) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
