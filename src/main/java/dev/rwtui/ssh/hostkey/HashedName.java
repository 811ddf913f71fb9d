package dev.rwtui.ssh.hostkey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code |1|salt|hash}: HMAC-SHA1 of the name under the salt ({@code HashKnownHosts}). */
final class HashedName {

    private HashedName() {}

    private static final int SALT = 20;

    /** A name that only who knows it finds again. */
    static String of(String name) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        try {
            Base64.Encoder base64 = Base64.getEncoder();
            return "|1|" + base64.encodeToString(salt) + "|" + base64.encodeToString(hash(salt, name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    static boolean matches(String hashed, String name) {
        List<String> parts = List.of(hashed.split("\\|", -1));
        if (parts.size() != 4 || !parts.get(1).equals("1")) {
            return false;
        }
        try {
            byte[] salt = Base64.getDecoder().decode(parts.get(2));
            byte[] wanted = Base64.getDecoder().decode(parts.get(3));
            return MessageDigest.isEqual(wanted, hash(salt, name));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] hash(byte[] salt, String name) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(salt, "HmacSHA1"));
        return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
    }
}
