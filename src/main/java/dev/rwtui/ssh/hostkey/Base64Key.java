package dev.rwtui.ssh.hostkey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Public key blobs (RFC 4253 section 6.6) in base64. */
public final class Base64Key {

    private Base64Key() {}

    /** The key's type, the first string of the blob; empty where the blob is malformed. */
    public static String type(byte[] blob) {
        if (blob.length < 4) {
            return "";
        }
        int length = ByteBuffer.wrap(blob).getInt();
        return length < 0 || length > blob.length - 4 ? "" : new String(blob, 4, length, StandardCharsets.US_ASCII);
    }

    static boolean isOfType(String base64, String type) {
        try {
            return type(Base64.getDecoder().decode(base64)).equals(type);
        } catch (IllegalArgumentException e) {
            return false;
        }
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
